"""One table of TOML as a record, as acts name its fields."""

import re
from collections.abc import Iterable
from datetime import date

from seed.document.block_places import Places
from seed.forming import wrong_form
from seed.seeded import Mistake, Remark, Seeded
from seed.toml_tables import TomlTable
from seed.wording import is_told, read_term
from storage.errors import Refused
from storage.records.description import Field
from storage.records.fields import FIELDS, KINDS_THAT_START_OPEN
from storage.records.ids import scope_of
from storage.records.validation import checked, nearest

RELEASED = "released"
"""What an arrangement says besides its fields: the day on which its folder was handed out."""

_TAIL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class TableReader:
    """Reads one table as a record, collecting mistakes. ``days`` are that of release, and that
    from which terms without a year are counted."""

    def __init__(
        self,
        table: TomlTable,
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


def day_of(released: object) -> date | None:
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
