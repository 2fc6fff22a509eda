"""`arrangement`, also `python -m tui`: the screen, or with words behind it a command."""

import gc
import os

gc.set_threshold(100_000)  # importing makes many objects and hardly any rubbish
# A move paints the list, then the page: at 60 a second the page would wait for its turn.
os.environ.setdefault("TEXTUAL_FPS", "240")

from tui.cli.group import cli  # noqa: E402 - after the lines above


def main() -> None:
    """Do what the command line asks and end with its exit code."""
    cli()


if __name__ == "__main__":
    main()
