"""Joining on the screen: choosing the other, seeing what follows, and taking it back."""

from collections.abc import Callable
from pathlib import Path

from storage.store import Store
from tests.tui.driving import VHTO, driven

Work = Callable[[Callable[[Store], object]], Path]
JET = "agreements/oost-2-twe-05"


async def test_a_join_is_previewed_done_and_taken_back(db: Path) -> None:
    store = Store.open(db, "Anna")
    store.note(VHTO, "gebeld")
    store.close()
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("J")
        assert "VHTO: schakel met de regio samenvoegen" in screen.text
        await screen.press("enter")
        assert "kies eerst waarmee" in screen.text
        await screen.type("makelen")
        await screen.press("enter")
        assert (
            "TWE-04 VHTO: schakel met de regio gaat op in TWE-05 Jet-Net en Technet" in screen.text
        )
        assert screen.line_with("Aantekeningen, gaat over").rstrip().endswith("1")
        assert "blijft achter: VHTO: schakel met de regio" in screen.text
        await screen.press("f6")
        assert "TWE-05 Jet-Net en Technet: makelen gaat op in TWE-04" in screen.text
        assert "blijft achter: Jet-Net en Technet: makelen" in screen.text
        await screen.press("f6", "enter")
        assert "TWE-04 gaat op in TWE-05   u draait terug" in screen.text
        assert screen.main.browser.pages.record == JET
        assert "gebeld" in screen.text
        screen.main.go_to(VHTO)
        assert "Ging op in  Jet-Net en Technet: makelen" in screen.text
        await screen.press("down", "enter")
        assert screen.main.browser.pages.record == JET
        await screen.press("u")
        assert screen.main.store.record(VHTO)["joined"] is None


async def test_an_old_name_is_found_and_leads_to_the_new(db: Path) -> None:
    store = Store.open(db, "Anna")
    double = store.add("programmes", {"name": "Zomerschool"})
    store.join(double, "programmes/jet-net")
    store.close()
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.type("zomerschool")
        assert "programma" in screen.line_with("▌  Jet-Net")
        assert "Zomerschool" in screen.line_with("titel")
        await screen.press("enter")
        assert screen.main.browser.lists.filter.programme == "jet-net"


async def test_what_is_never_joined_says_so(db: Path) -> None:
    async with driven(db, (100, 30)) as screen:
        screen.main.go_to("arrangement/oost-2014-2016")
        await screen.press("J")
        assert screen.main.form is None
        assert "wordt nooit samengevoegd" in screen.text


async def test_a_join_that_goes_round_is_refused_at_its_line(db: Path) -> None:
    store = Store.open(db, "Anna")
    store.join(JET, VHTO)
    store.close()
    async with driven(db, (100, 30)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("J")
        await screen.type("makelen")
        await screen.press("escape", "escape")
        assert screen.main.form is None
    assert Store.open(db).record(VHTO)["joined"] is None


async def test_an_import_says_what_may_be_double(db: Path, colleague: Work) -> None:
    file = colleague(lambda store: store.add("organisations", {"name": "VHTO Landelijk"}))
    store = Store.open(db, "Anna")
    store.add("organisations", {"name": "vhto, landelijk"})
    store.close()
    async with driven(db, (100, 30)) as screen:
        await screen.press("i")
        screen.app.screen.query_one("#path").value = str(file)  # type: ignore[attr-defined]
        await screen.press("enter")
        await screen.until(lambda: not screen.main.busy)
        await screen.press("enter")
        await screen.until(lambda: not screen.main.busy)
        assert "1 mogelijk dubbel (P)" in screen.text
        await screen.until(lambda: "△ 1 probleem" in screen.lines[0])
        await screen.press("P")
        await screen.until(lambda: "zijn misschien dezelfde" in screen.words)
        await screen.press("J")
        assert "samenvoegen" in screen.text
        assert "gaat op in" in screen.text
        await screen.press("enter")
        await screen.until(lambda: "probleem" not in screen.lines[0])


async def test_what_is_no_double_is_told_no_more(db: Path, colleague: Work) -> None:
    store = Store.open(db, "Anna")
    store.add("organisations", {"name": "Platform Beta Techniek"})
    store.close()
    async with driven(db, (100, 30)) as screen:
        await screen.until(lambda: "△ 1 probleem" in screen.lines[0])
        await screen.press("P")
        await screen.until(lambda: "zijn misschien dezelfde" in screen.words)
        await screen.press("x")
        await screen.until(lambda: "Er zijn geen problemen." in screen.text)
