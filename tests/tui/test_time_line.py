"""The time line to scale: steps that fit, bars, meetings, terms and counts where one stands."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as some

from storage import clock
from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tui.screens.main.time_scale import UNITS, time_scale

WHOLE = some.dates(date(1, 1, 1), date(9999, 12, 31))


@given(WHOLE, WHOLE, some.integers(20, 220))
def test_steps_are_the_smallest_that_fit(one: date, other: date, room: int) -> None:
    first, last = sorted((one, other))
    found = time_scale(first, last, room)
    many = len(found.starts)
    assert 1 <= many <= room
    assert many * found.cells <= room < many * (found.cells + 1)
    assert found.starts[0] <= first <= last
    assert found.step(last) == many - 1
    assert list(found.starts) == sorted(set(found.starts))
    if found.unit != "day":
        smaller = UNITS[UNITS.index(found.unit) - 1]
        days = {"day": 1, "week": 7, "month": 31, "quarter": 92}[smaller]
        assert (last - first).days / days + 2 > room


def test_a_period_of_three_years_has_months() -> None:
    found = time_scale(date(2014, 3, 15), date(2016, 12, 31), 103)
    assert (found.unit, len(found.starts), found.cells, found.bar) == ("month", 34, 3, 2)
    ticks = [day for _, day in found.ticks()]
    assert ticks[:2] == [date(2014, 4, 1), date(2014, 7, 1)]


def two_years(db: Path, on: Callable[[str], None]) -> None:
    """Work on some days, two meetings, and a term that passes while its agreement is open."""
    store = Store.open(db, "Jan")
    for day, many in (("2027-05-06", 8), ("2027-09-19", 1), ("2028-03-02", 4)):
        on(day)
        for n in range(many):
            store.edit(VHTO, {"goal": f"doel {day} {n}"})
    term = dict.fromkeys(("phrase", "from", "every", "trigger"))
    term |= {"to": "2027-11-30", "precision": "month", "nature": "once"}
    store.edit("agreements/oost-2-gel-01", {"term": term, "status": "open"})
    store.edit("arrangement/oost-2014-2016", {"to": "2028-12-31"})
    for day, phase in (("2027-06-18", "closed"), ("2028-06-20", "planned")):
        store.add("meetings", {"title": "Liaisonoverleg", "date": day, "phase": phase})
    on("2028-05-01")
    store.status("agreements/oost-2-gel-01", "lapsed", why="klaar")
    store.close()


async def travelled(screen: Driver, day: str) -> None:
    await screen.press("T", *day, "enter")
    await screen.until(lambda: not screen.main.browser.travel.moving)


async def test_the_line_is_to_scale(db: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    with monkeypatch.context() as then:
        two_years(db, lambda day: then.setattr(clock, "now", lambda: f"{day}T10:00:00.000Z"))
    async with driven(db, (120, 40)) as screen:
        await travelled(screen, "2-3-2028")
        top = screen.lines[:11]
        assert "4 open  nu 3" in top[0]
        assert top[1].startswith("   hoogste 9")
        assert top[3].startswith("   wijzigingen")
        assert "█" in top[1]  # the highest step is as high as can be
        names, meetings, terms, flag, told = top[5:10]
        assert "2027" in names
        held, planned = meetings.index("◆"), meetings.index("◇")
        assert held < planned
        assert held <= terms.rindex("1") < planned
        assert "2 maart 2028" in flag
        assert "8 wijzigingen in kwartaal 1 van 2028" in told
        assert "geel: voorbij en nog open" in told
        await screen.press("f7")
        await screen.until(lambda: "Jan, 2 mrt 2028" in screen.text)
        assert "Van 1 januari 2028 tot 31 maart 2028" in screen.text
        await screen.press("escape")
        assert screen.main.browser.travel.on
        await screen.press(*"1-1-2013", "enter")
        await screen.until(lambda: not screen.main.browser.travel.moving)
        assert screen.lines[0].strip().startswith("Eerder stond hier niets")
        await screen.pilot.resize_terminal(80, 24)
        assert "hoogste" in screen.lines[1]
        assert "2014" in screen.lines[2]
        assert "1 Regio" in screen.lines[5]
        await screen.pilot.resize_terminal(80, 15)
        assert "1 Regio" in screen.lines[1]
        await screen.pilot.resize_terminal(40, 20)
        assert "hoogste" in screen.lines[1]


def test_no_step_is_lost_at_the_ends() -> None:
    for n in range(400):
        last = date(2014, 1, 1) + timedelta(n)
        found = time_scale(date(2014, 1, 1), last, 60)
        assert found.step(date(2014, 1, 1)) == 0
        assert found.step(last) == len(found.starts) - 1
