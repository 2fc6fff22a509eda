"""`python -m offline dist/`: makes the zips for laptops without a network."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import click

NEEDS = (
    "babel", "cyclonedx", "hatchling", "markdown_it", "mdit_py_plugins", "packageurl", "packaging",
    "pip",
)  # fmt: skip
"""What making them takes besides the app; none of it goes into a zip for that."""
LOCK = "requirements-dev.lock"


@click.command()
@click.argument("target", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--python",
    "file",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="An embeddable Python for Windows, as it was fetched: a zip more, that has it.",
)
def main(target: Path, file: Path | None) -> None:
    """Write a zip for each system into TARGET, with a file of their SHA-256.

    The files in them get the time of the last commit, or SOURCE_DATE_EPOCH where that is set.
    """
    missing = [name for name in NEEDS if find_spec(name) is None]
    if missing:
        raise click.ClickException(
            f"This environment cannot make zips: {', '.join(missing)} is not in it. "
            f"Add what the tests need too: {sys.executable} -m pip install -r {LOCK}"
        )
    from offline.embedded import embedded_in
    from offline.making import make
    from offline.wheels import Failed

    try:
        embedded = embedded_in(file) if file else None
        if embedded:
            click.echo(f"{embedded.path.name}  SHA-256 {embedded.digest}")
            click.echo("Compare that with what its publisher says before you hand the zip out.")
        moment = int(os.environ.get("SOURCE_DATE_EPOCH") or _last_commit())
        zips = make(target, moment, embedded)
    except Failed as failed:
        raise click.ClickException(str(failed)) from failed
    for path in zips:
        click.echo(f"{path}  {path.stat().st_size / 1e6:.1f} MB")


def _last_commit() -> str:
    from offline.systems import PROJECT

    log = ["git", "log", "-1", "--format=%ct"]
    return subprocess.run(log, cwd=PROJECT, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
