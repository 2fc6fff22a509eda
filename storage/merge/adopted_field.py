"""What the closing of a meeting adopted of a field, and what came after (contract §2, ``saw``)."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from storage.acts import encode
from storage.merge.ancestry import below
from storage.merge.field_values import merge_field
from storage.merge.heads import Assertion
from storage.merge.voids import voided

_NOTHING = {encode(value) for value in (None, False)}
"""What says as much as an empty field."""

Erased = Mapping[str, Collection[str]]
"""By each act of which nothing but a stub is left, the acts that erase it."""


class Closing(NamedTuple):
    """The closing of a meeting, or several of one meeting taken together.

    ``saw`` are the acts on the fields of what was adopted, ``undone`` those that were void then;
    ``at`` is the last moment it claims.
    """

    at: str
    saw: frozenset[str]
    undone: frozenset[str] = frozenset()
    erased: Erased = MappingProxyType({})


class AdoptedField(NamedTuple):
    """A field as it was adopted.

    ``values`` are those that stood then, the one that was shown first in front; none where the
    field was empty, or where what stood there was ``erased`` and nothing says it again.
    ``changed`` are the heads of today that say something else and were made after the closing,
    ``arrived`` those that were made before it, elsewhere. ``again`` are values that stand, None
    where nothing does, because something was taken back or done again after the closing; that
    undo is of one of the acts ``turned``.
    """

    values: tuple[object, ...]
    erased: bool
    changed: tuple[Assertion, ...] = ()
    arrived: tuple[Assertion, ...] = ()
    again: tuple[object, ...] = ()
    turned: tuple[str, ...] = ()


def closing_of(
    at: str,
    saw: Collection[str],
    undoes: Mapping[str, Collection[str]],
    erased: Erased = MappingProxyType({}),
) -> Closing:
    """A closing by the acts that it saw; ``undoes`` has what each of them undoes.

    ``saw`` is a superset of what contract §2 asks for, the frontier of every field: it names the
    undos too that hang together with what was said there. A next act stands on void acts as well,
    so without them none could tell what was taken back before the closing from what was after.
    Of a closing that names no undos, nothing counts as taken back by then.
    """
    undone = voided({act: undoes[act] for act in saw if undoes.get(act)})
    return Closing(at, frozenset(saw), frozenset(undone), erased)


def adopted_field(said: Sequence[Assertion], closing: Closing) -> AdoptedField:
    """What a closing adopted of a field of which this is said."""
    parents = {one.act: one.parents for one in said}
    frontier = {one.act for one in said if one.act in closing.saw}
    seen = below(parents, frontier)
    again = _said_again(said, closing.erased)
    then = merge_field(
        [
            again.get(one.act, one)._replace(
                act=one.act, parents=one.parents, void=one.act in closing.undone
            )
            for one in said
            if one.act in seen
        ],
        lambda _: True,
    )
    if any(one.act in closing.erased and one.act not in again for one in then.counting):
        return AdoptedField((), erased=True)
    values = tuple(one.value for one in then.claims)
    known = {encode(value) for value in values} or _NOTHING
    now = merge_field(said, lambda _: True).counting
    other = [one for one in now if encode(one.value) not in known]
    later = [one for one in other if one.act not in seen]
    after = [one for one in later if one.at > closing.at or _stands_on(parents, one.act, frontier)]
    back = [one for one in other if one.act in seen]
    emptied = not now and not known <= _NOTHING
    return AdoptedField(
        values,
        erased=False,
        changed=tuple(after),
        arrived=tuple(one for one in later if one not in after),
        again=(None,) if emptied else tuple(one.value for one in back),
        turned=tuple(one.act for one in (*then.counting, *back)) if back or emptied else (),
    )


def _said_again(said: Sequence[Assertion], erased: Erased) -> dict[str, Assertion]:
    """By each act that was erased what says the same again (contract §2, rule 10): the act that
    erased it, or what says that again."""
    if not erased:
        return {}
    by = {
        parent: one
        for one in sorted(said, key=lambda one: (one.at, one.act))
        for parent in one.parents
        if one.act in erased.get(parent, ())
    }
    found = {}
    for act in by.keys() & erased:
        path, end = {act}, by[act]
        while end.act in by and end.act not in path:
            path.add(end.act)
            end = by[end.act]
        if end.act not in erased:
            found[act] = end
    return found


def _stands_on(parents: Mapping[str, Collection[str]], act: str, frontier: set[str]) -> bool:
    return bool(frontier) and frontier <= below(parents, [act])
