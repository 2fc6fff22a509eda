"""A new arrangement from the screen: what is asked, what follows from it, and its file."""

from contextlib import closing
from pathlib import Path

from storage.store import Store
from tests.tui.driving import Driver, driven
from tests.tui.filling import Filling

LARGE = (100, 30)


async def begun(screen: Driver) -> Filling:
    screen.main.action_do("begin")
    await screen.rest()
    return Filling(screen)


async def test_what_is_asked_makes_a_file_with_which_the_screen_goes_on(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await begun(screen)
        await form.put("title", "Arrangement Noordkust")
        await form.put("period", "2027-2030")
        assert "onze lezing: van 1 januari 2027" in screen.text
        assert "NOORDKUST" in screen.text  # what follows stands there before it is typed
        assert "arrangement-noordkust.db" in screen.text
        await screen.press("enter")
        await screen.until(lambda: screen.app.next is not None)
    made = db.with_name("arrangement-noordkust.db")
    assert screen.app.next == made
    with closing(Store.open(made)) as store:
        (head,) = store.records("arrangement")
        assert store.arrangement.startswith("arrangement-noordkust-")
        assert (head["from"], head["to"], head["prefix"]) == (
            "2027-01-01", "2030-12-31", "NOORDKUST"
        )  # fmt: skip


async def test_what_cannot_be_is_said_and_nothing_is_made(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await begun(screen)
        await screen.press("enter")
        assert "△ " in screen.text
        await form.put("title", "Zuid")
        await form.put("period", "ooit")
        await screen.press("enter")
        assert "geen periode" in screen.text
        await form.put("period", "")
        await form.put("file", db.name)
        await screen.press("enter")
        assert "bestaat al" in screen.words
        assert "andere naam" in screen.words
        await form.put("file", "~niemand/zuid.db")
        await screen.press("enter")
        assert "bestaat niet" in screen.words
        assert form.open
    assert screen.app.next is None
    assert not db.with_name("zuid.db").exists()


async def test_what_the_file_is_stands_on_the_screen_when_it_opens(db: Path) -> None:
    async with driven(db) as screen:
        screen.app.told = lambda arrangement: f"Dit is {arrangement}"
        screen.app.reopen()
        await screen.until(lambda: "Dit is oost-2014-2016" in screen.text)
