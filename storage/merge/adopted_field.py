"""What the closing of a meeting adopted of a field, and what came after (contract §2, ``saw``)."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from storage.acts import encode
from storage.merge.ancestry import below
from storage.merge.field_values import merge_field
from storage.merge.heads import Assertion
from storage.merge.voids import voided

_NOTHING = {encode(value) for value in (None, False)}
"""What says as much as an empty field."""


class Closing(NamedTuple):
    """The closing of a meeting, or several of one meeting taken together.

    ``saw`` are the acts on the fields of what was adopted, ``undone`` those that were void then,
    ``erased`` those of which nothing but a stub is left; ``at`` is the last moment it claims.
    """

    at: str
    saw: frozenset[str]
    undone: frozenset[str] = frozenset()
    erased: frozenset[str] = frozenset()


class AdoptedField(NamedTuple):
    """A field as it was adopted.

    ``values`` are those that stood then, the one that was shown first in front; none where the
    field was empty or what stood there was erased since. ``changed`` are the heads of today that
    say something else and were made after the closing, ``arrived`` those that were made before
    it, elsewhere.
    """

    values: tuple[object, ...]
    erased: bool
    changed: tuple[Assertion, ...] = ()
    arrived: tuple[Assertion, ...] = ()


def closing_of(
    at: str,
    saw: Collection[str],
    undoes: Mapping[str, Collection[str]],
    erased: Collection[str] = (),
) -> Closing:
    """A closing by the acts that it saw; ``undoes`` has what each of them undoes.

    A closing names the undos that it saw besides the parents that contract §2 asks for: a next
    act stands on void acts too, so that without them none could tell what was void then.
    """
    undone = voided({act: undoes[act] for act in saw if undoes.get(act)})
    return Closing(at, frozenset(saw), frozenset(undone), frozenset(erased))


def adopted_field(said: Sequence[Assertion], closing: Closing) -> AdoptedField:
    """What a closing adopted of a field of which this is said."""
    parents = {one.act: one.parents for one in said}
    frontier = {one.act for one in said if one.act in closing.saw}
    seen = below(parents, frontier)
    then = merge_field(
        [one._replace(void=one.act in closing.undone) for one in said if one.act in seen],
        lambda _: True,
    )
    if any(one.act in closing.erased for one in then.counting):
        return AdoptedField((), erased=True)
    values = tuple(one.value for one in then.claims)
    known = {encode(value) for value in values} or _NOTHING
    now = merge_field(said, lambda _: True)
    later = [one for one in now.counting if one.act not in seen and encode(one.value) not in known]
    after = [one for one in later if one.at > closing.at or _stands_on(parents, one.act, frontier)]
    return AdoptedField(
        values,
        erased=False,
        changed=tuple(after),
        arrived=tuple(one for one in later if one not in after),
    )


def _stands_on(parents: Mapping[str, Collection[str]], act: str, frontier: set[str]) -> bool:
    return bool(frontier) and frontier <= below(parents, [act])
