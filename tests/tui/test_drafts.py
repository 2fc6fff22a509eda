"""What was typed and not saved: written down, offered again, thrown away; only for who typed it."""

import json
import os
import stat
from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.filling import Filling
from tui.user.draft_file import DraftFile
from tui.user.drafts import Drafts

LARGE = (120, 40)


def files(home: Path) -> list[Path]:
    return sorted((home / "config").rglob("drafts/*.json"))


def said(home: Path) -> dict[str, object]:
    """What every file of drafts holds, by what it is about."""
    found = [json.loads(file.read_text(encoding="utf-8")) for file in files(home)]
    return {about: one["said"] for file in found for about, one in file["drafts"].items()}


def died(db: Path, about: str, draft: dict[str, object], *, open: bool = True) -> None:
    """A window that had this typed is no longer there."""
    drafts = Drafts()
    drafts.keep(about, draft, open=open, name="Wat het was")
    file = DraftFile(db)
    file.save(drafts.all())
    file.close()


async def test_what_is_typed_is_written_down_within_a_second(db: Path, home: Path) -> None:
    async with driven(db, LARGE) as screen:
        screen.main.go_to(VHTO)
        await screen.press("a", *"gebeld")
        await screen.until(lambda: said(home) == {f"note {VHTO}": {"text": "gebeld"}})
        (file,) = files(home)
        if os.name == "posix":
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
        await screen.press("enter")
        assert files(home) == []
    assert files(home) == []


async def test_only_there_and_never_in_the_file(db: Path, home: Path) -> None:
    async with driven(db, LARGE) as screen:
        screen.main.go_to(VHTO)
        await screen.press("a", *"geheimpje", "escape")
        assert said(home) == {f"note {VHTO}": {"text": "geheimpje"}}
    assert b"geheimpje" not in db.read_bytes()
    with closing(Store.open(db)) as store:
        assert b"geheimpje" not in store.snapshots.make("internal")


async def test_cleared_again_is_no_draft(db: Path, home: Path) -> None:
    async with driven(db, LARGE) as screen:
        screen.main.go_to(VHTO)
        await screen.press("a", "x", "escape")
        assert len(files(home)) == 1
        await screen.press("a", "backspace", "escape")
        assert files(home) == []


@pytest.mark.parametrize(
    ("about", "draft", "shows"),
    [
        (f"note {VHTO}", {"text": "Gebeld, en toen"}, ["a Aantekening bij VHTO", "en toen"]),
        (VHTO, {"title": "Half getypt", "regions": [["gelderland"], [], [], ""]},
         ["e Wijzig VHTO", "Half getypt", "Twente ✕   Gelderland ✕"]),
        (f"title of {VHTO}", {"title": "Half getypt"}, ["Half getypt"]),
        (f"status {VHTO}", {"chosen": 2, "said": "want"}, ["s Status van VHTO", "want"]),
        (f"signal {VHTO}", {"chosen": 1, "said": "geen geld"}, ["z Signaal van", "geen geld"]),
        ("new agreements", {"title": "Nieuw idee", "regions": [["twente"], [], [], ""]},
         ["n Nieuwe afspraak", "Nieuw idee", "Twente"]),
        ("new people", {"name": "P. Persoon", "organisation": ["platform", "Platform"]},
         ["Nieuwe persoon", "P. Persoon"]),
        ("regions/twente", {"profile": "Grensregio"}, ["e Wijzig Twente", "Grensregio"]),
        ("myself", {"name": "An"}, ["N Wie u bent", "An"]),
    ],
)  # fmt: skip
async def test_every_form_goes_on_where_it_was(
    db: Path, about: str, draft: dict[str, object], shows: list[str]
) -> None:
    died(db, about, draft)
    async with driven(db, LARGE) as screen:
        await screen.until(lambda: "Getypt, maar niet bewaard" in screen.text)
        assert "Wat het was" in screen.text
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is not None)
        for words in shows:
            assert words in screen.text


async def test_going_on_and_saving_leaves_nothing(db: Path, home: Path) -> None:
    died(db, f"note {VHTO}", {"text": "gebeld"})
    async with driven(db, LARGE) as screen:
        await screen.until(lambda: "niet bewaard" in screen.text)
        await screen.press("enter")
        await screen.press("enter")
        assert screen.main.form is None
    assert files(home) == []
    with closing(Store.open(db)) as store:
        assert [one.text for one in store.page(VHTO).entries] == ["gebeld"]


async def test_escape_is_later_and_then_only_a_line(db: Path, home: Path) -> None:
    died(db, f"note {VHTO}", {"text": "gebeld"})
    async with driven(db, LARGE) as screen:
        await screen.until(lambda: "niet bewaard" in screen.text)
        await screen.press("escape")
        assert said(home) == {f"note {VHTO}": {"text": "gebeld"}}
    async with driven(db, LARGE) as screen:
        await screen.until(lambda: "Wat u typte is nog niet bewaard" in screen.text)
        assert len(screen.app.screen_stack) == 1
        screen.main.go_to(VHTO)
        await screen.press("a")
        assert "gebeld" in screen.text


async def test_thrown_away_and_put_back(db: Path, home: Path) -> None:
    died(db, f"note {VHTO}", {"text": "gebeld"})
    async with driven(db, LARGE) as screen:
        await screen.until(lambda: "niet bewaard" in screen.text)
        await screen.press("d")
        assert "niets meer" in screen.text
        await screen.press("u")
        assert "gebeld" in screen.text
        await screen.press("d", "escape")
        assert files(home) == []
        assert not screen.main.drafts.all()


async def test_what_the_form_saw_goes_along(db: Path, home: Path) -> None:
    """Someone else changed the same field while the laptop was off."""
    async with driven(db, LARGE) as screen:
        form = await Filling(screen).of(VHTO)
        await form.put("title", "Mijn titel")
        await screen.press("escape")
    with closing(Store.open(db, by="Bob")) as other:
        other.edit(VHTO, {"title": "Die van Bob"})
    async with driven(db, LARGE) as screen:
        form = await Filling(screen).of(VHTO)
        assert "intussen gewijzigd door Bob" in screen.text
        assert "Mijn titel" in screen.text
        await screen.press("enter")
    with closing(Store.open(db)) as store:
        (conflict,) = store.conflicts(VHTO)
    assert {claim.value for claim in conflict.claims} == {"Mijn titel", "Die van Bob"}
    assert files(home) == []


async def test_two_windows_keep_their_own(db: Path, home: Path) -> None:
    async def typed(screen: Driver, text: str) -> None:
        screen.main.go_to(VHTO)
        await screen.press("a", *text)
        screen.app.keep_drafts()

    async with driven(db, LARGE) as one:
        await typed(one, "eerste")
        async with driven(db, LARGE) as other:
            assert "niet bewaard" not in other.text
            await typed(other, "tweede")
            texts = {
                draft["said"]["text"]
                for file in files(home)
                for draft in json.loads(file.read_text(encoding="utf-8"))["drafts"].values()
            }
            assert texts == {"eerste", "tweede"}


def test_drafts_of_windows_that_died_come_together(db: Path, home: Path) -> None:
    first, second = DraftFile(db), DraftFile(db)
    for n, file in enumerate((first, second)):
        drafts = Drafts()
        drafts.keep(f"note agreements/{n}", {"text": str(n)})
        file.save(drafts.all())
    assert len(files(home)) == 2
    first.close()
    second.close()
    third = DraftFile(db)
    assert set(third.load()) == {"note agreements/0", "note agreements/1"}
    assert len(files(home)) == 1
    assert DraftFile(db).load() == {}
    third.close()


DAMAGED = [
    b"", b"\xff\xfe", b"{", b"[]", b"null", b"[" * 100_000, b'{"version": 1}',
    b'{"version": 1, "drafts": {"x": 3}}',
    b'{"version": 1, "drafts": {"x": {"said": {}, "saw": {"a": 3}, "at": "", "open": true,'
    b' "name": ""}}}',
    b'{"version": 1, "drafts": {"x": {"said": {}, "saw": {"a": [[3], []]}, "at":'
    b' "2026-01-01", "open": true, "name": ""}}}',
]  # fmt: skip


@pytest.mark.parametrize("data", DAMAGED)
async def test_a_damaged_file_is_put_aside_and_told(db: Path, home: Path, data: bytes) -> None:
    died(db, f"note {VHTO}", {"text": "gebeld"})
    (file,) = files(home)
    file.write_bytes(data)
    async with driven(db, LARGE) as screen:
        await screen.until(lambda: "Wat u typte was niet te lezen" in screen.text)
        assert file.with_suffix(".damaged").read_bytes() == data
        screen.main.go_to(VHTO)
        await screen.press("a", *"weer", "escape")
        assert said(home) == {f"note {VHTO}": {"text": "weer"}}


@pytest.mark.parametrize(
    ("about", "draft"),
    [(VHTO, {"title": 3, "regions": "x", "kind": [1, 2], "onzin": "x", "text": ["a"], "made": 3}),
     (f"status {VHTO}", {"chosen": 99, "said": "x"}), (f"status {VHTO}", {"chosen": "x"}),
     (f"signal {VHTO}", {"chosen": 1, "said": [3]}), (f"note {VHTO}", {"kind": [None, 4]})],
)  # fmt: skip
async def test_what_no_form_could_have_kept_is_left_out(
    db: Path, about: str, draft: dict[str, object]
) -> None:
    died(db, about, draft)
    async with driven(db, LARGE) as screen:
        await screen.until(lambda: "niet bewaard" in screen.text)
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is not None)
        await screen.press("escape")


async def test_about_what_is_not_here_is_told(db: Path) -> None:
    died(db, "note agreements/weg", {"text": "gebeld"})
    async with driven(db, LARGE) as screen:
        await screen.until(lambda: "niet bewaard" in screen.text)
        await screen.press("enter")
        assert screen.main.form is None
        assert screen.main.toasting
        assert screen.app.is_running


async def test_a_folder_that_cannot_be_written_is_told_once(db: Path, home: Path) -> None:
    (home / "config" / "arrangement" / "drafts").write_text("a file where a folder should be")
    async with driven(db, LARGE) as screen:
        screen.main.go_to(VHTO)
        await screen.press("a", *"gebeld")
        await screen.until(lambda: "niet vastgelegd" in screen.text)
        await screen.press("enter")
    with closing(Store.open(db)) as store:
        assert [one.text for one in store.page(VHTO).entries] == ["gebeld"]


async def test_an_element_taken_out_with_a_key_too_many(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await Filling(screen).of(VHTO)
        await form.at("regions")
        await screen.press("backspace")
        assert "Twente weggehaald; ctrl+z zet terug" in screen.text
        await screen.press("ctrl+z")
        assert "weggehaald" not in screen.text
        assert not form.form.state.changed
