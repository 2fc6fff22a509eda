"""What was found of one thing."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tui.locale import say


class Finding(NamedTuple):
    """A thing by its key in the catalogues, what was found, and whether that is no good."""

    name: str
    value: str
    wrong: bool = False

    @property
    def label(self) -> str:
        """What it is called."""
        return say(f"selftest.{self.name}")


class FindingGroup(NamedTuple):
    """Findings that belong together."""

    name: str
    findings: Sequence[Finding]

    @property
    def title(self) -> str:
        """What they are about."""
        return say(f"selftest.part_{self.name}")


def from_home(path: Path | str) -> str:
    """A path without the name of who works here: the home folder is ``~``."""
    text, home = str(path), str(Path.home())
    inside = os.path.normcase(text).startswith(os.path.normcase(home) + os.sep)
    return f"~{text[len(home) :]}" if inside else text
