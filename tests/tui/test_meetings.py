"""A meeting on the screen: prepared, held, adopted, closed, followed; with keys only."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from storage.views.meeting import Decision, MeetingPlan, PlannedPoint
from tests.tui.driving import VHTO, Driver, driven
from tui.app import ArrangementApp
from tui.screens.reports.screen import ReportScreen

WIDE = (100, 30)
OTHER = "agreements/oost-2-twe-05"
FACTS = {"title": "Najaarsoverleg", "date": "2026-12-04", "body": "platform"}


def prepared(db: Path, *, run: bool) -> str:
    """A meeting with a topic and two agreements, the first with a proposal; its id."""
    with closing(Store(db, by="Ann")) as store:
        vhto = PlannedPoint(agreement=VHTO.partition("/")[2], minutes=10, reason="rood",
                            proposal={"status": "in_progress"})  # fmt: skip
        ste = PlannedPoint(agreement=OTHER.partition("/")[2], minutes=5)
        points = (PlannedPoint("Opening", minutes=5), vhto, ste)
        meeting = store.meetings.prepare(
            MeetingPlan(FACTS, (("vhto", "directeur"),), points, own=False)
        )
        store.meetings.add(meeting, PlannedPoint("geheim punt"))
        store.note(VHTO, "eigen opmerking", own=True)
        if run:
            store.meetings.open(meeting)
        return meeting


def status(db: Path, record: str) -> object:
    with closing(Store(db)) as store:
        return store.record(record)["status"]


async def opened(screen: Driver, *, begun: bool = True) -> None:
    """The screen of the meeting that was prepared; of one that was ``begun`` past the opening."""
    await screen.press("Z")
    rows = screen.app.screen.rows
    key = next(row.key for row in rows.rows if row.key and "Najaar" in drawn(row))
    rows.select(key)
    await screen.press("enter", *(["n"] if begun else []))


def drawn(row) -> str:
    return "".join(span.text for line in row.draw(60) for span in line)


async def test_a_meeting_is_prepared_with_the_usual_and_by_rules(db: Path, home: Path) -> None:
    async with driven(db, WIDE) as screen:
        await screen.press("Z", "n")
        await screen.type("platform")
        await screen.press("enter")
        await screen.type("4 december 2026")
        await screen.press("enter", "enter")
        assert "▸ open, zonder trekker" in screen.text
        assert "▸ open, gewijzigd sinds" not in screen.text, "this body has not met yet"
        assert "0, te weinig overleggen" in screen.text
        await screen.type("alles wat")
        await screen.press("enter", "enter")
        assert "Overleg van Platform" in screen.text
        assert "4.1" in screen.text
        await screen.press("e")
        assert "onderwerp" in screen.text or "afspraak" in screen.text  # a topic has no proposal
        await screen.press(*("down",) * 4, "e", "enter", "down", "enter")
        await screen.type("loopt")
        await screen.press("enter")
        assert "openstaand → in uitv" in screen.text
        await screen.press("S", "u", "S")
        await screen.press("n")
        await screen.type("Gast")
        await screen.press("enter", "enter")
        assert "Gast" in screen.text
        assert "Gast" in screen.app.screen.shown_name()  # type: ignore[attr-defined]
        await screen.press("enter")
        assert "1 punt staat alleen op deze laptop" in screen.text
        await screen.press("enter")
        assert "overleg loopt" in screen.text
    with closing(Store(db)) as store:
        meeting = next(one.id for one in store.meetings.all() if one.phase == "running")
        points = store.meetings.agenda(meeting).points
    assert not any(one.own for one in points)
    assert "Gast" in [one.title for one in points if one.part_of is None]


async def test_the_room_sees_one_point_and_nothing_own(db: Path, home: Path) -> None:
    prepared(db, run=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        assert "VHTO: schakel met de regio" in screen.text
        for own in ("eigen opmerking", "geheim punt"):
            assert own not in screen.text
        await screen.press("z")
        assert "VHTO" not in screen.text
        await screen.press("z", "l")
        assert "Agenda" not in screen.text


async def test_decisions_are_a_key_each_and_are_taken_back(db: Path, home: Path) -> None:
    prepared(db, run=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("a")
        assert status(db, VHTO) == "in_progress"
        assert "zoals voorgesteld" in screen.text
        assert "○ openstaand wordt ◐ in uitvoering" in screen.words  # what was decided stays
        await screen.press("u")
        assert status(db, VHTO) == "open"
        await screen.press("t")
        await screen.type("brief sturen")
        await screen.press("enter")
        await screen.type("VHTO")
        await screen.press("enter")
        await screen.type("voor 1 juli 2027")
        await screen.press("enter", "f")
        with closing(Store(db)) as store:
            made = [one for one in store.records("agreements") if one["title"] == "brief sturen"]
        assert made[0]["source"]["meeting"]  # type: ignore[index]
        await screen.press("n", "w", "down", "down", "enter")  # another lead
        await screen.type("VHTO")
        await screen.press("enter", "enter")
        with closing(Store(db)) as store:
            leads = [one for one in store.record(OTHER)["parties"] if one["role"] == "lead"]  # type: ignore[attr-defined]
        assert [one["organisation"] for one in leads] == ["vhto"]


async def test_a_reservation_until_what_is_no_day_is_refused(db: Path, home: Path) -> None:
    prepared(db, run=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("r")
        await screen.type("vhto")
        await screen.press("enter")
        await screen.type("ooit")
        await screen.press("enter")
        assert "ooit" in screen.text
        assert status(db, VHTO) == "open"


async def test_a_reservation_is_answered_once_the_meeting_is_over(db: Path, home: Path) -> None:
    meeting = prepared(db, run=True)
    with closing(Store(db, by="Ann")) as store:
        point = next(one for one in store.meetings.agenda(meeting).points if one.row)
        decision = Decision("as_proposed", reservation=("vhto", "2027-01-01"))
        store.meetings.decide(meeting, point.id, decision)
        store.meetings.close(meeting, hold=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("v", "enter")
        assert "onder voorbehoud van VHTO tot 1 januari 2027" in screen.text
        await screen.press("enter")
        assert "1 januari 2027, opgeheven" in screen.words
        await screen.press("v")
        assert "wacht geen voorbehoud" in screen.words
        await screen.press("u")
        assert "opgeheven" not in screen.text
    prepared(db, run=True)
    async with driven(db, WIDE) as screen:  # the next meeting of the same
        await opened(screen)
        await screen.press("r")
        assert "een nieuw voorbehoud" in screen.text
        await screen.press("down", "enter")
    with closing(Store(db)) as store:
        (answered,) = [one for one in store.meetings.agenda(meeting).points if one.reservation]
        assert answered.reservation is not None
        assert answered.reservation.answer == "refused"


async def test_all_that_is_left_is_adopted_and_the_meeting_closed(db: Path, home: Path) -> None:
    meeting = prepared(db, run=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("A")
        assert "status ○ openstaand wordt ◐ in uitvoering" in screen.words
        await screen.press("space")
        assert "erbuiten gelaten" in screen.text
        await screen.press("space", "enter", "C", "enter", "enter")
        assert "Dit is nog niet besloten" in screen.words  # and which
        await screen.press("enter")
        assert "Besluiten" in screen.text
        await screen.until(lambda: "Conceptverslag" in screen.text)
        with closing(Store(db)) as store:
            assert store.meetings.minutes(meeting).closed_at
            assert store.meetings.adoptions(VHTO)
        await screen.press("w", "enter", *"om tien uur", "enter")  # of a topic
        assert "om tien uur" in screen.text
        await screen.press("w", *"vhto", "enter")
        await screen.type("bedoeld was: later")
        await screen.press("enter")
        assert "De afspraak zelf zegt nu: in uitvoering" in screen.words
        await screen.press("enter", *"termijn", "enter", *"juni 2027", "enter")
        assert "Aanvullingen" in screen.text
        with closing(Store(db)) as store:
            assert store.record(VHTO)["term"]["phrase"] == "juni 2027"
        await screen.press("m")
        (file,) = [one for one in home.rglob("*.json") if "2026" in one.name or "klein" in one.name]
        assert f"overleg {FACTS['date']}" in file.name
        said = json.loads(file.read_text(encoding="utf-8"))["acts"]
        assert said
        assert not any(one["by"] == "seed" for one in said)  # a colleague has those
        await screen.press("m")
        assert "niets veranderd" in screen.words
        await screen.press("w", "enter", *"om elf uur", "enter", "m")  # a single change since
        (second,) = [one for one in home.rglob("*.json") if f"overleg {FACTS['date']}" in one.name
                     and one != file]  # fmt: skip
        assert "om elf uur" in second.read_text(encoding="utf-8")
        await screen.press("u", "u", "u", "u")  # the amendments, then the closing
        assert "overleg loopt" in screen.text


async def test_a_second_screen_follows_the_point(db: Path, home: Path) -> None:
    meeting = prepared(db, run=True)
    app = ArrangementApp(db, "nl", follow=meeting)
    async with app.run_test(size=WIDE):
        screen = Driver(app)
        await screen.until(lambda: "overleg loopt" in screen.text)
        with closing(Store(db)) as store:
            points = store.meetings.agenda(meeting).points
            ste = next(one for one in points if one.row and one.row.id == OTHER)
            store.meetings.go_to(meeting, ste.id)
        await screen.until(lambda: "TWE-05" in screen.text)
        assert "elders" not in screen.text  # all that it does is follow
        await screen.press("a")
        assert status(db, VHTO) == "open"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_card_fits(db: Path, home: Path, size: tuple[int, int]) -> None:
    prepared(db, run=True)
    async with driven(db, size) as screen:
        await opened(screen)
        assert "VHTO: schakel" in screen.text
        assert "in uitvoering" in screen.words
        assert ("Agenda" in screen.text) is (size[0] >= 90)
        if size[0] == 80:
            await screen.press("l")  # the agenda beside it, where one asks for it
            assert "Agenda" in screen.text
            assert "VHTO: schakel met de regio" in screen.text


async def test_who_is_there_is_ticked_with_a_time(db: Path, home: Path) -> None:
    meeting = prepared(db, run=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("m", "enter", "enter", "down", "enter")  # there, and since when
        await screen.type("10.15")
        await screen.press("enter")
        assert "aanwezig vanaf 10.15 uur" in screen.words  # in the list
        await screen.press("enter", "down", "enter", *"11", "enter")  # no: from eleven
        assert "aanwezig vanaf 11.00 uur" in screen.words
        await screen.press("escape")
    with closing(Store(db)) as store:
        minutes = store.meetings.minutes(meeting)
    assert [one.function for one in minutes.agenda.meeting.present] == ["directeur"]
    assert [one.text for one in minutes.entries] == ["aanwezig vanaf 11.00 uur"]


async def test_a_meeting_deleted_elsewhere_while_it_runs(db: Path, home: Path) -> None:
    meeting = prepared(db, run=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        with closing(Store(db, by="Bob")) as store:
            store.delete(meeting)
        await screen.press("b")  # does nothing in the list of meetings
        await screen.until(lambda: type(screen.app.screen).__name__ == "MeetingsScreen")
        await screen.until(lambda: "elders verwijderd" in screen.words)


async def test_what_is_typed_is_never_lost(db: Path, home: Path) -> None:
    prepared(db, run=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("t", *"bellen", "enter", *"vhto", "enter", *"ooit", "escape")
        assert "Wie doet het?" in screen.text  # one question back
        await screen.press("escape")
        assert "bellen" in screen.text  # as it was typed
        await screen.press("escape")
        assert "bewaard" in screen.words
        await screen.press("t")
        assert "bellen" in screen.text
        await screen.press("enter", *"vhto", "enter")
        assert "ooit" in screen.text
        await screen.press("escape", "escape", "escape")
    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("N", "t")
        assert "bellen" in screen.text  # at the same point


async def test_a_guest_comes_at_a_time(db: Path, home: Path) -> None:
    meeting = prepared(db, run=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("m", "down", "enter", *"vhto", "enter", *"gast", "enter")
        await screen.press("enter", "down", "enter")  # the bar is on the guest
        await screen.type("99")
        await screen.press("enter")
        assert "geen tijd" in screen.words
        await screen.press(*("backspace",) * 2, *"14", "enter")
        assert "VHTO, gast" in screen.text
    with closing(Store(db)) as store:
        minutes = store.meetings.minutes(meeting)
    assert [one.function for one in minutes.agenda.meeting.present] == ["gast"]
    assert [one.text for one in minutes.entries] == ["aanwezig vanaf 14.00 uur"]


async def test_each_enter_ticks_the_next_one(db: Path, home: Path) -> None:
    meeting = prepared(db, run=True)
    with closing(Store(db, by="Ann")) as store:
        store.edit(meeting, {"participants/platform/lid": True})
    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("m", "enter", "enter", *"iemand van elders", "enter")
        assert "Niets met" not in screen.words, "a guest can be of anywhere"
        await screen.press(*"Saxion Academie", "enter", *"Saxion Academie", "enter", "enter")
    with closing(Store(db)) as store:
        minutes = store.meetings.minutes(meeting)
    assert {one.name for one in minutes.agenda.meeting.present} == {
        "VHTO", "Platform Bèta Techniek", "Saxion Academie",
    }  # fmt: skip
    assert minutes.entries == ()


async def test_what_was_decided_is_read_out_and_mended(db: Path, home: Path) -> None:
    prepared(db, run=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("a", "t", *"bellen", "enter", *"vhto", "enter", "enter", "C")
        assert "1 van 2" in screen.text
        assert "C overslaan" in screen.text  # only the minutes close it
        assert "zoals voorgesteld" in screen.text
        await screen.press("d")
        assert "geen tekst" in screen.words
        await screen.press("enter")
        assert "2 van 2" in screen.text
        await screen.press("e", *" en mailen", "escape")
        assert "bewaard" in screen.words  # what was typed
        await screen.press("e", "enter", "enter", "enter")
        assert "bellen en mailen" in screen.text
        await screen.press("d")
        assert "1 van 1" in screen.text
        await screen.press("u")
        assert "1 van 2" in screen.text
        await screen.press("e", "down", "enter", *"juni 2027", "enter", "enter")  # another term
        assert "anders" in screen.text
        await screen.press("n", "n")
        assert "Lees voor" in screen.text
        await screen.press("r")  # before it closes, too
        assert isinstance(screen.app.screen, ReportScreen)


async def test_the_facts_of_a_meeting_are_changed(db: Path, home: Path) -> None:
    meeting = prepared(db, run=False)
    async with driven(db, WIDE) as screen:
        await opened(screen, begun=False)
        await screen.press("w", "down", "enter", *", 13.00-15.30", "enter")
        assert "dag en tijd" in screen.text  # the next one is asked at once
        await screen.press(
            *("down",) * 5, "enter", "enter", *"vhto", "enter", *"gast", "enter", "escape"
        )
        assert "20 min van 2 uur 30" in screen.text
    with closing(Store(db)) as store:
        facts = store.meetings.agenda(meeting).meeting
    assert facts.phrase == "13.00 tot 15.30 uur"
    assert [one.function for one in facts.participants] == ["directeur", "gast"]


async def test_rules_add_what_is_not_on_the_agenda(db: Path, home: Path) -> None:
    meeting = prepared(db, run=False)
    async with driven(db, WIDE) as screen:
        await opened(screen, begun=False)
        await screen.press("z")
        await screen.type("alles wat")
        await screen.press("enter")
        await screen.type("per programma")
        await screen.press("enter", "enter")
        assert "afspraken erbij" in screen.words
        with closing(Store(db)) as store:
            points = store.meetings.agenda(meeting).points
        found = [one.row.id for one in points if one.row]
        assert VHTO in found
        assert len(found) == len({*found}) > 2
        await screen.press("u")
        with closing(Store(db)) as store:
            assert len(store.meetings.agenda(meeting).points) == 4


async def test_a_proposal_can_keep_end_or_only_ask_to_talk(db: Path, home: Path) -> None:
    prepared(db, run=False)
    async with driven(db, WIDE) as screen:
        await opened(screen, begun=False)
        await screen.press("down", "e", *"blijft", "enter", "enter")
        assert "blijft openstaand" in screen.words
        await screen.press("e", *"vervalt", "enter", "enter")
        assert "reden" in screen.words  # that needs one
        await screen.press(*"voorbij", "enter")
        assert "→ vervallen" in screen.words
        await screen.press("e", *"alleen", "enter", *"hoe verder", "enter")
        assert "Voorstel" not in screen.text.replace("Voorstel bij", "")
        assert "hoe verder" in screen.text


async def test_who_asks_a_note_and_what_came_of_a_reservation(db: Path, home: Path) -> None:
    prepared(db, run=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("v", *"vhto", "enter")
        await screen.press("r", *"vhto", "enter", "enter")
        assert "aantekening gevraagd door VHTO" in screen.words
        await screen.press("r", "enter")
        assert "opgeheven" in screen.words
        await screen.press("u", "C", "C", "enter", "enter")
        await screen.until(lambda: "Conceptverslag" in screen.text)
        await screen.press("v", "enter", "down", "enter")
        assert "geweigerd" in screen.words


async def test_what_changed_since_shows_as_it_was_adopted(db: Path, home: Path) -> None:
    prepared(db, run=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("a", "C", "C", "enter", "enter")
        await screen.until(lambda: "Conceptverslag" in screen.text)
        await screen.press("o")
        assert "niets is gewijzigd" in screen.words
        with closing(Store(db, by="Bob")) as store:
            store.edit(VHTO, {"status": "on_hold"})
        await screen.until(lambda: "Gewijzigd na vaststelling" in whole(screen))
        await screen.press("o")
        assert "Vastgesteld status: in uitvoering" in screen.words
        await screen.press("o")
        assert "in uitvoering → aangehouden" in screen.words


def whole(screen: Driver) -> str:
    """All of the minutes, also what does not show."""
    return screen.app.screen.shown_text()  # type: ignore[attr-defined]


async def test_from_the_hand_out_one_comes_back_to_the_agenda(db: Path, home: Path) -> None:
    prepared(db, run=False)
    async with driven(db, WIDE) as screen:
        await opened(screen, begun=False)
        await screen.press("r")
        assert type(screen.app.screen).__name__ == "ReportScreen"
        await screen.press("escape")
        await screen.until(lambda: type(screen.app.screen).__name__ == "AgendaScreen")
        await screen.press("S", "u")
        assert "1 punt staat weer alleen" in screen.words
        await screen.press("G", "greater_than_sign")
        assert "eind van zijn groep" in screen.words


async def test_a_long_card_is_read_on_by_the_page(db: Path, home: Path) -> None:
    meeting = prepared(db, run=True)
    with closing(Store(db, by="Ann")) as store:
        store.meetings.share(meeting)  # else a message about it stands over the keys
        store.edit(VHTO, {"text": "Een lange zin over techniek. " * 60 + "Het slot."})
    async with driven(db, (80, 24)) as screen:
        await opened(screen)
        assert "PgDn ▾ meer" in screen.words
        assert "Het slot." not in screen.words
        await screen.press("pagedown", "pagedown")
        assert "Het slot." in screen.words
        await screen.press("n")
        assert "PgDn" not in screen.lines[-1]
