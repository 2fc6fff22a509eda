"""`arrangement`, also `python -m tui`: the screen, or with words behind it a command."""

import gc

gc.set_threshold(100_000)  # importing makes many objects and hardly any rubbish

from tui.cli.group import cli  # noqa: E402 - after the line above


def main() -> None:
    """Do what the command line asks and end with its exit code."""
    cli()


if __name__ == "__main__":
    main()
