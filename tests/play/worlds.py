"""Arrangements to play with, of every kind; each is made once and then copied."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from seed.loader import load
from seed.releases import oost
from seed.seed_acts import acts
from seed.seeded import Seeded
from storage import clock
from storage.errors import Refused
from storage.store import Store
from storage.tables.database import transaction
from storage.tables.insert import take_in
from storage.views.change import Change
from storage.views.meeting import Decision, MeetingPlan, PlannedPoint
from storage.views.passage import Passage
from tests.benchmarks import made
from tests.chance import known
from tests.play import zoo
from tests.play.odd import odd_acts
from tests.storage import small
from tests.tui import nasty
from tests.tui.conftest import ARRANGEMENT, WORLD

ODD = 120  # acts
MANY = 10_000


def empty(path: Path) -> None:
    """Nothing at all."""
    Store.create(path, "leeg-2014")


def bare(path: Path) -> None:
    """Only a name, as ``new FILE`` makes it."""
    Store.create(path, "kaal-2014", acts([Seeded("arrangement/kaal-2014", {"title": "Kaal"})]))


def sourceless(path: Path) -> None:
    """Agreements that stand in no document."""
    Store.create(path, small.ARRANGEMENT, small.small())


def world(path: Path) -> None:
    """The small arrangement of the tests."""
    Store.create(path, ARRANGEMENT, acts(load(WORLD)))


def shipped(path: Path) -> None:
    """The arrangement of Oost, with something at every place of its document."""
    Store.create(path, ARRANGEMENT, oost())
    with closing(Store.open(path, "Anna")) as store:
        sources = [one.get("source") for one in store.records("agreements")]
        places = {one["locator"]: None for one in sources if isinstance(one, dict)}
        lines = [
            Passage(place, ("Kop", place.split(".")[0]), "bullet", f"Tekst bij {place}.")
            for place in sorted(filter(None, places))
        ]
        store.documents.attach(store.arrangement, lines)


def conflicts(path: Path) -> None:
    """Two colleagues who changed, deleted and noted the same, and a third who has all of it."""
    world(path)
    folder = path.parent
    with closing(Store.open(path)) as store:
        records = [str(one["id"]) for one in store.records("agreements")][:12]
    for name in ("Bob", "Cor"):
        copy = Path(shutil.copy(path, folder / f"{name}.db"))
        with _laptop(folder / name), closing(Store.open(copy, name)) as store:
            for n, record in enumerate(records):
                _differ(store, record, n, name)
            store.edit("regions/twente", {"name": f"Twente van {name}", "profile": name})
            store.edit(f"arrangement/{ARRANGEMENT}", {"purpose": f"Doel van {name}"})
            store.snapshots.export(folder / f"{name}.json")
    with closing(Store.open(path, "Anna")) as store:
        for name in ("Bob", "Cor"):
            store.snapshots.import_(folder / f"{name}.json")


def _differ(store: Store, record: str, n: int, name: str) -> None:
    """What this colleague did with the nth agreement."""
    with suppress(Refused):
        if n % 4 == 0:
            store.edit(record, {"title": f"Titel van {name}", "goal": f"Doel {name}" * 3})
        elif n % 4 == 1:
            status = "in_progress" if name == "Bob" else "on_hold"
            store.apply(Change((record,), sets={"status": status}, reason=f"volgens {name}"))
        elif n % 4 == 2 and name == "Bob":
            store.delete(record)
        elif n % 4 == 2:
            store.note(record, f"nog gezien door {name}")
        else:
            term = dict.fromkeys(("from", "every", "trigger"), None)
            said = {**term, "phrase": f"volgens {name}", "precision": "day", "nature": "once"}
            store.edit(record, {"term": {**said, "to": f"2015-0{len(name)}-01"}})


def own(path: Path) -> None:
    """Own remarks beside those of everyone."""
    conflicts(path)
    with closing(Store.open(path, "Anna")) as store:
        for n, one in enumerate(store.records("agreements")[:20]):
            with suppress(Refused):
                store.note(str(one["id"]), f"intern {n}", own=n % 2 == 0)


def joined(path: Path) -> None:
    """Records that stand for others: in a chain, in a ring, one that is deleted."""
    world(path)
    with closing(Store.open(path, "Anna")) as store:
        for type_ in ("regions", "programmes", "organisations", "agreements", "people"):
            ids = [str(one["id"]) for one in store.records(type_)]
            for one, into in pairwise(ids[1:5]):
                with suppress(Refused):
                    store.join(one, into)
            for last in ids[4:5]:
                store.delete(last)
    tails = {"programmes": ("kwto", "jet-net"), "organisations": ("platform", "vhto")}
    with closing(Store.open(path)) as store, transaction(store.connection):
        ring = odd_ring(tails)
        take_in(store.connection, ring, (), clock.now())


def odd_ring(tails: dict[str, tuple[str, str]]) -> list:
    """Two records of each type that stand for each other, as two laptops may make them."""
    from storage.acts import Setting, make_act

    pairs = [(f"{type_}/{a}", b) for type_, two in tails.items() for a, b in (two, two[::-1])]
    return [
        make_act(at="2020-01-01T00:00:00.000Z", by="4" * 16, device="4" * 16, seq=n,
                 set=[Setting(record, "joined", into, ())])
        for n, (record, into) in enumerate(pairs, 1)
    ]  # fmt: skip


def meetings(path: Path) -> None:
    """A meeting that is prepared, one that runs, one that is over; actions, and saved searches that
    name each other in a ring."""
    conflicts(path)
    with closing(Store.open(path, "Anna")) as store:
        tails = [str(one["id"]).partition("/")[2] for one in store.records("agreements")]
        body = str(store.records("organisations")[0]["id"]).partition("/")[2]
        for n, day in enumerate(("2014-06-01", "2014-12-01", "2015-06-01")):
            points = [
                PlannedPoint(agreement=tail, minutes=5, reason="te laat",
                             proposal={"status": "in_progress"} if m % 2 else None)
                for m, tail in enumerate(tails[n : n + 8])
            ]  # fmt: skip
            plan = MeetingPlan(
                {"title": f"Overleg {n}", "date": day, "body": body}, ((body, "voorzitter"),),
                (PlannedPoint("Opening"), PlannedPoint("Afspraken", under=tuple(points))),
                own=False,
            )  # fmt: skip
            meeting = store.meetings.prepare(plan)
            store.meetings.add(meeting, PlannedPoint("eigen punt"))
            if n < 2:
                _held(store, meeting)
            if n == 0:
                store.meetings.close(meeting, hold=True)
        for name, query in (("heen", "zoek:weer"), ("weer", "zoek:heen of"), ("zelf", "zoek:zelf")):
            store.add("searches", {"name": name, "query": query})


def _held(store: Store, meeting: str) -> None:
    """Some of its points decided, and an action of each."""
    store.meetings.open(meeting)
    points = [one for one in store.meetings.agenda(meeting).points if one.row and not one.own]
    for n, point in enumerate(points[:5]):
        with suppress(Refused):
            kind = "held" if n % 2 else "discussed"
            store.meetings.decide(meeting, point.id, Decision(kind, reservation=None))
            store.meetings.note(meeting, point.id, {"kind": "action", "text": f"doe {n}"})


def many(path: Path) -> None:
    """Ten thousand agreements."""
    made.store(path, MANY).close()


WORLDS: dict[str, Callable[[Path], None]] = {
    "empty": empty, "bare": bare, "sourceless": sourceless, "world": world, "shipped": shipped,
    "conflicts": conflicts, "meetings": meetings,
    "own": own, "joined": joined, "nasty": nasty.make, "many": many,
}  # fmt: skip


class Worlds:
    """The arrangements as files; ``odd`` acts come on top when the copy is made."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="arrangement-play-")
        self.folder = Path(self._folder.name)

    def close(self) -> None:
        self._folder.cleanup()

    def zoo(self) -> Path:
        """A folder with files of every kind, to take in or to write over; copy it."""
        folder = self.folder / "zoo"
        if not folder.exists():
            folder.mkdir()
            template = self.folder / "of-zoo"
            template.mkdir()
            with known("zoo"):
                world(template / "mine.db")
                sourceless(template / "other.db")
                zoo.make(folder, template / "mine.db", template / "other.db", _laptop)
        return folder

    def copy(self, name: str, odd: int, to: Path) -> None:
        """Put an arrangement at this path, with the odd acts of this number on top."""
        template = self.folder / name / f"{name}.db"
        if not template.exists():
            template.parent.mkdir()
            with known(name), _laptop(template.parent / "home"):
                WORLDS[name](template)
        shutil.copy(template, to)
        if odd:
            with known(f"{name} {odd}", 1):
                add_odd(to, odd)


def add_odd(path: Path, number: int) -> None:
    """Odd acts of others, that came in before: the same ones for the same number."""
    with closing(Store.open(path)) as store:
        rows = store.connection.execute("SELECT DISTINCT record FROM said").fetchall()
        records = sorted(record for (record,) in rows)
        known = [id_ for (id_,) in store.connection.execute("SELECT id FROM acts ORDER BY n")]
        dice = Random(number)
        made_up = [*odd_acts(records, known, store.arrangement, dice, ODD)]
        with transaction(store.connection):
            take_in(store.connection, made_up, (), clock.now())


class _laptop:  # noqa: N801 - used as a function
    """Someone else's configuration folder, for as long as they work."""

    def __init__(self, folder: Path) -> None:
        self._there = {"XDG_CONFIG_HOME": str(folder)}
        self._before: dict[str, str | None] = {}

    def __enter__(self) -> None:
        self._before = {name: os.environ.get(name) for name in self._there}
        os.environ.update(self._there)

    def __exit__(self, *_: object) -> None:
        for name, value in self._before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
