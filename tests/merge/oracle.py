"""The merge rules by brute force, from the sentences of contract §2 and nothing else.

Slow on purpose: every question is answered by looking at all acts. For small worlds only.
"""

import json
from collections.abc import Callable, Collection, Iterable, Sequence

from storage.acts import Act, Stub, make_stub

Place = tuple[str, str]


class Oracle:
    def __init__(
        self,
        acts: Iterable[Act],
        came: Iterable[Stub] = (),
        left: Iterable[Stub] = (),
        confirmed: Collection[str] = (),
        refused: Collection[str] = (),
    ) -> None:
        given, stubs = [*acts], [*came]

        def gone(act: str) -> bool:
            """ "once confirmed it goes, and one that arrives later leaves only its stub" """
            return any(one.id in confirmed and act in one.erase for one in given)

        def erased(act: str) -> bool:
            """Some "known act that is not refused here, void or not, erases it"; of one that went
            itself only what was confirmed is known."""
            return any(
                act in one.erase
                for one in given
                if one.id in confirmed or not (gone(one.id) or one.id in refused)
            )

        self.acts = {act.id: act for act in given if not gone(act.id)}
        self.stubs = {stub.id: stub for stub in left if stub.id not in self.acts}
        self.stubs |= {act.id: make_stub(act) for act in given if gone(act.id)}
        for stub in stubs:
            same = all(one == stub for one in stubs if one.id == stub.id)
            here = stub.id in self.acts or stub.id in self.stubs
            if not here and same and erased(stub.id):
                self.stubs[stub.id] = stub
        self.undo = {one.id: set(one.undo) for one in (*self.acts.values(), *self.stubs.values())}
        self.known = set(self.undo)
        self.parents: dict[Place, dict[str, tuple[str, ...]]] = {}
        self.values: dict[Place, dict[str, object]] = {}
        for act in self.acts.values():
            for record, field, value, parents in act.set:
                self.parents.setdefault((record, field), {})[act.id] = parents
                self.values.setdefault((record, field), {})[act.id] = value
        for stub in self.stubs.values():
            for record, field, parents in stub.set:
                self.parents.setdefault((record, field), {})[stub.id] = parents
        self.records = sorted({record for record, _ in self.parents})
        self.lives = self._all_lives()

    # Rules 1 and 10

    def is_void(self, act: str) -> bool:
        if act in _reach(act, lambda one: self.undo.get(one, set())):
            return True  # in a circle of undos
        return any(act in named and not self.is_void(one) for one, named in self.undo.items())

    # Rules 2 and 3

    def stands(self, place: Place) -> set[str]:
        return {one for one in self.values.get(place, {}) if not self.is_void(one)}

    def _stands_on(self, place: Place, act: str) -> set[str]:
        """The acts that are not void on which this one stands, past the void and erased."""
        standing, all_parents = self.stands(place), self.parents[place]
        found = _reach(
            act, lambda one: all_parents.get(one, ()), through=lambda one: one not in standing
        )
        return found & standing

    def heads(self, place: Place) -> set[str]:
        standing = self.stands(place)
        on = {one: self._stands_on(place, one) for one in standing}
        below = {one: _reach(one, lambda act: on[act]) for one in standing}
        # A head is stood on by no other, unless they stand on each other: a circle.
        return {
            one
            for one in standing
            if all(other in below[one] for other in standing if one in below[other])
        }

    def next_parents(self, place: Place) -> list[str]:
        """What the next act there stands on: all that no other names but one it names itself."""
        named = self.parents[place]
        below = {act: _reach(act, lambda one: named.get(one, ())) for act in named}
        return sorted(
            act
            for act in named
            if all(other in below[act] for other in named if act in below[other])
        )

    def incomplete_field(self, place: Place) -> bool:
        return any(p not in self.known for named in self.parents[place].values() for p in named)

    # Rules 4 and 5

    def counting(self, place: Place) -> list[str]:
        heads = sorted(self.heads(place), key=lambda one: (self.acts[one].at, one), reverse=True)
        persons = [one for one in heads if not self._seeds(one)]
        return persons or heads[:1]

    def values_of(self, place: Place) -> list[object]:
        """The distinct values, the one that is shown first in front."""
        found: list[object] = []
        for one in self.counting(place):
            value = self.values[place][one]
            if json.dumps(value, sort_keys=True) not in [
                json.dumps(v, sort_keys=True) for v in found
            ]:
                found.append(value)
        return found

    def _seeds(self, act: str) -> bool:
        return (self.acts[act].by, self.acts[act].device) == ("seed", "seed")

    # Rule 6

    def fields(self, record: str) -> list[str]:
        return sorted(field for one, field in self.parents if one == record)

    def entries(self, record: str) -> list[str]:
        found = []
        for entry in self.records:
            if entry.startswith("entries/") and (entry, "about") in self.parents:
                own_entry = entry.startswith("entries/own-")
                own_record = record.startswith(("entries/own-", "items/own-"))
                shown = self.values_of((entry, "about"))[:1]
                if shown == [record] and isinstance(shown[0], str) and own_entry <= own_record:
                    found.append(entry)
        return found

    def any_heads(self, record: str) -> bool:
        return any(self.heads((record, field)) for field in self.fields(record))

    def _all_lives(self) -> dict[str, str | None]:
        """Entries can have entries, also in a ring: nothing is contested without a ground."""
        lives: dict[str, str | None] = dict.fromkeys(self.records, "deleted")
        while True:
            again = {record: self._life(record, lives) for record in self.records}
            if again == lives:
                return lives
            lives = again

    def _life(self, record: str, lives: dict[str, str | None]) -> str | None:
        if "life" not in self.fields(record):
            return "live"
        counting = self.counting((record, "life"))
        entries = self.entries(record)
        if not counting:
            left = any(self.any_heads(one) for one in (record, *entries))
            return "contested" if left else None
        deletions = [one for one in counting if self.values[record, "life"][one] == "deleted"]
        if not deletions:
            return "live"
        if len(deletions) < len(counting):
            return "contested"
        places = [(record, field) for field in self.fields(record) if field != "life"]
        for entry in entries:
            if lives[entry] != "deleted":
                places += [(entry, field) for field in self.fields(entry)]
        unseen = any(
            self._unseen(place, head, deletions) for place in places for head in self.heads(place)
        )
        return "contested" if unseen else "deleted"

    def _unseen(self, place: Place, head: str, deletions: Sequence[str]) -> bool:
        if self._seeds(head) or head in deletions:
            return False
        saw = {one for deletion in deletions for one in self.acts[deletion].saw}
        here = self.parents[place]
        return not any(
            head == one or (one in here and head in _reach(one, lambda act: here.get(act, ())))
            for one in saw
        )

    def view(self) -> dict[str, object]:
        """As ``tests.worlds.view`` says it of a projection."""
        return {record: self.view_of(record) for record in self.records}

    def view_of(self, record: str) -> object:
        fields = self.fields(record)
        conflicts = [f for f in fields if len(self.values_of((record, f))) > 1]
        incomplete = {f for f in fields if self.incomplete_field((record, f))}
        deletions = [
            one
            for one in (self.heads((record, "life")) if "life" in fields else ())
            if self.values[record, "life"][one] == "deleted"
        ]
        if "life" not in fields or any(
            a not in self.known for d in deletions for a in self.acts[d].saw
        ):
            incomplete.add("life")
        heads = {
            f: (frozenset(self.heads((record, f))), [repr(v) for v in self.values_of((record, f))])
            for f in fields
        }
        life = self.lives[record]  # "lists deleted and contested records too, others with a head"
        listed = life in ("deleted", "contested") or self.any_heads(record)
        return (listed, life, tuple(conflicts), tuple(sorted(incomplete)), heads)


def _reach(
    start: str,
    ahead: Callable[[str], Iterable[str]],
    through: Callable[[str], bool] = lambda one: True,
) -> set[str]:
    """All that is found from here, without going on past what ``through`` refuses."""
    found: set[str] = set()
    waiting = list(ahead(start))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            if through(one):
                waiting.extend(ahead(one))
    return found
