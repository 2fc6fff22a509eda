"""How many keys a meeting over forty open agreements takes, and how long the app itself is busy:
`python -m tests.meeting_keys`. What is typed as text counts letter by letter."""

import asyncio
import os
import tempfile
import time
from contextlib import closing
from pathlib import Path

from seed.releases import ARRANGEMENT, oost
from storage.store import Store
from storage.views.change import Change
from storage.views.filter_term import FilterTerm
from storage.views.meeting import Agenda
from tests.tui.driving import Driver, driven

AGREEMENTS, PROPOSED, ALONE = 40, 10, 3
PREPARE, HOLD, CLOSE = "Voorbereiden", "Houden", "Sluiten"


class Counter:
    """Presses keys and counts them, by the part of the meeting in which they are pressed."""

    def __init__(self, screen: Driver) -> None:
        self.screen = screen
        self.part = PREPARE
        self.keys: dict[str, int] = {}
        self.seconds: dict[str, float] = {}

    async def press(self, *keys: str, text: str = "") -> None:
        """Press these keys, or type a text."""
        began = time.perf_counter()
        await (self.screen.type(text) if text else self.screen.press(*keys))
        spent = time.perf_counter() - began
        self.keys[self.part] = self.keys.get(self.part, 0) + (len(text) or len(keys))
        self.seconds[self.part] = self.seconds.get(self.part, 0.0) + spent


def fill(db: Path) -> None:
    """The arrangement of Oost with forty open agreements in it."""
    Store.create(db, ARRANGEMENT, oost())
    with closing(Store(db, by="Ann")) as store:
        found = [*store.filters.listed("agreements", (FilterTerm("is", "open"),))]
        rest = tuple(found[AGREEMENTS:])
        store.apply(Change(rest, sets={"status": "lapsed"}, reason="voor de telling"))


def agenda(db: Path) -> Agenda:
    """The agenda of the meeting that was prepared."""
    with closing(Store(db)) as store:
        meeting = next(one for one in store.meetings.all() if one.date == "2026-12-04")
        return store.meetings.agenda(meeting.id)


async def prepare(counter: Counter, db: Path) -> None:
    """An agenda of all that is open, ten proposals, shared."""
    await counter.press("Z", "n")
    await counter.press(text="liaison")
    await counter.press("enter")
    await counter.press(text="4-12-2026")
    await counter.press("enter", "enter")
    await counter.press(text="alles wat")
    await counter.press("enter", "enter")
    points = agenda(db).points
    done = 0
    for point in points:
        if point.row is not None and done < PROPOSED:
            await counter.press("e", "enter")
            await counter.press(text="uitv")
            await counter.press("enter", "enter")
            done += 1
        await counter.press("down")
        if done == PROPOSED:
            break
    await counter.press("S", "enter")


async def hold(counter: Counter, db: Path) -> None:
    """Three proposals alone, one with a reservation, the rest at once; the others talked of."""
    counter.part = HOLD
    decided = 0
    for point in (one for one in agenda(db).points if one.row is not None):
        while counter.screen.app.screen.at != point.id:  # type: ignore[attr-defined]
            await counter.press("n")
        if point.proposal is None:
            await counter.press("b")
            continue
        decided += 1
        if decided <= ALONE:
            await counter.press("a")
        elif decided == ALONE + 1:
            await counter.press("r")
            await counter.press(text="vhto")
            await counter.press("enter", "enter")
    await counter.press("A", "enter")


async def close(counter: Counter) -> None:
    """Read out what was decided, one by one, and close."""
    counter.part = CLOSE
    await counter.press("C")
    while type(counter.screen.app.screen).__name__ == "ReadOutScreen":
        await counter.press("enter")
    await counter.press("enter")
    await counter.screen.until(lambda: "Conceptverslag" in counter.screen.text)


async def main() -> None:
    """Play the meeting and print a row of each part."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_CONFIG_HOME=f"{home}/config", XDG_DATA_HOME=f"{home}/data")
        db = Path(home) / "arrangement.db"
        fill(db)
        async with driven(db, (100, 30)) as screen:
            counter = Counter(screen)
            await prepare(counter, db)
            await hold(counter, db)
            await close(counter)
        points = [one for one in agenda(db).points if one.row is not None]
        assert len(points) == AGREEMENTS
        assert all(one.outcome for one in points)
        print("| Deel | Toetsen | Seconden dat het programma rekent |\n|---|---|---|")
        for part, keys in counter.keys.items():
            print(f"| {part} | {keys} | {counter.seconds[part]:.1f} |".replace(".", ","))
        total = f"{sum(counter.seconds.values()):.1f}".replace(".", ",")
        print(f"| Samen | {sum(counter.keys.values())} | {total} |")


if __name__ == "__main__":
    asyncio.run(main())
