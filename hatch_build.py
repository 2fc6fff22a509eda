"""Compiles the catalogues when the project is installed or packed."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface[Any]):
    """Each `.po` gets its `.mo` beside it, which is packed along."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in Path(self.root, "tui", "locale").rglob("*.po"):
            target = source.with_suffix(".mo")
            with source.open("rb") as texts, target.open("wb") as compiled:
                write_mo(compiled, read_po(texts))
            build_data["artifacts"].append(target.relative_to(self.root).as_posix())
