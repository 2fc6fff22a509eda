"""Adding, editing, deleting and restoring records, and settling what two people said."""

from collections.abc import Mapping, Sequence

from storage.acts import Act, Setting
from storage.editing import rules
from storage.editing.codes import next_code
from storage.editing.made import made_words
from storage.errors import Refused
from storage.identity.identity import new_id
from storage.journal.journal import Journal, Pen, Word
from storage.merge import Outcome, merge_field
from storage.queries.history.meanwhile import NOTHING, Seen
from storage.queries.problems.withdrawn_additions import said_then
from storage.records.fields import (
    FIELDS,
    KINDS_THAT_START_OPEN,
    OPEN_STATUSES,
    OWN_TYPES,
    tail_of,
)
from storage.records.validation import checked, nearest
from storage.tables.assertions import load_world
from storage.tables.database import Connection
from storage.text import check_length

Changes = Mapping[str, object]
"""Values by field, as acts name fields: `title`, `regions/zwolle` (true or false)."""


class Editor:
    """Changes to records, each checked and written in one transaction."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def edit(
        self,
        record: str,
        changes: Changes,
        why: str | None,
        *,
        with_entry: Changes | None = None,
        make: Mapping[str, str] | None = None,
        seen: Seen | None = None,
    ) -> list[Act]:
        """Set these fields, and write an entry about the record in the same act if one is given;
        so are the records that are to be made, given by id with their names.

        Where ``seen`` is given, each field is said on what was seen of it, whatever else is
        known here by now; what others said meanwhile, or in a conflict, then stands beside it.
        Without it an act would stand on everything that is said here, and so settle a conflict
        of which nobody was told.

        Raises Refused for what cannot be typed there, for a field in conflict where nothing was
        ``seen``, and when nothing would change.
        """
        words: list[Word] = [
            (record, field, checked(record, field, value)) for field, value in changes.items()
        ]
        with self._journal.writing() as pen:
            rules.check_alive(self._connection, record)
            outcomes = outcomes_of(self._connection, record)
            if seen is None:
                rules.check_settled(record, outcomes, changes)
            words = [word for word in words if differs(outcomes.get(word[1]), word[2])]
            if with_entry is not None:
                words += new_record("entries", {"about": record, **with_entry})
            if not words:
                raise Refused("nothing_changed")
            words += made_words(self._connection, make or {})
            _check(self._connection, record, words, why)
            if seen is None:
                return pen.say(words, why=why)
            return pen.put([as_seen(word, record, seen) for word in words], why=why)

    def add(
        self,
        type_: str,
        changes: Changes,
        why: str | None,
        *,
        own: bool = False,
        make: Mapping[str, str] | None = None,
    ) -> str:
        """Add a record of a type; returns its id.

        An agreement gets a code and, by its kind, a status.
        """
        if type_ not in FIELDS or type_ in ("arrangement", "authors"):
            raise Refused("unknown_type", value=type_, nearest=nearest(type_, FIELDS))
        if own and type_ not in OWN_TYPES:
            raise Refused("unknown_type", value=type_, nearest=", ".join(OWN_TYPES))
        changes = dict(changes)
        with self._journal.writing() as pen:
            made = made_words(self._connection, make or {})
            if type_ == "agreements":
                changes = _agreement(self._connection, pen, changes, made)
            words = new_record(type_, changes, own=own)
            record = words[0][0]
            if type_ == "entries":
                rules.check_alive(self._connection, str(changes.get("about")))
            for name, field in FIELDS[type_].items():
                if field.required and changes.get(name) is None:
                    raise Refused("required", field=name)
            words += made
            _check(self._connection, record, words, why)
            pen.say(words, why=why)
        return record

    def delete(self, record: str, why: str | None) -> None:
        """Delete a record; its history stays and it can be restored."""
        with self._journal.writing() as pen:
            rules.check_alive(self._connection, record)
            pen.say([(record, "life", "deleted")], why=why)

    def restore(self, record: str, why: str | None) -> None:
        """Bring a deleted or contested record back."""
        with self._journal.writing() as pen:
            life = rules.life_in(self._connection, record)
            if life is None:
                raise Refused("unknown_code", code=record, nearest="")
            if life == "live":
                raise Refused("not_deleted", code=record)
            pen.say(_restoring(self._connection, record), why=why)

    def join(self, record: str, into: str, why: str | None) -> str:
        """Let another record of the same type stand for this one; returns the act's id."""
        rules.check_one_type(record, into)
        return self.edit(record, {"joined": tail_of(into)}, why)[-1].id

    def recode(self, record: str, why: str | None) -> str:
        """Give an agreement a new code, as a new one gets; returns it."""
        with self._journal.writing() as pen:
            rules.check_alive(self._connection, record)
            rules.check_settled(record, outcomes_of(self._connection, record), ("code",))
            row = self._connection.execute(
                "SELECT part FROM agreements WHERE tail = ?", (tail_of(record),)
            ).fetchone()
            regions = self._connection.execute(
                "SELECT regions FROM agreements_regions WHERE tail = ? ORDER BY 1",
                (tail_of(record),),
            ).fetchall()
            part = row[0] if row else None
            tails = [region for (region,) in regions]
            code = next_code(self._connection, pen.who.device, part, tails, {})
            pen.say([(record, "code", code)], why=why)
        return code

    def resolve(
        self,
        record: str,
        field: str,
        value: object,
        why: str | None,
    ) -> None:
        """Settle a field on which several values stand, with one of them or another."""
        self.resolve_all([(record, field, value)], why)

    def resolve_all(self, settled: Sequence[Word], why: str | None) -> None:
        """Settle several fields at once; all of them, or none."""
        words: list[Word] = [
            (record, field, value)
            if field == "life"
            else (record, field, checked(record, field, value, arrived=True))
            for record, field, value in settled
        ]
        with self._journal.writing() as pen:
            said: list[Word] = []
            for record, field, value in words:
                self._check_settled(record, field, value)
                restores = (field, value) == ("life", "live")
                said += (
                    _restoring(self._connection, record) if restores else [(record, field, value)]
                )
            pen.say(said, why=why)

    def _check_settled(self, record: str, field: str, value: object) -> None:
        outcome = outcomes_of(self._connection, record).get(field)
        contested = field == "life" and rules.life_in(self._connection, record) == "contested"
        if not contested and (outcome is None or not outcome.conflict):
            raise Refused("no_conflict", field=field)
        if outcome is None or all(claim.value != value for claim in outcome.claims):
            check_length(field, value)
        if field == "life" and value not in ("live", "deleted"):
            raise Refused("unknown_value", field=field, value=value, nearest="live, deleted")


def _restoring(connection: Connection, record: str) -> list[Word]:
    """What brings a record back; of one of which the adding was taken back also what that said."""
    fields = load_world(connection, [record])[record]
    again = {**said_then(fields), "life": "live"}
    return [(record, field, value) for field, value in again.items()]


def as_seen(word: Word, record: str, seen: Seen) -> Setting:
    """A word on what was seen of its field; of a new record nothing was."""
    about, field, value = word
    parents = seen.get(field, NOTHING).parents if about == record else ()
    return Setting(about, field, value, parents)


def outcomes_of(connection: Connection, record: str) -> dict[str, Outcome]:
    """What each field of a record says, with its conflicts."""
    world = load_world(connection, [record])[record]
    return {field: merge_field(said, lambda _: True) for field, said in world.items()}


def differs(outcome: Outcome | None, value: object) -> bool:
    """Whether saying this value would change what a field says."""
    if outcome is None or not outcome.claims:
        return value is not None and value is not False
    return outcome.value != value or type(outcome.value) is not type(value)


def new_record(type_: str, changes: Changes, *, own: bool = False) -> list[Word]:
    """What a new record says of itself, its life first."""
    record = f"{type_}/{'own-' if own else ''}{new_id()}"
    said = {field: checked(record, field, value) for field, value in changes.items()}
    words: list[Word] = [
        (record, field, value) for field, value in said.items() if value is not None
    ]
    return [(record, "life", "live"), *words]


def _agreement(
    connection: Connection, pen: Pen, changes: dict[str, object], made: list[Word]
) -> dict[str, object]:
    regions = [
        field.partition("/")[2]
        for field, value in changes.items()
        if field.startswith("regions/") and value
    ]
    if "code" not in changes:
        part = changes.get("part")
        known = part if isinstance(part, str) else None
        shorts = {tail_of(record): str(said) for record, field, said in made if field == "short"}
        changes["code"] = next_code(connection, pen.who.device, known, regions, shorts)
    if "status" not in changes and changes.get("kind") in KINDS_THAT_START_OPEN:
        changes["status"] = OPEN_STATUSES[0]
    return changes


def _check(connection: Connection, record: str, words: list[Word], why: str | None) -> None:
    rules.check_references(connection, words)
    rules.check_join(connection, words)
    rules.check_needs(connection, record, words, why)
