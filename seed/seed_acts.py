"""The seed as acts, the same ids on every laptop (contract §2, rule 8)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from seed.seeded import Seed, Seeded
from storage.acts import Act, Setting, encode, make_act
from storage.acts.act import SEED
from storage.merge import Merged, World, about, frontier, project, world_of

RELEASED = "2026-11-24T00:00:00.000Z"


def acts_of(seed: Seed, before: Sequence[Act] = ()) -> list[Act]:
    """The acts of an arrangement: the same for everyone who has the same folder."""
    return acts(seed.records, f"{seed.released}T00:00:00.000Z", before)


def acts(records: Iterable[Seeded], at: str = RELEASED, before: Sequence[Act] = ()) -> list[Act]:
    """The acts by which what those before say becomes these records: one for each record that
    differs, by id, on top of the seed's own acts."""
    world, merged = world_of(before, (), ()), project(before)
    wanted = {record.id: {"life": "live", **record.values} for record in records}
    found: list[Act] = []
    seq = max((act.seq for act in before), default=0)
    for record in sorted({*wanted, *merged}):
        words = dict(_differing(wanted.get(record), merged.get(record)))
        if words:
            seq += 1
            gone = words.get("life") == "deleted"
            found.append(
                make_act(
                    at=at, by=SEED, device=SEED, seq=seq,
                    set=[
                        Setting(record, field, value, _parents(world, record, field))
                        for field, value in words.items()
                    ],
                    saw=[*_seen(world, merged, record)] if gone else (),
                )
            )  # fmt: skip
    return found


def _differing(
    wanted: Mapping[str, object] | None, merged: Merged | None
) -> Iterator[tuple[str, object]]:
    """Fields as acts name them, with the value that each is to have."""
    if wanted is None:
        if merged is not None and merged.life != "deleted":
            yield "life", "deleted"
        return
    for field in {**wanted, **(merged.fields if merged else {})}:
        nothing = False if "/" in field else None  # an element of a set is in it or is not
        value = wanted.get(field, nothing)
        now = merged.value(field) if merged else None
        if encode(value) != encode(nothing if now is None else now):
            yield field, value


def _parents(world: World, record: str, field: str) -> tuple[str, ...]:
    return tuple(frontier(world.get(record, {}).get(field, ())))


def _seen(world: World, merged: Mapping[str, Merged], gone: str) -> set[str]:
    """What the deletion of a record saw: every other field of it, and of the entries about it."""
    entries = [id_ for id_, one in merged.items() if about(id_, one.fields) == gone]
    return {
        act
        for record in (gone, *entries)
        for field, said in world[record].items()
        if (record, field) != (gone, "life")
        for act in frontier(said)
    }
