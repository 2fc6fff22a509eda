"""Rule 10: which acts count as they came, and of which only a stub.

    body here     confirmed here that it goes      its own stub
                  else                             the body, whatever stubs say
    no body here  a stub was left of it here       that one
                  one came, an act erases it       that one; of several that differ none
                  else                             nothing: the act is not known

An act erases while a person did not refuse that here; whether it is void does not matter. One that
is itself erased no longer does, unless its erasure was confirmed here before.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from storage.acts import Act, Stub, make_stub


class Decided(NamedTuple):
    """The acts with ``erase`` of which a person confirmed, or refused, on this device that what
    they name is erased; the others wait for one."""

    confirmed: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()


UNDECIDED = Decided()


class Counting(NamedTuple):
    """What counts, by id: bodies, and stubs of acts of which no body does."""

    bodies: dict[str, Act]
    stubs: dict[str, Stub]


def what_counts(
    acts: Iterable[Act],
    came: Iterable[Stub] = (),
    left: Iterable[Stub] = (),
    decided: Decided = UNDECIDED,
) -> Counting:
    """What counts of all that is here: bodies, stubs that ``came`` from elsewhere, and those that
    were ``left`` here of bodies that are here no longer."""
    given = {act.id: act for act in acts}
    gone = {target for act in given.values() if act.id in decided.confirmed for target in act.erase}
    bodies = {name: act for name, act in given.items() if name not in gone}
    stubs = {stub.id: stub for stub in left if stub.id not in bodies}
    stubs |= {name: make_stub(act) for name, act in given.items() if name in gone}
    erased = {
        target
        for act in given.values()
        if act.id in decided.confirmed or (act.id in bodies and act.id not in decided.refused)
        for target in act.erase
    }
    there: dict[str, set[Stub]] = defaultdict(set)
    for stub in came:
        there[stub.id].add(stub)
    for name in erased & there.keys() - bodies.keys() - stubs.keys():
        if len(there[name]) == 1:
            (stubs[name],) = there[name]
    return Counting(bodies, stubs)
