"""The list of actions: by how urgent they are, ticked off, narrowed, and handed over in one act."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven

TODAY = date.today()


def by(day: date) -> dict[str, object]:
    iso = day.isoformat()
    return {"phrase": f"voor {iso}", "from": None, "to": iso, "precision": "day",
            "nature": "once", "every": None, "trigger": None}  # fmt: skip


def filled(db: Path) -> None:
    """Three actions of VHTO that are open, one that is done, and one of nobody."""
    with closing(Store.open(db, "Anna")) as store:
        for text, days, done, who in (
            ("lijst sturen", -3, None, "vhto"),
            ("scholen bellen", 10, None, "vhto"),
            ("monitor maken", 200, None, "vhto"),
            ("agenda sturen", -9, True, "vhto"),
            ("voorstel schrijven", None, None, None),
        ):
            term = by(TODAY + timedelta(days)) if days is not None else None
            said = {"about": VHTO, "kind": "action", "text": text, "term": term, "done": done}
            function = "directeur" if who else None
            store.add("entries", {**said, "who": who, "function": function})


def entries(db: Path, field: str) -> dict[object, object]:
    with closing(Store.open(db)) as store:
        return {one["text"]: one[field] for one in store.records("entries")}


async def opened(screen: Driver) -> None:
    await screen.press("f2")
    await screen.type("actielijst")
    await screen.press("enter")


def place(screen: Driver, words: str) -> int:
    return next(n for n, line in enumerate(screen.lines) if words in line)


async def test_by_urgency_and_ticked_off_with_one_key(db: Path) -> None:
    filled(db)
    async with driven(db, (80, 24)) as screen:
        await opened(screen)
        order = ("Te laat", "lijst sturen", "Binnen een maand", "scholen bellen", "Later",
                 "monitor maken", "voorstel schrijven", "Gedaan", "agenda sturen")  # fmt: skip
        places = [place(screen, one) for one in order]
        assert places == sorted(places)
        assert "VHTO, directeur" in screen.line_with("scholen bellen")
        assert "TWE-04" in screen.line_with("scholen bellen")
        assert "3 dagen te laat" in screen.text
        await screen.press("v")
        assert entries(db, "done")["lijst sturen"] is True
        assert "Te laat" not in screen.text.replace("te laat", "")
        await screen.press("u")
        assert entries(db, "done")["lijst sturen"] is None
        await screen.press("g", "enter")
        assert screen.app.screen is screen.main
        assert screen.main.browser.pages.page is not None
        assert screen.main.browser.pages.page.record == VHTO


async def test_who_leaves_hands_over_in_one_act(db: Path) -> None:
    filled(db)
    async with driven(db, (80, 24)) as screen:
        await opened(screen)
        await screen.press("o")
        assert "3 open acties van VHTO" in screen.text
        await screen.type("platform")
        await screen.press("enter")
        assert "In welke functie?" in screen.text
        await screen.press("enter")
        assert "3 acties overgedragen aan" in screen.text
        who = entries(db, "who")
        assert who["agenda sturen"] == "vhto", "what is done stays with who did it"
        moved = {who[one] for one in ("lijst sturen", "scholen bellen", "monitor maken")}
        assert moved == {"platform"}
        assert entries(db, "function")["lijst sturen"] is None
        await screen.press("w")
        await screen.type("vhto")
        await screen.press("enter")
        assert "agenda sturen" in screen.text
        assert "scholen bellen" not in screen.text
        await screen.press("u")
        assert entries(db, "who")["scholen bellen"] == "vhto", "one undo takes all back"
        assert "scholen bellen" in screen.text
        with closing(Store.open(db, "Bob")) as store:
            store.delete("organisations/vhto")
        screen.app.look()
        await screen.rest()
        assert "voorstel schrijven" in screen.text, "those of all show again"


async def test_a_meeting_leads_to_them(db: Path) -> None:
    filled(db)
    async with driven(db, (80, 24)) as screen:
        await screen.press("Z", "a")
        assert "monitor maken" in screen.text
        await screen.press("escape")
        assert screen.app.screen is screen.main


async def test_an_action_of_what_is_not_here_shows(db: Path) -> None:
    with closing(Store.open(db, "Anna")) as store:
        store.note(VHTO, "VHTO is gebeld")
        store.add("entries", {"about": VHTO, "kind": "action", "text": "nog een keer bellen"})
        gone = store.add("agreements", {"title": "Weg ermee", "text": "x", "kind": "commitment",
                                        "part": "2", "regions/twente": True})  # fmt: skip
        store.add("entries", {"about": gone, "kind": "action", "text": "opruimen"})
        store.delete(gone)
    async with driven(db, (80, 24)) as screen:
        await opened(screen)
        assert "VHTO is gebeld" in screen.line_with("Laatst")
        await screen.press("end")
        assert "opruimen" in screen.text
        assert "Laatst" not in screen.text


async def test_who_leaves_a_function_hands_over_what_that_does(db: Path) -> None:
    filled(db)
    with closing(Store.open(db, "Anna")) as store:
        action = {"about": VHTO, "kind": "action", "who": "vhto"}
        store.add("entries", {**action, "text": "rekening betalen", "function": "penningmeester"})
    async with driven(db, (80, 24)) as screen:
        await opened(screen)
        await screen.press("o")
        assert "4 acties van VHTO" in screen.text
        assert "3 acties van VHTO, directeur" in screen.text
        await screen.press("enter")
        assert "3 open acties van VHTO, directeur" in screen.text
        await screen.type("vhto")
        await screen.press("enter")
        await screen.type("nieuwe directeur")
        await screen.press("enter")
        functions = entries(db, "function")
        assert functions["rekening betalen"] == "penningmeester"
        assert functions["scholen bellen"] == functions["monitor maken"] == "nieuwe directeur"
        assert set(entries(db, "who").values()) == {"vhto", None}


async def test_marked_actions_change_together(db: Path) -> None:
    filled(db)
    async with driven(db, (80, 24)) as screen:
        await opened(screen)
        await screen.press("space", "space")
        assert "2 gemarkeerd   4 open" in screen.text
        await screen.press("o")
        assert "2 open acties van VHTO, directeur, aan wie?" in screen.text
        await screen.press("escape")
        await screen.press("d")
        assert "Wanneer is het klaar?" in screen.text
        await screen.type("1 juli 2099")
        await screen.press("enter")
        assert "2 acties: 1 juli 2099" in screen.text
        terms = entries(db, "term")
        assert terms["lijst sturen"]["to"] == terms["scholen bellen"]["to"] == "2099-07-01"
        assert "gemarkeerd" not in screen.text
        await screen.press("u")
        assert entries(db, "term")["lijst sturen"]["to"] < TODAY.isoformat()
        await screen.press("g", "space", "space", "v")
        done = entries(db, "done")
        assert done["lijst sturen"] is done["scholen bellen"] is True
        assert done["monitor maken"] is None
