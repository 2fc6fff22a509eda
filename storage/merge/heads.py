"""Rules 2 and 3: the heads of one field."""

from collections.abc import Sequence
from typing import NamedTuple

from storage.merge.components import components


class Assertion(NamedTuple):
    """What one act says of one field. An erased act says nothing and counts as void.

    ``saw`` is filled for an act that sets ``life``, ``seed`` tells whose word it is.
    """

    act: str
    at: str
    seed: bool
    value: object
    parents: tuple[str, ...]
    void: bool
    saw: tuple[str, ...] = ()


def frontier(said: Sequence[Assertion]) -> list[str]:
    """The parents of a next act on this field: what no other known act there names as parent. Of
    a circle that nothing outside it names, which only forged stubs can make, all acts."""
    named = {parent for one in said for parent in one.parents if parent != one.act}
    found = [one.act for one in said if one.act not in named]
    if len(found) < len(said):
        acts = {one.act: one for one in said}
        below = _reached(acts, [acts[act] for act in found])
        if any(act in named and act not in below for act in acts):
            found = _outermost(acts)
    return sorted(found)


def _outermost(acts: dict[str, Assertion]) -> list[str]:
    """The acts, and circles of acts, that nothing else names."""
    found: list[str] = []
    named: set[str] = set()
    for part in reversed(list(components({act: one.parents for act, one in acts.items()}))):
        if named.isdisjoint(part):
            found += part
        named.update(parent for act in part for parent in acts[act].parents)
    return found


def heads(said: Sequence[Assertion]) -> list[Assertion]:
    """The acts in force on this field that no other act in force stands on.

    Standing on a void act is standing on that act's own parents.
    """
    if len(said) == 1:
        return [] if said[0].void else [said[0]]
    acts = {one.act: one for one in said}
    in_force = [one for one in said if not one.void]
    covered = _reached(acts, in_force)
    found = [one for one in in_force if one.act not in covered]
    if len(found) == len(in_force):
        return found
    below = _reached(acts, found)
    if all(one.act in below for one in in_force if one.act in covered):
        return found
    return _heads_with_circles(acts)


def _reached(acts: dict[str, Assertion], start: Sequence[Assertion]) -> set[str]:
    """Every act that one of these stands on, directly or through others."""
    seen: set[str] = set()
    waiting = [parent for one in start for parent in one.parents]
    while waiting:
        act = waiting.pop()
        if act in acts and act not in seen:
            seen.add(act)
            waiting.extend(acts[act].parents)
    return seen


def _heads_with_circles(acts: dict[str, Assertion]) -> list[Assertion]:
    """The same for forged histories: a circle that nothing outside it stands on is all heads."""
    graph = {act: one.parents for act, one in acts.items()}
    covered: set[str] = set()
    found: list[Assertion] = []
    for part in reversed(list(components(graph))):
        in_force = [acts[act] for act in part if not acts[act].void]
        beneath = any(act in covered for act in part)
        if in_force and not beneath:
            found.extend(in_force)
        if in_force or beneath:
            covered.update(parent for act in part for parent in graph[act])
    return found
