"""One change in many records: what it would do in each, and then one act for each scope."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from storage.acts import Act
from storage.editing import rules
from storage.editing.edits import as_seen, differs, new_record
from storage.editing.made import made_words
from storage.errors import Refused
from storage.journal.journal import Journal, Pen, Word
from storage.merge import Outcome, merge_field
from storage.queries.history.meanwhile import Seen
from storage.records.fields import FIELDS, tail_of, type_of
from storage.records.validation import checked
from storage.tables.assertions import load_world
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.views.change_preview import LeftOut, Said, Step, Touched, Would

Outcomes = Mapping[str, Outcome]


def would(connection: Connection, records: Sequence[str], step: Step) -> Would:
    """What a step would do in these records, and in which of them it cannot be done.

    Raises Refused for what can be said of none of them, whatever they are.
    """
    plan = _Plan(connection, records, step, None)
    plan.refuse_what_all_refuse()
    return plan.told


def edit_many(
    connection: Connection,
    journal: Journal,
    records: Sequence[str],
    step: Step,
    seen: Seen | None = None,
) -> list[Act]:
    """Do it in all of these records, in one transaction.

    With ``seen``, of a single record, its fields are said on what was seen of them.

    Records that say it already are passed over. Raises Refused where it cannot be done in every
    other one, and then changes nothing.
    """
    with journal.writing() as pen:
        plan = _Plan(connection, records, step, seen)
        plan.refuse_what_all_refuse()
        plan.refuse_what_some_refuse()
        return plan.write(pen)


class _Plan:
    """The words that a step says of each record, or why it says none."""

    def __init__(
        self, connection: Connection, records: Sequence[str], step: Step, seen: Seen | None
    ) -> None:
        self._connection = connection
        self._step = step
        self._seen = seen
        self.records = tuple(dict.fromkeys(records))
        self.words: dict[str, list[Word]] = {}
        self.left: dict[str, Refused] = {}
        self._before: dict[str, Outcomes] = {}
        self._made = made_words(connection, step.make)
        self._sets = {name: self._checked(name) for name in {*map(type_of, self.records)}}
        entry: list[Word] = [("entries/", *said) for said in (step.entry or {}).items()]
        rules.check_references(connection, [*entry, *self._made])
        lives = _lives(connection, self.records)
        self._read([record for record in self.records if record in lives])
        for record in self.records:
            try:
                self.words[record] = self._of(record, lives.get(record))
            except Refused as refused:
                self.left[record] = refused

    @property
    def _starts(self) -> tuple[str, ...]:
        """How the elements begin of which only some stay."""
        return tuple(f"{start}/" for start in self._step.whole)

    def _checked(self, type_: str) -> dict[str, object]:
        """The values to set, as a record of this type keeps them."""
        said = {
            field: value if field == "life" else checked(f"{type_}/", field, value)
            for field, value in self._step.sets.items()
        }
        for start, elements in self._step.whole.items():
            said |= {f"{start}/{one}": checked(f"{type_}/", f"{start}/{one}", True)
                     for one in elements}  # fmt: skip
        words: list[Word] = [(f"{type_}/", field, value) for field, value in said.items()]
        rules.check_references(self._connection, [*words, *self._made])
        return said

    def _read(self, records: Sequence[str]) -> None:
        """What the fields that may change say now; of other fields nothing is read."""
        fields = [field for field in self._step.sets if field != "life"]
        fields += [f"{start}/" for start in self._step.whole]
        if not fields:
            return
        world = load_world(self._connection, records, fields=fields)
        for record, said in world.items():
            self._before[record] = {
                field: merge_field(one, lambda _: True) for field, one in said.items()
            }

    def _of(self, record: str, life: str | None) -> list[Word]:
        if life is None:
            raise Refused("unknown_code", code=record, nearest="")
        wanted = self._sets[type_of(record)]
        if wanted.get("life") == "live":
            if life == "live":
                raise Refused("not_deleted", code=record)
        elif life == "deleted":
            raise Refused("deleted", code=record)
        before = self._before.get(record, {})
        if self._seen is None:
            others = (field for field in before if field.startswith(self._starts))
            rules.check_settled(record, before, (*wanted, *others))
        said = {field: value for field, value in wanted.items()
                if field == "life" or differs(before.get(field), value)}  # fmt: skip
        said |= {field: False for field in self._others(before) if field not in wanted}
        words: list[Word] = [(record, field, value) for field, value in said.items()]
        if self._step.entry is not None:
            entry = {"about": record, **self._step.entry}
            words += new_record("entries", entry, own=self._step.own)
        if not words:
            raise Refused("nothing_changed")
        rules.check_needs(self._connection, record, words, self._step.why)
        return words

    def _others(self, before: Outcomes) -> list[str]:
        """The elements that are to go."""
        return [
            field
            for field, outcome in before.items()
            if field.startswith(self._starts) and differs(outcome, False)
        ]

    # what came of it

    def refuse_what_all_refuse(self) -> None:
        """One reason for all of them is a reason for the step itself."""
        if not self.words and len({refused.key for refused in self.left.values()}) == 1:
            raise next(iter(self.left.values()))

    def refuse_what_some_refuse(self) -> None:
        """Nothing is left out here of which nobody was told; what says it already is."""
        left = {record: one for record, one in self.left.items() if one.key != "nothing_changed"}
        if left or not self.words:
            codes = ", ".join(_codes(self._connection, [*left][:5]))
            raise Refused("not_in_all", n=len(left), total=len(self.records), codes=codes)

    @property
    def told(self) -> Would:
        touched = (Touched(record, self._changes(record)) for record in self.words)
        left = (LeftOut(record, refused) for record, refused in self.left.items())
        return Would(self._step, tuple(touched), tuple(left))

    def _changes(self, record: str) -> tuple[Said, ...]:
        before = self._before.get(record, {})
        return tuple(
            Said(field, None if field == "life" else _stood(before.get(field)), value)
            for about, field, value in self.words[record]
            if about == record
        )

    def write(self, pen: Pen) -> list[Act]:
        words = [*(word for words in self.words.values() for word in words), *self._made]
        if self._seen is None:
            return pen.say(words, why=self._step.why)
        (record,) = self.records
        return pen.put([as_seen(word, record, self._seen) for word in words], why=self._step.why)


def _stood(outcome: Outcome | None) -> object:
    return outcome.value if outcome is not None and outcome.claims else None


def _lives(connection: Connection, records: Collection[str]) -> dict[str, str]:
    """Of each record that is known here what the table says of its life."""
    found: dict[str, str] = {}
    by_type: dict[str, list[str]] = defaultdict(list)
    for record in records:
        by_type[type_of(record)].append(tail_of(record))
    for type_, tails in by_type.items():
        if type_ in FIELDS:
            query = f"SELECT tail, life FROM [{type_}] WHERE tail IN (…)"
            found |= {f"{type_}/{tail}": life for tail, life in select_in(connection, query, tails)}
    return found


def _codes(connection: Connection, records: Sequence[str]) -> list[str]:
    query = "SELECT coalesce(code, record) FROM texts WHERE record IN (…)"
    known = [str(code) for (code,) in select_in(connection, query, records)]
    return known or list(records)
