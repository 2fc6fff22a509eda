"""The tables of a folder of TOML files, each with the line where it stands."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seed.releases import PROFILE
from seed.seeded import Mistake
from storage.errors import Refused
from storage.files.open_file import read_whole
from storage.records.fields import FIELDS
from storage.records.validation import nearest


@dataclass(frozen=True, slots=True)
class TomlTable:
    """One TOML table and where it stands."""

    file: Path
    line: int
    lines: list[str]
    type: str
    body: dict[str, object]

    def line_of(self, field: str) -> int:
        """The line of a field, or of the table's heading where the field has none."""
        for offset, text in enumerate(self.lines[self.line :], start=self.line + 1):
            if text.startswith("[["):
                break
            if re.match(rf"\s*{re.escape(field)}\s*[.=]", text):
                return offset
        return self.line


def toml_tables(folder: Path, mistakes: list[Mistake]) -> Iterator[TomlTable]:
    """Every table of the folder, in the order of its files; what is none becomes a mistake. Raises
    Refused where there is no such folder."""
    if not folder.is_dir():
        raise Refused("no_folder", path=folder)
    for file in sorted(folder.rglob("*.toml")):
        if file.name == PROFILE:  # says of the document how it is divided, and holds no records
            continue
        data = read_whole(file)
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n")
            body = tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # UnicodeDecodeError, TOMLDecodeError
            reason = Refused("not_toml", reason=str(error))
            mistakes.append(Mistake(file, _line_of(error, data), "", "", reason))
            continue
        lines = text.split("\n")
        for type_, tables in body.items():
            head = re.compile(rf"\s*\[\[\s*{re.escape(type_)}\s*\]\]")
            heads = [n for n, one in enumerate(lines, start=1) if head.match(one)]
            if type_ not in FIELDS:
                told = nearest(type_, FIELDS)
                reason = Refused("unknown_type", value=type_, nearest=told)
                mistakes.append(Mistake(file, heads[0] if heads else 1, "", type_, reason))
                continue
            if not isinstance(tables, list) or len(heads) != len(tables):
                single = re.compile(rf"\s*\[\s*{re.escape(type_)}\s*\]")
                at = next((n for n, one in enumerate(lines, start=1) if single.match(one)), 1)
                reason = Refused("single_brackets", type=type_)
                mistakes.append(Mistake(file, heads[0] if heads else at, "", type_, reason))
                continue
            for line, table in zip(heads, tables, strict=True):
                yield TomlTable(file, line, lines, type_, table)


def _line_of(error: Exception, data: bytes) -> int:
    """The line that a reader of TOML names, or on which the text stops being UTF-8."""
    if isinstance(error, UnicodeDecodeError):
        return data.count(b"\n", 0, error.start) + 1
    found = re.search(r"line (\d+)", str(error))
    return int(found[1]) if found else 1
