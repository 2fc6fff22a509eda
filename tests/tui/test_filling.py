"""Filling in a form: choosing, sets, dates, what belongs together, what is left unsaved."""

from pathlib import Path

import pytest
from textual import events

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.filling import Filling
from tui import app
from tui.forms.parts.typing import Typing

LARGE = (100, 60)


def record(path: Path, id_: str = VHTO) -> dict[str, object]:
    store = Store.open(path)
    found = store.record(id_)
    store.close()
    return found


def mine(path: Path) -> list[tuple[str | None, set[str]]]:
    """Reason and fields of every act that a person made about the agreement."""
    store = Store.open(path)
    found = [
        (act.why, {change.field for change in act.changes})
        for act in store.history(VHTO)
        if not act.seed
    ]
    store.close()
    return found


async def at_vhto(screen: Driver) -> Filling:
    screen.main.go_to(VHTO)
    await screen.press("e")
    return Filling(screen)


async def test_everything_that_was_changed_is_one_act(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("title", "VHTO: contact met de regio")
        await form.put("text", "Eerste zin.")
        await screen.press("shift+enter")
        await screen.type("tweede")
        await form.put("term.phrase", "voor de zomer van 2015")
        await form.put("term.to", "30-6-2015")
        await form.put("goal", "meer meisjes")
        await form.put("why", "afgesproken in Deventer")
        await form.save()
        assert "TWE-04 gewijzigd   u draait terug" in screen.text
        assert "0 VHTO: contact met de regio" in screen.text
        await screen.press("u")
        assert "VHTO: schakel met de regio" in screen.text
        await screen.press("ctrl+r")
    changed = {"title", "text", "term", "goal"}
    assert ("afgesproken in Deventer", changed) in mine(db)
    found = record(db)
    assert found["text"] == "Eerste zin.\ntweede"
    assert found["term"] == {
        "phrase": "voor de zomer van 2015", "from": None, "to": "2015-06-30", "precision": "season",
        "nature": "once", "every": None, "trigger": None,
    }  # fmt: skip


async def test_typing_finds_by_name_other_name_and_the_middle_of_it(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("programmes")
        await screen.type("w&t")
        offered = screen.line_with("Kenniscentrum Wetenschap en Techniek")
        assert offered.rstrip().endswith("Kenniscentrum W&T Oost")
        await screen.press("enter")
        assert not form.form.asked.open
        await screen.type("jet")
        await screen.press("enter")
        await form.save()
    assert record(db)["programmes"] == ["jet-net", "kwto"]


async def test_escape_closes_only_the_list(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("kind")
        await screen.type("ver")
        assert "verzoek" in screen.text
        await screen.press("escape")
        assert form.open
        assert screen.app.screen.query_one(Typing).text == "vaste afspraak"
        await screen.press("escape")
        assert not form.open
    assert mine(db) == []


async def test_space_shows_everything_and_arrows_choose(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("status")
        await screen.press("space", "down", "enter")
        assert screen.app.screen.query_one(Typing).text == "in uitvoering"
        await form.save()
    assert record(db)["status"] == "in_progress"


async def test_tab_takes_what_the_list_offers(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("kind")
        await screen.type("ambi")
        await screen.press("tab")
        assert form.form.answer.key == "status"
        assert "ambitie" in screen.line_with("Soort")


async def test_a_choice_can_be_emptied(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("part")
        await screen.press("backspace", "enter")
        assert not form.open
    assert record(db)["part"] is None


async def test_elements_of_a_set_are_put_in_and_taken_out(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("regions")
        await screen.type("gel")
        await screen.press("enter")
        await screen.type("over")
        await screen.press("enter")
        assert "Twente ✕   Gelderland ✕   Overijssel ✕" in screen.text
        await screen.press("left", "left", "delete")
        assert "Twente ✕   Overijssel ✕" in screen.text
        await screen.press("left", "left", "right", "delete")
        assert "Overijssel" not in screen.line_with("Regio's ")
        await screen.type("food")
        await screen.press("enter", "backspace")
        await screen.type("oost")
        await screen.press("tab")
        await form.save()
    assert record(db)["regions"] == ["landsdeel-oost", "twente"]
    assert mine(db) == [(None, {"regions/landsdeel-oost"})]


async def test_space_ticks_and_enter_closes_the_list_however_it_was_opened(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("regions")
        await screen.press("space", "down", "space")
        assert form.form.asked.open
        await screen.press("down", "space", "enter")
        assert not form.form.asked.open
        assert screen.line_with("Regio's ").count("✕") == 3
        await screen.press("space", "escape")
        assert screen.line_with("Regio's ").count("✕") == 3
        await screen.type("over")
        await screen.press("enter")
        assert not form.form.asked.open
        assert screen.line_with("Regio's ").count("✕") == 4


async def test_what_hangs_together_is_added_in_two_steps(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("related")
        await screen.type("hangt")
        await screen.press("enter")
        assert "hangt af van ›" in screen.text
        await screen.press("tab")
        assert "△ nog niet af; vul ook in: titel of code van de afspraak" in screen.text
        await form.at("related")
        await screen.type("twe-05")
        await screen.press("enter")
        assert "hangt af van Jet-Net en Technet: makelen" in screen.text
        await form.save()
    assert record(db)["related"] == [{"relation": "depends_on", "record": "oost-2-twe-05"}]


async def test_a_party_is_typed_behind_its_role(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("parties/executor")
        await screen.type("vht")
        await screen.press("enter")
        await form.save()
    assert {"organisation": "vhto", "role": "executor"} in record(db)["parties"]  # type: ignore[operator]


async def test_a_text_is_added_to_a_set_of_texts(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await Filling(screen).of("programmes/jet-net")
        await form.at("aliases")
        await screen.type("jetnet")
        await screen.press("enter")
        await screen.type("half af")
        await screen.press("down", "enter")
        assert not form.open
    assert record(db, "programmes/jet-net")["aliases"] == ["half af", "jetnet"]


@pytest.mark.parametrize("typed", ["1 april 2014", "1-4-2014", "2014-04-01", "1 apr. 14"])
async def test_a_date_is_typed_in_any_way_and_shown_in_words(db: Path, typed: str) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("term.from", typed)
        await form.at("title")
        assert "1 april 2014" in screen.line_with("Vanaf  ")
        await form.save()
    assert record(db)["term"]["from"] == "2014-04-01"  # type: ignore[index]


async def test_an_end_before_the_beginning_is_told_where_it_stands(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("term.from", "1 april 2015")
        await form.put("term.to", "1 april 2014")
        await screen.press("enter")
        assert "△ het einde ligt vóór het begin" in screen.text
        assert form.form.answer.key == "term.to"
        await form.put("term.from", "1 april 2013")
        await form.at("title")
        assert "het einde ligt" not in screen.text
        await form.save()
        assert not form.open


async def test_orange_asks_its_own_reason_and_a_status_that_of_the_change(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("signal.colour", "oranje")
        await form.put("status", "vervallen")
        await form.save()
        assert form.form.answer.key == "signal.reason"
        await screen.type("geen geld")
        await screen.press("enter")
        assert form.form.answer.key == "why"
        assert "△ vul een reden in" in screen.text
        await screen.type("stopt")
        await screen.press("enter")
        assert not form.open
    assert record(db)["signal"] == {"colour": "amber", "reason": "geen geld"}
    assert mine(db) == [("stopt", {"signal", "status"})]


async def test_met_says_where_the_evidence_is_asked(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("status", "voldaan")
        await form.save()
        assert "△ voldaan vraagt bewijs; dat kan met s, status" in screen.text
    assert mine(db) == []


async def test_a_number_has_the_comma_of_the_language(db: Path) -> None:
    store = Store.open(db)
    target = store.add("targets", {"quantity": "12.5"})
    store.close()
    async with driven(db, LARGE) as screen:
        form = await Filling(screen).of(target)
        assert "12,5" in screen.line_with("Aantal")
        await screen.press("f8")
        assert "over wie het gaat" in screen.line_with("Doelgroep")
        await form.put("quantity", "veel")
        await form.save()
        assert "typ een getal: 40 of 12,5" in screen.text
        await form.put("quantity", "1.250,75")
        await form.save()
    assert record(db, target)["quantity"] == "1250.75"


async def test_a_locator_is_shown_in_words(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("source", "2.twente.b4")
        await form.at("title")
        assert "hoofdstuk 2, Twente, 4e punt" in screen.text
        await form.save()
    assert record(db)["source"] == {"document": "oost-2014-2016", "locator": "2.twente.b4"}


async def test_what_was_typed_is_there_again(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("title", "Half getypt")
        await form.put("regions", "gelder")
        await screen.press("enter", "escape")
        assert not form.open
        assert "Niet bewaard. Wat u typte, staat er nog" in screen.text
        await screen.press("e")
        assert "Uw tekst van zonet staat er nog" in screen.text
        assert "Half getypt" in screen.text
        assert "Twente ✕   Gelderland ✕" in screen.text
        await screen.press("f5")
        assert "Half getypt" not in screen.text
        assert "Uw tekst van zonet" not in screen.text
        await screen.press("escape", "e")
        assert "Half getypt" not in screen.text
    assert mine(db) == []


async def test_a_draft_is_gone_once_it_is_saved(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("title", "Half getypt")
        await screen.press("escape", "e", "enter")
        assert "TWE-04 gewijzigd" in screen.text
        await screen.press("e")
        assert "Uw tekst van zonet" not in screen.text


async def test_a_note_and_a_reason_are_kept_too(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        screen.main.go_to(VHTO)
        await screen.press("a")
        await screen.type("gebeld")
        await screen.press("escape", "a")
        assert "gebeld" in screen.line_with("Tekst")
        await screen.press("escape", "s", "down", "down")
        await screen.type("want")
        await screen.press("escape", "s")
        assert "want" in screen.line_with("Reden")
        await screen.press("enter")
        assert "TWE-04 is nu deels voldaan" in screen.text


async def test_what_changed_elsewhere_meanwhile_is_told_first(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "POLL", 600)
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("title", "Mijn titel")
        other = Store.open(db)
        other.edit(VHTO, {"title": "Die van een ander", "goal": "ook"})
        other.close()
        await screen.press("enter")
        assert "→ Die van een ander." in screen.text
        assert form.open
        await screen.press("enter")
        assert not form.open
    assert record(db)["title"] == "Mijn titel"
    assert record(db)["goal"] == "ook"


async def test_a_new_agreement_has_the_region_and_programme_chosen(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        await screen.press("1", "end", "enter", "2", "home", "enter")
        programme = screen.main.state.programme
        await screen.press("3", "n")
        form = Filling(screen)
        assert "n Nieuwe afspraak" in screen.text
        assert "Regio's     Twente" in screen.text
        await screen.press("escape")
        assert "Niet bewaard" not in screen.text
        await screen.press("n")
        await form.put("title", "Iets nieuws")
        await form.put("kind", "vaste afspraak")
        await form.save()
        new = screen.main.panes.lists[3].key
        assert new is not None
        assert "Iets nieuws" in screen.text
    found = record(db, new)
    assert found["regions"] == ["twente"]
    assert found["programmes"] == [programme]
    assert found["status"] == "open"
    assert str(found["code"]).startswith("OOST-0-TWE-06-")


@pytest.mark.parametrize(
    ("pane", "title"),
    [("1", "Nieuwe regio"), ("2", "Nieuw programma"), ("3", "Nieuwe afspraak"),
     ("0", "Nieuwe afspraak")],
)  # fmt: skip
async def test_what_is_added_goes_by_the_pane(db: Path, pane: str, title: str) -> None:
    async with driven(db) as screen:
        await screen.press(pane, "n")
        assert f"n {title}" in screen.text
        await screen.press("escape")
        assert screen.main.state.pane == int(pane)


async def test_a_click_goes_to_a_line(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await screen.press("f8")
        line = next(n for n, text in enumerate(screen.lines) if "Doel  " in text)
        await screen.pilot.click(offset=(50, line))
        await screen.pilot.pause()
        assert form.form.answer.key == "goal"
        await screen.type("gericht")
        assert "gericht" in screen.line_with("Doel  ")
        line = next(n for n, text in enumerate(screen.lines) if "Status  " in text)
        await screen.pilot.click(offset=(50, line))
        await screen.press("space")
        line = next(n for n, text in enumerate(screen.lines) if "aangehouden" in text)
        await screen.pilot.click(offset=(50, line))
        await screen.pilot.pause()
        assert form.form.answer.text == "aangehouden"


async def test_keys_that_come_all_at_once_end_where_slow_typing_does(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        await at_vhto(screen)
        burst = [
            *"x", "tab", *"zin", "tab", *"ambi", "enter", "f8", *["down"] * 4, *"vht",
            "enter", "down", "down", *"regio", "tab", "up", "up", "up", *"plat", "backspace",
            "backspace", "enter", "enter", "enter",
        ]  # fmt: skip
        for key in burst:
            screen.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await screen.until(lambda: screen.main.form is None)
    found = record(db)
    assert found["title"] == "VHTO: schakel met de regiox"
    assert str(found["text"]).endswith("zin")
    assert found["kind"] == "ambition"
    roles = {(one["role"], one["organisation"]) for one in found["parties"]}  # type: ignore[attr-defined]
    assert {("lead", "vhto"), ("executor", "regio-twente")} <= roles


async def test_a_status_that_is_no_longer_open_leaves_the_list_as_it_was(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("status", "vervallen")
        await form.put("why", "stopt")
        await form.save()
        assert screen.main.state.view == "open"
        assert screen.main.panes.lists[3].key != VHTO


@pytest.mark.parametrize("size", [(40, 12), (50, 20), (200, 60)])
async def test_a_form_can_be_filled_in_at_any_size(db: Path, size: tuple[int, int]) -> None:
    async with driven(db, size) as screen:
        form = await at_vhto(screen)
        await screen.press("f8")
        for answer in form.form.state.answers:
            assert answer.label in screen.line_with(f"▌  {answer.label}")
            await screen.press("down")
        await form.put("goal", "meer meisjes")
        await form.save()
    assert record(db)["goal"] == "meer meisjes"


async def test_a_resize_keeps_what_was_typed(db: Path) -> None:
    async with driven(db) as screen:
        form = await at_vhto(screen)
        await form.at("text")
        await screen.type(" en nog meer woorden om te laten vouwen")
        await screen.pilot.resize_terminal(120, 40)
        await screen.pilot.pause()
        await screen.type(" tot slot")
        assert "vouwen tot" in screen.words
        await form.save()
    assert str(record(db)["text"]).endswith("laten vouwen tot slot")


async def test_a_key_for_a_form_that_is_still_on_its_way_ends_nothing(db: Path) -> None:
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.pilot.pause()
        screen.main.records.edit(VHTO)
        screen.main.action_do("status")  # as on a machine that takes a second for it
        await screen.pilot.pause()
        await screen.type("x")
        assert "VHTO: schakel met de regiox" in screen.text
