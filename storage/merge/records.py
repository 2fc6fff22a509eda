"""All records that a set of acts makes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from storage.acts import Act, Stub
from storage.merge.fields import Knows, Outcome, merge_field
from storage.merge.heads import Said
from storage.merge.lives import Life, depends_on_entries, heads_on, life_incomplete, life_of
from storage.merge.voids import voided
from storage.records.fields import scope_of, type_of

World = Mapping[str, Mapping[str, list[Said]]]


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
        """Whether the record stands in ``records``: one without a head does not."""
        return heads_on(self.fields)

    def value(self, field: str) -> object:
        """What is shown of a field, as acts name it; None where nothing is said."""
        outcome = self.fields.get(field)
        return outcome.value if outcome else None


def project(acts: Iterable[Act], stubs: Iterable[Stub] = ()) -> dict[str, Merged]:
    """Every record with something said of it, by id.

    Where an act and its own stub are both given, the stub counts.
    """
    erased = {stub.id: stub for stub in stubs}
    bodies = {act.id: act for act in acts if act.id not in erased}
    known: list[Act | Stub] = [*bodies.values(), *erased.values()]
    void = voided({one.id: one.undo for one in known if one.undo})
    world: dict[str, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for act in bodies.values():
        is_void, is_seed = act.id in void, act.is_seed
        for record, field, value, parents in act.set:
            saw = act.saw if field == "life" else ()
            world[record][field].append(Said(act.id, act.at, is_seed, value, parents, is_void, saw))
    for stub in erased.values():
        for record, field, parents in stub.set:
            world[record][field].append(Said(stub.id, "", False, None, parents, True))
    return merge_records(world, lambda act: act in bodies or act in erased)


def merge_records(world: World, knows: Knows) -> dict[str, Merged]:
    """Merge a part of the world that holds every entry of each record whose life needs them."""
    fields = {
        record: {name: merge_field(said, knows) for name, said in parts.items()}
        for record, parts in world.items()
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
        for record, parts in fields.items()
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

    An entry that turns out to be contested counts for the record it is about, so lives are
    looked at again until none changes; each can only go from deleted to contested, once.
    """
    entries: dict[str, list[str]] = defaultdict(list)
    for record, parts in fields.items():
        target = about(record, parts)
        if target is not None:
            entries[target].append(record)
    lives = {record: life_of(parts, (), ()) for record, parts in fields.items()}
    waiting = [record for record in entries if record in fields]
    while waiting:
        record = waiting.pop()
        if not depends_on_entries(fields[record]):
            continue
        here = [(fields[entry], lives[entry] == "deleted") for entry in entries[record]]
        life = life_of(
            fields[record],
            [parts for parts, is_gone in here if not is_gone],
            [parts for parts, is_gone in here if is_gone],
        )
        if life != lives[record]:
            lives[record] = life
            target = about(record, fields[record])
            if target is not None and target in fields:
                waiting.append(target)
    return lives


def _incomplete(fields: Mapping[str, Outcome], knows: Knows) -> tuple[str, ...]:
    names = {name for name, outcome in fields.items() if outcome.incomplete}
    if life_incomplete(fields, knows):
        names.add("life")
    return tuple(sorted(names))
