"""What is asked in a meeting: of what is no longer there, by nobody, on no day, in one act."""

from contextlib import closing
from pathlib import Path

import pytest

from storage.errors import Refused
from storage.meetings.meeting_store import EditableMeetings
from storage.store import Store
from tests.tui.driving import driven
from tests.tui.test_meetings import WIDE, opened, prepared
from tui.screens.meetings.agenda_screen import AgendaScreen
from tui.screens.meetings.meeting_draft import MeetingDraft
from tui.screens.meetings.read_out_screen import ReadOutScreen
from tui.screens.meetings.screen import MeetingsScreen


async def test_who_went_away_meanwhile_is_asked_anew(db: Path, home: Path) -> None:
    meeting = prepared(db, run=True)
    async with driven(db, WIDE) as screen:
        await opened(screen)
        about = MeetingDraft(meeting, screen.app.screen.at, "attendance").about
        chosen = ["Wie is er?", "vhto/penningmeester", "VHTO, penningmeester"]
        screen.app.drafts.keep(about, {"0": chosen, "~Hoe laat?": "9"})
        await screen.press("m")
        assert "VHTO, directeur" in screen.text
        await screen.press("enter")
    with closing(Store(db)) as store:
        present = store.meetings.agenda(meeting).meeting.present
    assert [one.function for one in present] == ["directeur"]


async def test_a_person_is_made_in_the_act_that_names_them(db: Path, home: Path) -> None:
    meeting = prepared(db, run=False)
    async with driven(db, WIDE) as screen:
        await opened(screen, begun=False)
        await screen.press("w", *("down",) * 3, "enter", *"iemand anders", "enter")
        await screen.press(*"Mevrouw Proef", "enter", "escape")
        with closing(Store(db)) as store:
            assert store.meetings.agenda(meeting).meeting.chair == "Mevrouw Proef"
        await screen.press("u")
    with closing(Store(db)) as store:
        assert store.meetings.agenda(meeting).meeting.chair is None
        assert "Mevrouw Proef" not in [one["name"] for one in store.records("people")]


async def test_an_action_is_of_nobody_and_on_no_day(db: Path, home: Path) -> None:
    meeting = prepared(db, run=True)

    def action() -> tuple[object, object]:
        with closing(Store(db)) as store:
            said = [one for each in store.meetings.minutes(meeting).points for one in each.entries]
            (entry,) = (one for one in said if one.kind == "action")
            return store.record(entry.id)["who"], entry.term

    async with driven(db, WIDE) as screen:
        await opened(screen)
        await screen.press("t", *"bellen", "enter", *"niemand", "enter")
        await screen.press(*"juli 2027", "enter")
        who, term = action()
        assert who is None
        assert term["phrase"] == "juli 2027"  # type: ignore[index]
        await screen.press("C", "e", "enter", *"vhto", "enter", *("backspace",) * 9, "enter")
        assert action() == ("vhto", None)
        await screen.press("e", "enter", *"niemand", "enter", "enter")
        assert action() == (None, None)


async def test_reading_out_ends_with_the_meeting_not_with_a_busy_file(
    db: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Refused("locked")

    meeting = prepared(db, run=False)
    async with driven(db, WIDE) as screen:
        await opened(screen, begun=False)
        await screen.press("enter", "enter", "n", "a", "C")
        with monkeypatch.context() as busy:
            busy.setattr(EditableMeetings, "minutes", refuse)
            screen.app.screen.refreshed()
            await screen.until(lambda: "bezet" in screen.words)
        assert isinstance(screen.app.screen, ReadOutScreen)
        await screen.press("u", "u")  # the decision, the beginning
        assert isinstance(screen.app.screen, AgendaScreen)
        await screen.press("enter", "n", "a", "C")
        with closing(Store(db, by="Bob")) as store:
            store.delete(meeting)
        await screen.press("b")
        await screen.until(lambda: isinstance(screen.app.screen, MeetingsScreen))
        await screen.until(lambda: "elders verwijderd" in screen.words)
