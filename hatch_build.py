"""Compiles the catalogues when the project is installed or packed."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.builders.utils import get_reproducible_timestamp


class Catalogues(BuildHookInterface[Any]):
    """Each `.po` gets its `.mo` beside it, which is packed along.

    Babel would write the time of compiling into it; the same source gives the same bytes instead.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in Path(self.root, "tui", "locale").rglob("*.po"):
            target = source.with_suffix(".mo")
            # beside what is packed, and put in its place whole: someone may be reading it
            made = Path(self.root, f".{source.parent.parent.name}-{os.getpid()}.mo")
            with source.open("rb") as texts, made.open("wb") as compiled:
                catalogue = read_po(texts)
                catalogue.creation_date = datetime.fromtimestamp(get_reproducible_timestamp(), UTC)
                write_mo(compiled, catalogue)
            made.replace(target)
            build_data["artifacts"].append(target.relative_to(self.root).as_posix())
