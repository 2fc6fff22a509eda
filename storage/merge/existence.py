"""Rule 6: whether a record lives."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from storage.merge.ancestry import below
from storage.merge.field_values import Knows, Outcome

Life = Literal["live", "deleted", "contested"]
Fields = Mapping[str, Outcome]


class Sight(NamedTuple):
    """What the deletions of a record know: themselves, and the acts that they saw."""

    deletions: frozenset[str]
    saw: frozenset[str]


def sight_of(fields: Fields) -> Sight:
    counting = fields["life"].counting if "life" in fields else ()
    deletions = [one for one in counting if one.value == "deleted"]
    return Sight(
        frozenset(one.act for one in deletions),
        frozenset(act for one in deletions for act in one.saw),
    )


def life_of(fields: Fields) -> Life | None:
    """The life of a record by its own fields; an entry can still make it contested.

    None where no head is left: unless an entry has one, there is no record.
    """
    if "life" not in fields:
        return "live"
    if not fields["life"].counting:
        return "contested" if heads_on(fields) else None
    sight = sight_of(fields)
    if len(sight.deletions) < len(fields["life"].counting):
        return "contested" if sight.deletions else "live"
    return "contested" if _unseen(fields, sight) else "deleted"


def contests(entry: Fields, life: Life | None, of: Life | None, sight: Sight) -> bool:
    """Whether an entry with this life makes the record contested, which has the life ``of``."""
    if of is None:
        return heads_on(entry)
    return of == "deleted" and life != "deleted" and _unseen(entry, sight)


def depends_on_entries(fields: Fields) -> bool:
    """Whether the entries of this record can change its life."""
    return "life" in fields and all(one.value == "deleted" for one in fields["life"].counting)


def heads_on(fields: Fields) -> bool:
    return any(outcome.heads for outcome in fields.values())


def life_incomplete(fields: Fields, knows: Knows) -> bool:
    """Whether an act on the life of this record has not arrived yet."""
    if "life" not in fields:
        return True
    outcome = fields["life"]
    deletions = (one for one in outcome.heads if one.value == "deleted")
    return outcome.incomplete or any(not knows(act) for one in deletions for act in one.saw)


def _unseen(fields: Fields, sight: Sight) -> bool:
    """Whether a person's head on these fields was not seen by any of the deletions."""
    return any(_unseen_on(outcome, sight) for outcome in fields.values())


def unseen(fields: Fields, sight: Sight) -> set[str]:
    """The acts of persons on these fields that none of the deletions saw."""
    return {act for outcome in fields.values() for act in _unseen_on(outcome, sight)}


def _unseen_on(outcome: Outcome, sight: Sight) -> set[str]:
    found = {
        one.act
        for one in outcome.heads
        if not (one.seed or one.act in sight.deletions or one.act in sight.saw)
    }
    return found - _ancestors(outcome, sight.saw) if found else found


def _ancestors(outcome: Outcome, saw: frozenset[str]) -> set[str]:
    """The acts on this field that one that was seen stands on, parents taken as written."""
    parents = {one.act: one.parents for one in outcome.said}
    return below(parents, [parent for act in parents if act in saw for parent in parents[act]])
