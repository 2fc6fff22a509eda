"""Rule 10: what the act that erases others says again, so that nothing else changes."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from storage.acts import Act, Setting, encode
from storage.merge.field_values import Knows
from storage.merge.heads import Assertion
from storage.merge.merged_records import Merged, World, about, merge_records
from storage.records.ids import scope_of, type_of

Place = tuple[str, str]
Says = Callable[[Setting], object]
"""The value that is said in place of this one, without what must go."""

NEW = "~new"  # what no id is, and stands after every id
LATEST = "~"  # after every time


class Again(NamedTuple):
    """What is said again of records of one scope, and what the deletions and closings among it
    saw."""

    set: tuple[Setting, ...]
    saw: tuple[str, ...]


class Restatement(NamedTuple):
    """What an act says that erases others. ``besides`` are deletions of records of another scope
    that it would contest: each scope says them again in an act of its own, which saw this one."""

    again: Again
    undo: tuple[str, ...]
    erase: tuple[str, ...]
    besides: Mapping[str | None, Again]


def erasing(
    world: World, knows: Knows, acts: Iterable[Act], void: Collection[str], says: Says
) -> tuple[Restatement, list[Act]]:
    """What one act says that erases as many of these ``acts`` of one scope as one can, and those
    that need another: of two that are in conflict, and with a deletion that is contested, nothing
    would be left to settle. The closing of a meeting names what it adopted, so it stands alone too.

    ``world`` holds every entry of each record whose life needs them.
    """
    saying, left = _Saying(merge_records(world, knows)), []
    for act in sorted(acts, key=lambda one: (one.at, one.id)):
        if not saying.takes(act, says):
            left.append(act)
    saying.hold_lives(world, knows)
    return saying.erasing(void), left


@dataclass(slots=True)
class _Saying:
    """What one act is going to say again."""

    merged: Mapping[str, Merged]
    acts: list[Act] = field(default_factory=list)
    values: dict[Place, object] = field(default_factory=dict)
    parents: dict[Place, set[str]] = field(default_factory=dict)
    saw: dict[str | None, set[str]] = field(default_factory=dict)
    alone: bool = False

    def takes(self, act: Act, says: Says) -> bool:
        """Say again what this act still does, unless that must be an act of its own."""
        heads = [one for one in act.set if self._counts(act.id, one)]
        alone = any(
            _is_closing((one.record, one.field), one.value)
            or ((one.field, one.value) == ("life", "deleted")
                and self.merged[one.record].life == "contested")
            for one in heads
        )  # fmt: skip
        said = {(one.record, one.field): says(one) for one in heads}
        clash = any(
            encode(value) != encode(self.values[place])
            for place, value in said.items()
            if place in self.values
        )
        if self.acts and (self.alone or alone or clash):
            return False
        self.alone = alone
        self.acts.append(act)
        for place, value in said.items():
            self._say(place, value, [act.id], act.saw)
        return True

    def hold_lives(self, world: World, knows: Knows) -> None:
        """Say each deletion again that this would contest, those of entries first."""
        said = 0
        while len(self.values) > said:
            said = len(self.values)
            now = merge_records(self._over(world), knows)
            lost = {
                record
                for record, one in self.merged.items()
                if one.life == "deleted" and now[record].life == "contested"
            }
            around = {about(record, now[record].fields) for record in lost}
            for record in sorted(lost - around or lost):
                heads = self.merged[record].fields["life"].counting
                saw = [act for one in heads for act in (one.act, *one.saw)]
                self._say((record, "life"), "deleted", [one.act for one in heads], saw)

    def erasing(self, void: Collection[str]) -> Restatement:
        scope = self.acts[0].scope
        ours = self._again(scope)
        in_force = {act.id for act in self.acts if act.undo and act.id not in void}
        others = {scope_of(record) for record, _ in self.values} - {scope}
        return Restatement(
            ours,
            () if ours.set else tuple(sorted({act.id for act in self.acts} - in_force)),
            tuple(sorted({name for act in self.acts for name in (act.id, *act.erase)})),
            {other: self._again(other) for other in others},
        )

    def _again(self, scope: str | None) -> Again:
        places = sorted(place for place in self.values if scope_of(place[0]) == scope)
        settings = (
            Setting(*place, self.values[place], tuple(sorted(self.parents[place])))
            for place in places
        )
        return Again(tuple(settings), tuple(sorted(self.saw.get(scope, ()))))

    def _counts(self, act: str, said: Setting) -> bool:
        """Whether this act is a head there. One of the seed's that another's hides is not said
        again: a person would then be in conflict with it."""
        counting = self.merged[said.record].fields[said.field].counting
        return any(one.act == act for one in counting)

    def _say(
        self, place: Place, value: object, parents: Collection[str], saw: Collection[str]
    ) -> None:
        self.values[place] = value
        self.parents.setdefault(place, set()).update(parents)
        if (place[1], value) == ("life", "deleted") or _is_closing(place, value):
            self.saw.setdefault(scope_of(place[0]), set()).update(saw)

    def _over(self, world: World) -> World:
        """The world with what is said again; one act stands for all that do."""
        found = {record: {**fields} for record, fields in world.items()}
        for (record, name), value in self.values.items():
            saw = tuple(self.saw.get(scope_of(record), ())) if name == "life" else ()
            said = Assertion(
                NEW, LATEST, False, value, tuple(self.parents[record, name]), False, saw
            )
            found[record][name] = [*found[record][name], said]
        return found


def _is_closing(place: Place, value: object) -> bool:
    record, field = place
    return (type_of(record), field, value) == ("meetings", "phase", "closed")
