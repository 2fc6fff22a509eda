"""What a change says of each of its records, or why it says nothing there."""

from collections.abc import Collection, Sequence

from storage.editing import requirements
from storage.editing.new_records import made_words, words_of_entry, words_of_new
from storage.editing.outcomes import Outcomes, differs, lives_of, outcomes_of, stood
from storage.errors import Refused
from storage.journal.writer import Statement, Writer
from storage.queries.problems.withdrawn_additions import said_then
from storage.records.ids import type_of
from storage.records.validation import checked
from storage.tables.assertions import load_world
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.text import check_length
from storage.views.change import Change, ChangePreview, Skipped
from storage.views.field_change import FieldChange

LIVES = ("live", "deleted")


class ChangePlan:
    """The words that a change says of each record, or why it says none.

    ``pen`` writes it, and so gives the codes of what is added; without one there are none.
    ``beside`` are the ids of records that other changes of the same act add.
    """

    def __init__(
        self,
        connection: Connection,
        change: Change,
        pen: Writer | None = None,
        beside: Collection[str] = (),
    ) -> None:
        self._connection = connection
        self._beside = beside
        self._change = change
        self._before: dict[str, Outcomes] = {}
        self.records = tuple(dict.fromkeys(change.records))
        self.words: dict[str, list[Statement]] = {}
        self.skipped: dict[str, Refused] = {}
        self.made = made_words(connection, change.make)
        self._starts = tuple(f"{start}/" for start in change.whole)
        self._values = {type_: self._checked(type_) for type_ in {*map(type_of, self.records)}}
        if change.entry is not None:
            said: list[Statement] = [("entries/", *one) for one in change.entry.items()]
            requirements.check_references(connection, [*said, *self.made], self._beside)
        lives = lives_of(connection, self.records)
        self._read([record for record in self.records if record in lives])
        for record in self.records:
            try:
                self.words[record] = self._of(record, lives.get(record))
            except Refused as refused:
                self.skipped[record] = refused
        if change.new is not None:
            added = words_of_new(connection, change, self.made, pen)
            requirements.check_references(connection, [*added, *self.made], self._beside)
            self._check_record(added[0][0], added)
            self.words[added[0][0]] = added

    def _checked(self, type_: str) -> dict[str, object]:
        """The values to set, as a record of this type keeps them."""
        change = self._change
        said = {
            field: _life(value)
            if field == "life"
            else checked(f"{type_}/", field, value, arrived=change.settles)
            for field, value in change.sets.items()
        }
        for start, elements in change.whole.items():
            said |= {f"{start}/{one}": checked(f"{type_}/", f"{start}/{one}", True)
                     for one in elements}  # fmt: skip
        if not change.settles:  # whatever arrived can be chosen
            words = [(f"{type_}/", field, value) for field, value in said.items()]
            requirements.check_references(self._connection, [*words, *self.made], self._beside)
        return said

    def _check_record(self, record: str, words: Sequence[Statement]) -> None:
        """What depends on the record of which something is said, whoever says it first."""
        words = sorted(words, key=lambda word: word[:2])
        requirements.check_join(self._connection, words)
        requirements.check_needs(self._connection, record, words, self._change.reason)

    def _read(self, records: Sequence[str]) -> None:
        """What the fields that may change say now; of other fields nothing is read."""
        fields = [field for field in self._change.sets if field != "life" or self._change.settles]
        fields += self._starts
        if not fields:
            return
        self._before = outcomes_of(self._connection, records, fields)

    def _of(self, record: str, life: str | None) -> list[Statement]:
        if life is None:
            raise Refused("unknown_code", code=record, nearest="")
        change = self._change
        words = self._settled(record, life) if change.settles else self._changed(record, life)
        if life == "contested" and (record, "life", "live") in words:
            words += self._again(record, {field for _, field, _ in words})
        if change.entry is not None:
            words += words_of_entry(record, change)
        if not words:
            raise Refused("nothing_changed")
        if not change.settles:
            self._check_record(record, words)
        return words

    def _changed(self, record: str, life: str) -> list[Statement]:
        """What the record does not say yet."""
        wanted, before = self._values[type_of(record)], self._before.get(record, {})
        if wanted.get("life") == "live":
            if life == "live":
                raise Refused("not_deleted", code=record)
        elif life == "deleted":
            raise Refused("deleted", code=record)
        others = [field for field in before if field.startswith(self._starts)]
        if self._change.seen is None:
            requirements.check_settled(record, before, (*wanted, *others))
        said = {field: value for field, value in wanted.items()
                if field == "life" or field in self._change.chosen
                or differs(before.get(field), value)}  # fmt: skip
        said |= {field: False for field in others
                 if field not in wanted and differs(before[field], False)}  # fmt: skip
        return [(record, field, value) for field, value in said.items()]

    def _settled(self, record: str, life: str) -> list[Statement]:
        """One value for each field on which several stand."""
        wanted = self._values[type_of(record)]
        for field, value in wanted.items():
            outcome = self._before.get(record, {}).get(field)
            contested = field == "life" and life == "contested"
            if not contested and (outcome is None or not outcome.conflict):
                raise Refused("no_conflict", field=field)
            if outcome is None or all(claim.value != value for claim in outcome.claims):
                check_length(field, value)
        return [(record, field, value) for field, value in wanted.items()]

    def _again(self, record: str, said: Collection[str]) -> list[Statement]:
        """Of a record of which the adding was taken back, what that said besides."""
        then = said_then(load_world(self._connection, [record])[record])
        return [(record, field, value) for field, value in then.items() if field not in said]

    # what came of it

    def refuse_alike(self) -> None:
        """One reason for all records is a reason for the change itself."""
        if not self.words and len({refused.key for refused in self.skipped.values()}) == 1:
            raise next(iter(self.skipped.values()))

    def refuse_some(self) -> None:
        """Nothing is left out here of which nobody was told; what says it already is."""
        left = [record for record, one in self.skipped.items() if one.key != "nothing_changed"]
        if left:
            self.refuse_alike()
            codes = ", ".join(_codes(self._connection, left[:5]))
            raise Refused("not_in_all", n=len(left), total=len(self.records), codes=codes)

    @property
    def told(self) -> ChangePreview:
        touched = {record: self._fields(record) for record in self.words}
        skipped = (Skipped(record, refused) for record, refused in self.skipped.items())
        return ChangePreview(self._change, touched, tuple(skipped))

    def _fields(self, record: str) -> tuple[FieldChange, ...]:
        before = self._before.get(record, {})
        return tuple(
            FieldChange(record, "", field, stood(before.get(field)), value)
            for about, field, value in self.words[record]
            if about == record
        )


def _life(value: object) -> object:
    if value not in LIVES:
        raise Refused("unknown_value", field="life", value=value, nearest=", ".join(LIVES))
    return value


def _codes(connection: Connection, records: Sequence[str]) -> list[str]:
    query = "SELECT coalesce(code, record) FROM texts WHERE record IN (…)"
    known = [str(code) for (code,) in select_in(connection, query, records)]
    return known or list(records)
