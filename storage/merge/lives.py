"""Rule 6: whether a record lives."""

from collections.abc import Iterable, Mapping
from typing import Literal

from storage.merge.fields import Knows, Outcome
from storage.merge.heads import Said

Life = Literal["live", "deleted", "contested"]
Fields = Mapping[str, Outcome]


def life_of(fields: Fields, entries: Iterable[Fields], gone: Iterable[Fields]) -> Life | None:
    """The life of a record with its fields, its entries, and its entries that are deleted.

    None where no head is left anywhere: then there is no record.
    """
    if "life" not in fields:
        return "live"
    deletions = [one for one in fields["life"].counting if one.value == "deleted"]
    if not fields["life"].counting:
        everything = [fields, *entries, *gone]
        return "contested" if any(heads_on(one) for one in everything) else None
    if len(deletions) < len(fields["life"].counting):
        return "contested" if deletions else "live"
    if any(_unseen(part, deletions) for part in (fields, *entries)):
        return "contested"
    return "deleted"


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


def _unseen(fields: Fields, deletions: list[Said]) -> bool:
    """Whether a person's head on these fields was not seen by any of the deletions."""
    known = {one.act for one in deletions}.union(*(one.saw for one in deletions))
    saw = {act for one in deletions for act in one.saw}
    for outcome in fields.values():
        unseen = [one for one in outcome.heads if not one.seed and one.act not in known]
        if unseen and not {one.act for one in unseen} <= _ancestors(outcome, saw):
            return True
    return False


def _ancestors(outcome: Outcome, saw: set[str]) -> set[str]:
    """The acts on this field that one that was seen stands on, parents taken as written."""
    parents = {one.act: one.parents for one in outcome.said}
    waiting = [parent for act in parents if act in saw for parent in parents[act]]
    found: set[str] = set()
    while waiting:
        act = waiting.pop()
        if act not in found:
            found.add(act)
            waiting.extend(parents.get(act, ()))
    return found
