"""Meetings as no form would write them, and what people read of those that one did."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner
from textual.events import Paste

from storage.store import Store
from storage.views.meeting import MeetingPlan, PlannedPoint
from tests.forged import act, snapshot
from tests.tui.driving import VHTO, driven
from tests.tui.test_meetings import opened, prepared, status
from tui.cli.group import cli

MEETING = "meetings/feedfeedfeed0001"
POINTS: tuple[dict[str, object], ...] = (
    {"title": "<script>alert(1)</script>\n# kop | \x1b[31m", "minutes": -5},
    {"title": "z" * 10_000, "minutes": 2**53 - 1},
    {"title": {"x": 1}, "minutes": "lang", "reason": [1], "position": {"x": 1}},
    {"part_of": "0000000000000003", "title": "onder zichzelf", "position": "p" * 10_000},
    {"agreement": {"x": 1}},
    {"agreement": ["x"], "part_of": {"x": 1}},
    {"proposal": {"status": "met"}, "seen": {"status": 5}},
    {"proposal": {"kleur": 5, "title": [], "life": "deleted", "status": "weg"}, "seen": [1]},
    {"proposal": [1], "seen": "x", "outcome": "anders"},
    {"outcome": "as_proposed", "reservation": {"until": "x", "answer": "misschien"}},
    {"outcome": "as_proposed", "reservation": {"organisation": "platform", "answer": "misschien"}},
    {"outcome": "as_proposed", "reservation": "platform"},
)
FACTS: dict[str, object] = {
    "body": {"x": 1}, "chair": ["x"], "date": "geen dag", "next": 5, "phase": "running",
    "place": {"x": 1}, "title": "Overleg",
}  # fmt: skip


def forged(tail: str) -> bytes:
    """A file with such a meeting; its points are about an agreement where they say nothing else."""
    said: list[list[object]] = [
        [MEETING, field, value, []] for field, value in {"life": "live", **FACTS}.items()
    ]
    for n, point in enumerate(POINTS):
        fields = {"life": "live", "meeting": MEETING[9:], "agreement": tail, **point}
        said += [[f"items/{n:016}", field, value, []] for field, value in fields.items()]
    return snapshot("oost-2014-2016", [act(set=sorted(said, key=lambda one: str(one[:2])))])


def told(db: Path, *words: object, code: int = 0) -> str:
    result = CliRunner().invoke(cli, ["--db", str(db), *map(str, words)])
    assert result.exit_code == code, result.output
    return result.output


async def test_a_forged_meeting_is_read_held_and_sent_on(db: Path, tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_bytes(forged(VHTO.partition("/")[2]))
    told(db, "import", path, code=3)
    for end in ("docx", "html", "md"):
        for kind in ("agenda", "minutes"):
            target = tmp_path / f"{kind}.{end}"
            told(db, "report", kind, MEETING, "-o", target)
            assert b"<script>" not in target.read_bytes()
    told(db, "meeting", "adopt", "--preview", "--meeting", MEETING)
    told(db, "meeting", "item", "move", "onder zichzelf", "1", "--meeting", MEETING)
    async with driven(db, (80, 24)) as screen:
        await screen.press("Z", "enter", *"nnnnnnnnnnnN", "A", "escape", "l", "m", "escape")
        await screen.press("C")
        assert screen.app.screen.TOPIC == "reading"
        await screen.press("n", "N", "C")
        assert screen.app.screen.TOPIC == "minutes"
    told(db, "meeting", "close", MEETING, "--hold")
    assert "choice." not in told(db, "meeting", "show", MEETING)


def test_what_a_proposal_changed_is_told_in_words(db: Path) -> None:
    proposal = {"status": "met", "parties/lead/vhto": True}
    point = PlannedPoint(agreement=VHTO.partition("/")[2], proposal=proposal)
    facts = {"title": "Najaar", "body": "platform"}
    with closing(Store(db, by="Ann")) as store:
        plan = MeetingPlan(facts, (), (PlannedPoint("Vooraf", under=(point,)),), own=False)
        agenda = store.meetings.agenda(store.meetings.prepare(plan))
    read = told(db, "show", agenda.points[1].id) + told(db, "history") + told(db, "undo")
    assert "Najaar: nieuw" in read
    assert "status: voldaan" in read
    assert not re.search(r"\b[0-9a-f]{16,64}\b|status: met|\['", read), read


def test_a_note_is_about_something_with_a_name(db: Path) -> None:
    with closing(Store(db, by="Ann")) as store:
        target = store.add("targets", {"region": "twente", "measure": "level", "quantity": "5"})
        store.note(target, "nameten", kind="action")
    read = "".join(told(db, *words) for words in (["list", "actions"], ["history"], ["undo"]))
    assert target.partition("/")[2] not in read
    assert "Twente" in read


async def test_a_body_that_gave_way_is_asked_as_who_stands_for_it(db: Path) -> None:
    with closing(Store(db, by="Ann")) as store:
        store.edit("organisations/vhto", {"kind": "body"})
        store.join("organisations/vhto", "organisations/platform")
    async with driven(db, (100, 30)) as screen:
        await screen.press("Z", "n", *"platform", "enter")
        await screen.type("4-12-2026")
        await screen.press("enter", "enter", "enter")
        assert screen.app.screen.TOPIC == "agenda"


async def test_a_meeting_deleted_elsewhere_while_it_is_read_out_is_told(db: Path) -> None:
    meeting = prepared(db, run=True)
    async with driven(db, (100, 30)) as screen:
        await opened(screen)
        await screen.press("C")
        with closing(Store(db, by="Bob")) as store:
            store.delete(meeting)
        await screen.press("enter", "escape", "escape")
        assert "verwijderd" in screen.text


async def test_where_a_step_is_refused_the_keys_go_on_with_what_shows(db: Path) -> None:
    prepared(db, run=True)
    async with driven(db, (100, 30)) as screen:
        await opened(screen)
        with closing(sqlite3.connect(db, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await screen.press("n")
            assert "bezet" in screen.text
        await screen.press("a")
    assert status(db, VHTO) == "in_progress"


async def test_all_lines_of_what_is_pasted_are_kept(db: Path) -> None:
    prepared(db, run=True)
    async with driven(db, (100, 30)) as screen:
        await opened(screen)
        await screen.press("c")
        screen.app.post_message(Paste("eerste regel\n\ntweede regel\n"))
        await screen.press("enter")
        assert "eerste regel tweede regel" in screen.text


async def test_an_action_due_on_what_is_no_day_has_no_day(db: Path, tmp_path: Path) -> None:
    said: list[list[object]] = []
    for n, to in enumerate(("1e9", {"x": 1}, ["2014-01-01"], "2014-02-31", "2014-01-01")):
        facts = {
            "about": VHTO,
            "kind": "action",
            "life": "live",
            "term": {"phrase": f"ooit {n}", "to": to},
            "text": f"{n}",
        }
        said += [[f"entries/{n:016}", field, value, []] for field, value in facts.items()]
    path = tmp_path / "in.json"
    path.write_bytes(snapshot("oost-2014-2016", [act(set=said)]))
    told(db, "import", path)
    async with driven(db, (80, 24)) as screen:
        await screen.press("Z", "a", "down", "down")
        assert screen.app.screen.TOPIC == "actions"
    told(db, "report", "actions", "-o", tmp_path / "acties.md")
    report = (tmp_path / "acties.md").read_text(encoding="utf-8")
    assert [f"ooit {n}" in report for n in range(5)] == [True, True, True, True, False]
    with closing(Store.open(db)) as store:
        assert store.searcher.listed("entries", "actie:te-laat").ids == (f"entries/{4:016}",)
