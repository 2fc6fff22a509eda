"""Reading a folder of TOML files as records; what is wrong comes with file, line and reason."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from seed.document.block_places import Places, texts_beside
from seed.forming import wrong_form
from seed.releases import OOST, PROFILE
from seed.wording import is_told, read_term
from storage.errors import Refused
from storage.files.open_file import read_whole
from storage.phrases import Interpretation
from storage.records.description import Field
from storage.records.fields import FIELDS, KINDS_THAT_START_OPEN
from storage.records.ids import scope_of
from storage.records.validation import checked, nearest

RELEASED = "released"
"""What an arrangement says besides its fields: the day on which its folder was handed out."""

_TAIL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in a file; ``reason`` is the refusal that a form would give."""

    file: Path
    line: int
    record: str
    field: str
    reason: Refused


@dataclass(frozen=True, slots=True)
class Remark:
    """A term whose words were not read, or with something that they do not say, counted from
    ``day``; no mistake."""

    file: Path
    line: int
    record: str
    term: dict[str, object]
    reading: Interpretation | None
    day: date


class BadSeed(Exception):  # noqa: N818 - it is the seed that is bad
    """A folder that cannot be taken as an arrangement, with every mistake found in it."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self.mistakes = mistakes
        super().__init__(f"{len(mistakes)} mistakes")


@dataclass(frozen=True, slots=True)
class Seeded:
    """A record of the seed: its id and its values by field, as acts name fields."""

    id: str
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class Seed:
    """An arrangement as a folder has it.

    ``released`` is the day (ISO) that its acts claim: whoever makes a file of the same folder has
    the same acts. ``remarks`` tells of terms what their writer may want to put right.
    """

    arrangement: str
    released: str
    records: list[Seeded]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
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


def load(folder: Path = OOST) -> list[Seeded]:
    """All records of the folder, by id. Raises BadSeed with all mistakes, not just the first."""
    return read_folder(folder).records


def read_folder(folder: Path = OOST) -> Seed:
    """The arrangement of the folder. Raises BadSeed with all mistakes, not just the first, and
    Refused where there is no such folder."""
    mistakes: list[Mistake] = []
    tables = list(_tables(folder, mistakes))
    known = {f"{table.type}/{table.body.get('id')}" for table in tables}
    heads = [table for table in tables if table.type == "arrangement"]
    document = str(heads[0].body.get("id")) if heads else ""
    head = heads[0].body if heads else {}
    released, day = _day_of(head.get(RELEASED)), _day_of(head.get("from"))
    places = Places(document, texts_beside(folder, PROFILE))
    found: dict[str, Seeded] = {}
    remarks: list[Remark] = []
    codes: set[object] = set()
    for table in tables:
        reader = _Reader(table, known, places, (released, day or released), mistakes)
        record = reader.read()
        remarks += reader.remarks
        code = record.values.get("code")
        if record.id in found:
            reader.say("id", Refused("double_id", value=record.id))
        if code in codes:
            reader.say("code", Refused("double_id", value=code))
        found[record.id] = record
        codes |= {code} - {None}
    if len(heads) != 1:
        mistakes.append(Mistake(folder, 0, "", "arrangement", Refused("one_arrangement")))
    if mistakes:
        raise BadSeed(sorted(mistakes, key=lambda one: (not one.line, str(one.file), one.line)))
    return Seed(document, str(released), [found[id_] for id_ in sorted(found)], tuple(remarks))


class _Reader:
    """Reads one table as a record, collecting mistakes. ``days`` are that of release, and that
    from which terms without a year are counted."""

    def __init__(
        self,
        table: _Table,
        known: set[str],
        places: Places,
        days: tuple[date | None, date | None],
        mistakes: list[Mistake],
    ) -> None:
        self._table = table
        self._known = known
        self._places = places
        self._released, self._day = days
        self._mistakes = mistakes
        self.remarks: list[Remark] = []
        self._id = f"{table.type}/{table.body.get('id')}"

    def say(self, field: str, reason: Refused) -> None:
        table = self._table
        line = table.line_of(field)
        self._mistakes.append(Mistake(table.file, line, self._id, field, reason))

    def read(self) -> Seeded:
        body, fields = self._table.body, FIELDS[self._table.type]
        self._check_id(body.get("id"))
        apart = ("id", RELEASED) if self._table.type == "arrangement" else ("id",)
        if RELEASED in apart:
            self._check_released(body.get(RELEASED))
        values: dict[str, object] = {}
        for name, value in body.items():
            if name in apart:
                continue
            if name not in fields:
                told = nearest(name, fields)
                reason = Refused("unknown_field", type=self._table.type, field=name, nearest=told)
                self.say(name, reason)
                continue
            if wrong := wrong_form(fields[name], value):
                self.say(name, wrong)
                continue
            for field, said in self._said(fields[name], value):
                try:
                    values[field] = checked(self._id, field, said)
                    self._check_reference(fields[name], field, said)
                    self._check_place(fields[name], field, said)
                except Refused as reason:
                    self.say(name, reason)
        for name, described in fields.items():
            if described.required and body.get(name) is None:
                self.say(name, Refused("required", field=name))
        if self._table.type == "agreements" and body.get("kind") in KINDS_THAT_START_OPEN:
            values.setdefault("status", "open")
        return Seeded(self._id, values)

    def _said(self, field: Field, value: object) -> Iterable[tuple[str, object]]:
        """The fields of acts that one entry of the table stands for."""
        if field.is_set and isinstance(value, list):
            separator = ":" if len(field.parts) > 1 else None
            return [(f"{field.name}/{_element(one, separator)}", True) for one in value]
        if field.name == "source" and isinstance(value, str):
            return [("source", {"document": self._places.document, "locator": value})]
        if field.name == "term":
            return [("term", self._term(value))]
        return [(field.name, _as_text(value) if field.form in ("date", "object") else value)]

    def _term(self, value: object) -> object:
        """A term as it is written, and what its words say besides; words alone are a term too."""
        term = _as_text({"phrase": value} if isinstance(value, str) else value)
        if not isinstance(term, dict) or not isinstance(term.get("phrase"), str) or not self._day:
            return term
        whole, reading = read_term(term, self._day)
        if not is_told(term) and (reading is None or reading.assumed):
            table = self._table
            line = table.line_of("term")
            self.remarks.append(Remark(table.file, line, self._id, whole, reading, self._day))
        return whole

    def _check_id(self, tail: object) -> None:
        if tail is None:
            self.say("id", Refused("required", field="id"))
        elif not isinstance(tail, str) or not _TAIL.fullmatch(tail):
            self.say("id", Refused("no_slug", value=tail))
        elif scope_of(self._id) is not None:  # what stays within one organisation is no seed
            self.say("id", Refused("invalid_value", field="id", value=self._id))

    def _check_place(self, described: Field, field: str, value: object) -> None:
        """Raises Refused for a place that the folder's own document does not have."""
        of_this = isinstance(value, dict) and value.get("document") == self._places.document
        if [part.form for part in described.parts] == ["locator"]:
            self._places.check(field.partition("/")[2])
        elif described.name == "source" and isinstance(value, dict) and of_this:
            self._places.check(str(value.get("locator")))

    def _check_released(self, value: object) -> None:
        if value is None:
            self.say(RELEASED, Refused("required", field=RELEASED))
        elif self._released is None:
            self.say(RELEASED, Refused("invalid_date", field=RELEASED, value=value))

    def _check_reference(self, described: Field, field: str, value: object) -> None:
        texts = field.split("/", len(described.parts))[1:] if described.is_set else [str(value)]
        targets = [part.refers for part in described.parts] or [described.refers]
        for refers, text in zip(targets, texts, strict=False):
            if refers in FIELDS and f"{refers}/{text}" not in self._known:
                tails = [
                    id_.partition("/")[2] for id_ in self._known if id_.startswith(f"{refers}/")
                ]
                told = nearest(text, sorted(tails))
                raise Refused("unknown_reference", field=described.name, value=text, nearest=told)


def _day_of(released: object) -> date | None:
    """The day of release; None for what is none."""
    text = _as_text(released)
    try:
        day = date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return day if day and day.isoformat() == text else None


def _as_text(value: object) -> object:
    """A day as acts write it, whether it was typed between quotes or not."""
    if isinstance(value, dict):
        return {key: _as_text(one) for key, one in value.items()}
    return value.isoformat() if type(value) is date else value


def _element(value: object, separator: str | None) -> str:
    text = str(value)
    return text.replace(separator, "/", 1) if separator else text


def _tables(folder: Path, mistakes: list[Mistake]) -> Iterator[_Table]:
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
                yield _Table(file, line, lines, type_, table)


def _line_of(error: Exception, data: bytes) -> int:
    """The line that a reader of TOML names, or on which the text stops being UTF-8."""
    if isinstance(error, UnicodeDecodeError):
        return data.count(b"\n", 0, error.start) + 1
    found = re.search(r"line (\d+)", str(error))
    return int(found[1]) if found else 1
