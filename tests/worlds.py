"""Worlds of acts: devices that work honestly, and hostile ones with anything in them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count

from hypothesis import strategies as st

from storage.acts import Act, Setting, Stub, make_act, make_stub, read_stub
from storage.merge import World, about, frontier, project, world_of
from storage.records.fields import scope_of

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


@dataclass
class Device:
    """One person on one device, who does everything as contract §2 asks."""

    name: str
    acts: dict[str, Act] = field(default_factory=dict)
    stubs: dict[str, Stub] = field(default_factory=dict)
    seq: int = 0
    at: str | None = None

    def _said(self) -> World:
        bodies = [act for name, act in self.acts.items() if name not in self.stubs]
        return world_of(bodies, self.stubs.values(), ())

    def do(self, values: Mapping[tuple[str, str], object] = {}, **more: object) -> Act:
        """One act, with the right parents on every field."""
        said = self._said()
        self.seq += 1
        settings = [
            Setting(record, name, value, tuple(frontier(said.get(record, {}).get(name, ()))))
            for (record, name), value in values.items()
        ]
        scope = next((scope_of(record) for record, _ in values), None)
        at = self.at or moment(next(_clock))
        body = {"at": at, "by": self.name, "device": self.name, "scope": scope, **more}
        made = make_act(set=settings, seq=self.seq, **body)  # type: ignore[arg-type]
        self.acts[made.id] = made
        return made

    def add(self, record: str, **values: object) -> Act:
        return self.do({(record, name): v for name, v in {**values, "life": "live"}.items()})

    def edit(self, record: str, **values: object) -> Act:
        return self.do({(record, name): value for name, value in values.items()})

    def note(self, record: str, tail: str, text: str = "t") -> Act:
        return self.add(f"entries/{tail}", about=record, text=text)

    def delete(self, record: str) -> Act:
        """Delete, having seen every other field of the record and of its entries."""
        said = self._said()
        fields = {(record, name) for name in said.get(record, {}) if name != "life"}
        for entry, merged in self.records().items():
            if about(entry, merged.fields) == record:
                fields |= {(entry, name) for name in said[entry]}
        saw = {one for r, name in fields for one in frontier(said[r][name])}
        return self.do({(record, "life"): "deleted"}, saw=sorted(saw))

    def restore(self, record: str) -> Act:
        return self.edit(record, life="live")

    def undo(self, *made: Act) -> Act:
        return self.do(undo=[one.id for one in made])

    def erase(self, *made: Act) -> Act:
        """Drop these bodies here; the caller has set again what must stay."""
        erasure = self.do(erase=[one.id for one in made])
        self.stubs |= {one.id: make_stub(one) for one in made}
        return erasure

    def pull(self, other: "Device", only: Collection[Act] | None = None) -> None:
        """Take in what the other has, or a part of it."""
        wanted = None if only is None else {one.id for one in only}
        self.acts |= {n: a for n, a in other.acts.items() if wanted is None or n in wanted}
        self.stubs |= other.stubs

    def records(self):
        return project(self.acts.values(), self.stubs.values())


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
        made = list(device.acts.values())
        match what:
            case 0 | 1:
                device.edit(record, **{("status", "title")[extra % 2]: value % 3})
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
            case 7 if made and value == 0:
                device.erase(made[extra % len(made)])
            case 8 | 9:
                theirs = list(other.acts.values())
                device.pull(other, [a for n, a in enumerate(theirs) if extra >> n % 16 & 1])
    return devices


@dataclass(frozen=True)
class Bag:
    """Acts and stubs as they may arrive from anyone."""

    acts: tuple[Act, ...]
    stubs: tuple[Stub, ...]


_PLACES = (
    (AGREEMENT, "life"), (AGREEMENT, "status"), ("entries/a", "about"), ("entries/a", "life"),
    ("entries/b", "about"), ("entries/b", "life"), ("agreements/two", "life"), ("odd", ""),
)  # fmt: skip
_VALUES = ("live", "deleted", AGREEMENT, "entries/a", "entries/b", None, 1, True, {"a": [1]})


@st.composite
def hostile_worlds(draw: st.DrawFn, most: int = 9) -> Bag:
    """Acts and stubs that name anything, also each other in circles."""
    acts: list[Act] = []
    stubs: dict[str, Stub] = {}
    ids = [*STRANGE, UNKNOWN]
    picks = st.lists(st.integers(0, 40), max_size=3)

    def names() -> list[str]:
        return sorted({ids[n % len(ids)] for n in draw(picks)})

    def places() -> list[tuple[str, str]]:
        return sorted(draw(st.sets(st.sampled_from(_PLACES), min_size=1, max_size=3)))

    for n in range(draw(st.integers(1, most))):
        by = draw(st.sampled_from(("seed", "ann", "bob")))
        common = {"at": moment(draw(st.integers(0, 3))), "by": by, "device": by, "seq": n + 1}
        if draw(st.integers(0, 4)) == 0:
            acts.append(make_act(undo=names(), **common))
        else:
            wanted = [Setting(*p, draw(st.sampled_from(_VALUES)), tuple(names())) for p in places()]
            acts.append(make_act(set=wanted, saw=names(), **common))
        ids.append(acts[-1].id)
    for name in draw(st.lists(st.sampled_from(ids[:4]), unique=True, max_size=4)):
        stubs[name] = stub(name, {place: names() for place in places()}, names())
    for made in draw(st.lists(st.sampled_from(acts), max_size=2)):
        stubs[made.id] = make_stub(made) if draw(st.booleans()) else stub(made.id, {}, names())
    held_back = draw(st.sets(st.sampled_from([one.id for one in acts]), max_size=2))
    return Bag(tuple(a for a in acts if a.id not in held_back), tuple(stubs.values()))


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
