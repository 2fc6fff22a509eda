"""All records that a set of acts makes."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass

from storage.acts import Act, Stub
from storage.merge.erased import UNDECIDED, Decided, what_counts
from storage.merge.existence import Life, contests, heads_on, life_incomplete, life_of, sight_of
from storage.merge.field_values import Knows, Outcome, merge_field
from storage.merge.heads import Assertion
from storage.merge.voids import voided
from storage.progress import ALONE, Progress
from storage.records.ids import scope_of, type_of

World = Mapping[str, Mapping[str, list[Assertion]]]


@dataclass(frozen=True, slots=True)
class Merged:
    """One record after merging; ``conflicts`` and ``incomplete`` name fields as acts do."""

    id: str
    fields: Mapping[str, Outcome]
    life: Life | None
    conflicts: tuple[str, ...]
    incomplete: tuple[str, ...]

    @property
    def listed(self) -> bool:
        """Whether the record stands in ``records``: one without a head does not, unless it is
        contested."""
        return self.life == "contested" or heads_on(self.fields)

    def value(self, field: str) -> object:
        """What is shown of a field, as acts name it; None where nothing is said."""
        outcome = self.fields.get(field)
        return outcome.value if outcome else None


def project(
    acts: Iterable[Act],
    came: Iterable[Stub] = (),
    left: Iterable[Stub] = (),
    decided: Decided = UNDECIDED,
    progress: Progress = ALONE,
) -> dict[str, Merged]:
    """Every record with something said of it, by id, of all that is here (``remains``)."""
    bodies, stubs = what_counts(acts, came, left, decided)
    void = void_among(bodies.values(), stubs.values())
    said = progress.part(0, 0.3).over(bodies.values(), len(bodies))
    world = world_of(said, stubs.values(), void)
    rest = progress.part(0.3, 1)
    return merge_records(world, lambda act: act in bodies or act in stubs, rest)


def void_among(acts: Iterable[Act], stubs: Iterable[Stub]) -> set[str]:
    """The ids of what is void when these are all that is known; ids not known may be among them."""
    everything: list[Act | Stub] = [*acts, *stubs]
    return voided({one.id: one.undo for one in everything if one.undo})


def world_of(
    acts: Iterable[Act],
    stubs: Iterable[Stub],
    void: Collection[str],
    without: Container[str] = (),
) -> World:
    """What acts and stubs say, by record and field; ``without`` are records to pass over.

    A stub says nothing, but passes on.
    """
    world: dict[str, dict[str, list[Assertion]]] = defaultdict(lambda: defaultdict(list))
    for act in acts:
        is_void, is_seed = act.id in void, act.is_seed
        for record, field, value, parents in act.set:
            if record in without:
                continue
            saw = act.saw if field == "life" else ()
            said = Assertion(act.id, act.at, is_seed, value, parents, is_void, saw)
            world[record][field].append(said)
    for stub in stubs:
        for record, field, parents in stub.set:
            world[record][field].append(Assertion(stub.id, "", False, None, parents, True))
    return world


def merge_records(world: World, knows: Knows, progress: Progress = ALONE) -> dict[str, Merged]:
    """Merge a part of the world that holds every entry of each record whose life needs them."""
    fields = {
        record: {name: merge_field(said, knows) for name, said in parts.items()}
        for record, parts in progress.part(0, 0.8).over(world.items(), len(world))
    }
    lives = _lives(fields)
    return {
        record: Merged(
            record,
            parts,
            lives[record],
            tuple(sorted(name for name, outcome in parts.items() if outcome.conflict)),
            _incomplete(parts, knows),
        )
        for record, parts in progress.part(0.8, 1).over(fields.items(), len(fields))
    }


def about(record: str, fields: Mapping[str, Outcome]) -> str | None:
    """The record that this entry is about; None for what is no entry of anything."""
    if type_of(record) != "entries" or "about" not in fields:
        return None
    target = fields["about"].value
    if not isinstance(target, str):
        return None
    return target if scope_of(record) != "own" or scope_of(target) == "own" else None


def _lives(fields: Mapping[str, Mapping[str, Outcome]]) -> dict[str, Life | None]:
    """The life of every record.

    An entry that turns out to be contested is looked at again for the record it is about; each
    life can only go from deleted, or none, to contested, once.
    """
    targets = {
        record: target
        for record, parts in fields.items()
        if (target := about(record, parts)) is not None and target in fields
    }
    sights = {record: sight_of(fields[record]) for record in {*targets.values()}}
    lives = {record: life_of(parts) for record, parts in fields.items()}
    waiting = list(targets)
    while waiting:
        entry = waiting.pop()
        record = targets[entry]
        if contests(fields[entry], lives[entry], lives[record], sights[record]):
            lives[record] = "contested"
            if record in targets:
                waiting.append(record)
    return lives


def _incomplete(fields: Mapping[str, Outcome], knows: Knows) -> tuple[str, ...]:
    names = {name for name, outcome in fields.items() if outcome.incomplete}
    if life_incomplete(fields, knows):
        names.add("life")
    return tuple(sorted(names))
