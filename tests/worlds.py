"""Worlds of acts: devices that work honestly, and hostile ones with anything in them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count

from hypothesis import strategies as st

from storage.acts import Act, Setting, Stub, make_act, make_stub, read_stub
from storage.merge import (
    Counting,
    Decided,
    World,
    about,
    frontier,
    project,
    void_among,
    what_counts,
    world_of,
)
from storage.merge.restatement import Says, erasing
from storage.records.ids import scope_of

AGREEMENT = "agreements/one"
OWN_ITEM = "items/own-one"
UNKNOWN = "f" * 64
STRANGE = tuple(f"{n:064x}" for n in range(4))
"""Ids that no body can have; forged stubs can."""

_clock = count()


def moment(n: int) -> str:
    """The nth moment of a day in October."""
    minutes, millis = divmod(n, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"2014-10-07T{hours % 24:02}:{minutes:02}:{millis // 1000:02}.{millis % 1000:03}Z"


def act(values: Mapping[tuple[str, str], object] = {}, *parents: Act | str, **more: object) -> Act:
    """One act that sets these fields, all with the same parents."""
    names = tuple(sorted({p if isinstance(p, str) else p.id for p in parents}))
    n = next(_clock)
    body = {"at": moment(n), "by": "ann", "device": "a", "seq": n + 1, **more}
    return make_act(set=[Setting(*at, value, names) for at, value in values.items()], **body)  # type: ignore[arg-type]


def status(value: object, *parents: Act | str, **more: object) -> Act:
    """One act on the status of the one agreement."""
    return act({(AGREEMENT, "status"): value}, *parents, **more)


def stub(
    name: str, places: Mapping[tuple[str, str], Iterable[str]], undo: Iterable[str] = ()
) -> Stub:
    """A stub as a forger would write it."""
    rows = [[*place, sorted({*parents})] for place, parents in sorted(places.items())]
    return read_stub({"id": name, "set": rows, "undo": sorted({*undo})})


def erasing_all(stubs: Iterable[Stub]) -> Act:
    """An act of someone that erases all of which these are said to be left."""
    return act(erase=[one.id for one in stubs])


@dataclass
class Device:
    """One person on one device, who does everything as contract §2 asks."""

    name: str
    acts: dict[str, Act] = field(default_factory=dict)
    """Every body that ever came here, also those that went since."""
    came: set[Stub] = field(default_factory=set)
    confirmed: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    seq: int = 0
    at: str | None = None

    @property
    def decided(self) -> Decided:
        return Decided(frozenset(self.confirmed), frozenset(self.refused))

    @property
    def counts(self) -> Counting:
        """What counts here, and so what this device sends."""
        return what_counts(self.acts.values(), self.came, (), self.decided)

    def _said(self) -> World:
        bodies, stubs = self.counts
        return world_of(
            bodies.values(), stubs.values(), void_among(bodies.values(), stubs.values())
        )

    def do(self, values: Mapping[tuple[str, str], object] = {}, **more: object) -> Act:
        """One act, with the right parents on every field."""
        said = self._said()
        settings = [
            Setting(record, name, value, tuple(frontier(said.get(record, {}).get(name, ()))))
            for (record, name), value in values.items()
        ]
        scope = next((scope_of(record) for record, _ in values), None)
        return self.put(settings, **{"scope": scope, **more})

    def add(self, record: str, **values: object) -> Act:
        return self.do({(record, name): v for name, v in {**values, "life": "live"}.items()})

    def edit(self, record: str, **values: object) -> Act:
        return self.do({(record, name): value for name, value in values.items()})

    def note(self, record: str, tail: str, text: str = "t") -> Act:
        return self.add(f"entries/{tail}", about=record, text=text)

    def delete(self, *records: str) -> Act:
        """Delete, having seen every other field of the records and of their entries."""
        said = self._said()
        fields = {(record, name) for record in records for name in said.get(record, {})}
        for entry, merged in self.records().items():
            if about(entry, merged.fields) in records:
                fields |= {(entry, name) for name in said[entry]}
        fields -= {(record, "life") for record in records}
        saw = {one for r, name in fields for one in frontier(said[r][name])}
        return self.do({(one, "life"): "deleted" for one in records}, saw=sorted(saw))

    def restore(self, record: str) -> Act:
        return self.edit(record, life="live")

    def undo(self, *made: Act) -> Act:
        return self.do(undo=[one.id for one in made])

    def erase(self, *made: Act, says: Says = lambda said: said.value) -> list[Act]:
        """Say again what these still do, erase them, and confirm that here."""
        left, found = [*made], []
        while left:
            bodies, stubs = self.counts
            void = void_among(bodies.values(), stubs.values())
            known = (bodies.keys() | stubs.keys()).__contains__
            one, left = erasing(self._said(), known, left, void, says)
            scope = made[0].scope
            parts = {"undo": one.undo, "saw": one.again.saw, "erase": one.erase, "scope": scope}
            found.append(self.put(one.again.set, **parts))
            for other, again in one.besides.items():
                self.put(again.set, saw=[*again.saw, found[-1].id], scope=other)
            self.confirmed.add(found[-1].id)
        return found

    def put(self, settings: Iterable[Setting], **more: object) -> Act:
        """One act that says this, with the parents that are given."""
        self.seq += 1
        at = self.at or moment(next(_clock))
        body = {"at": at, "by": self.name, "device": self.name, **more}
        made = make_act(set=settings, seq=self.seq, **body)  # type: ignore[arg-type]
        self.acts[made.id] = made
        return made

    def confirm(self, *erasures: Act) -> None:
        self.confirmed |= {one.id for one in erasures}
        self.refused -= self.confirmed

    def refuse(self, *erasures: Act) -> None:
        self.refused |= {one.id for one in erasures}
        self.confirmed -= self.refused

    def pull(self, other: "Device", only: Collection[str] | None = None) -> None:
        """Take in what counts at the other, or of that what has these ids."""
        bodies, stubs = other.counts
        self.acts |= {n: a for n, a in bodies.items() if only is None or n in only}
        self.came |= {stub for n, stub in stubs.items() if only is None or n in only}

    def records(self):
        return project(self.acts.values(), self.came, (), self.decided)


def exchange(*devices: Device) -> None:
    """Everyone gets everything."""
    for one in devices:
        for other in devices:
            one.pull(other)


_step = st.tuples(st.integers(0, 9), *[st.integers(0, 3)] * 3, st.integers(0, 2**16))


@st.composite
def honest_worlds(draw: st.DrawFn, most: int = 22) -> list[Device]:
    """Three devices, one of them the seed's, that work and exchange only partly."""
    devices = [Device("seed"), Device("ann"), Device("bob")]
    for what, who, which, value, extra in draw(st.lists(_step, min_size=most // 2, max_size=most)):
        device, other = devices[who % 3], devices[(who + 1 + extra % 2) % 3]
        device.at = moment(extra % 7)
        record = (AGREEMENT, "agreements/two", "entries/n0", "entries/n1")[which]
        made = list(device.counts.bodies.values())
        match what:
            case 0 | 1 if value < 3:
                device.edit(record, **{("status", "title")[extra % 2]: value})
            case 0:
                device.do({(record, "title"): extra % 3, ("agreements/two", "status"): extra % 2})
            case 1:
                device.delete(record, "agreements/two")
            case 2:
                device.add(record, title=value)
            case 3:
                device.note((AGREEMENT, "entries/n0", "entries/n1")[value % 3], f"n{which % 2}")
            case 4:
                device.delete(record)
            case 5:
                device.restore(record)
            case 6 if made:  # of an edit, or of an undo: then it is a redo
                device.undo(made[extra % len(made)])
            case 7 if made and value == 0 and device.name != "seed":
                device.erase(made[extra % len(made)])
            case 7 if made and (found := [act for act in made if act.erase]):
                (device.confirm, device.refuse)[value == 1](found[extra % len(found)])
            case 8 | 9:
                bodies, stubs = other.counts
                theirs = [*bodies, *stubs]
                device.pull(other, [a for n, a in enumerate(theirs) if extra >> n % 16 & 1])
    return devices


@dataclass(frozen=True)
class Bag:
    """Acts and stubs as they may arrive from anyone; stubs that were ``left`` here of bodies; and
    what a person decided."""

    acts: tuple[Act, ...]
    came: tuple[Stub, ...]
    left: tuple[Stub, ...]
    decided: Decided


_PLACES = (
    (AGREEMENT, "life"), (AGREEMENT, "status"), ("entries/a", "about"), ("entries/a", "life"),
    ("entries/b", "about"), ("entries/b", "life"), ("agreements/two", "life"), ("odd", ""),
)  # fmt: skip
_VALUES = ("live", "deleted", AGREEMENT, "entries/a", "entries/b", None, 1, True, {"a": [1]})


@st.composite
def hostile_worlds(draw: st.DrawFn, most: int = 9) -> Bag:
    """Acts and stubs that name anything, also each other in circles."""
    acts: list[Act] = []
    ids = [*STRANGE, UNKNOWN]
    picks = st.lists(st.integers(0, 40), max_size=3)

    def names() -> list[str]:
        return sorted({ids[n % len(ids)] for n in draw(picks)})

    def places() -> list[tuple[str, str]]:
        return sorted(draw(st.sets(st.sampled_from(_PLACES), min_size=1, max_size=3)))

    for n in range(draw(st.integers(1, most))):
        by = draw(st.sampled_from(("seed", "ann", "bob")))
        common = {"at": moment(draw(st.integers(0, 3))), "by": by, "device": by, "seq": n + 1}
        erase = names() if draw(st.integers(0, 2)) == 0 else []
        if draw(st.integers(0, 4)) == 0:
            acts.append(make_act(undo=names(), erase=erase, **common))
        else:
            wanted = [Setting(*p, draw(st.sampled_from(_VALUES)), tuple(names())) for p in places()]
            acts.append(make_act(set=wanted, saw=names(), erase=erase, **common))
        ids.append(acts[-1].id)
    came = [
        stub(name, {place: names() for place in places()}, names())
        for name in draw(st.lists(st.sampled_from(ids[:4]), max_size=5))
    ]
    for made in draw(st.lists(st.sampled_from(acts), max_size=3)):
        came.append(make_stub(made) if draw(st.booleans()) else stub(made.id, {}, names()))
    away = draw(st.sets(st.integers(0, len(acts) - 1), max_size=3))
    left = [make_stub(acts[n]) for n in away if draw(st.booleans())]
    decisions = {one.id: draw(st.sampled_from((0, 0, 1, 2))) for one in acts if one.erase}
    decided = Decided(
        frozenset(name for name, made in decisions.items() if made == 1),
        frozenset(name for name, made in decisions.items() if made == 2),
    )
    here = tuple(one for n, one in enumerate(acts) if n not in away)
    return Bag(here, tuple(came), tuple(left), decided)


def view(records):
    """All that a projection says, in a form that compares."""
    return {
        name: (
            one.listed,
            one.life,
            one.conflicts,
            one.incomplete,
            {
                key: (frozenset(h.act for h in out.heads), [repr(c.value) for c in out.claims])
                for key, out in one.fields.items()
            },
        )
        for name, one in records.items()
    }
