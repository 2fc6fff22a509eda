"""What people send on: the same data in each format, and no data that becomes anything else."""

import io
import os
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from storage.errors import Refused
from storage.progress import EVERY, Progress, Stopped
from storage.store import Store
from storage.views.meeting import Decision, MeetingPlan, PlannedPoint
from tests.pictures.world import back_then
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, small
from tests.tui.nasty import NASTY
from tui.locale import use
from tui.reports.elements import Grid, Paragraph, ReportHeading, elements
from tui.reports.report import FORMATS, KINDS, Report, ReportRequest, make_report, rendered
from tui.words.contents.page_pieces import (
    BodyText,
    HintLine,
    Labelled,
    ListTitle,
    RecordLine,
    SectionTitle,
)
from tui.words.contents.page_pieces import Grid as GridPiece

DAY = "2014-11-20"
UPDATE = bool(os.environ.get("UPDATE_SNAPSHOTS"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A closed meeting, with an action, a reservation, and something own."""
    use("nl")
    with back_then() as clock:
        clock.on(11, 20)
        made = _held(tmp_path_factory)
        yield made
        made.close()


def _held(tmp_path_factory: pytest.TempPathFactory) -> Store:
    path = tmp_path_factory.mktemp("overleg") / "klein.db"
    Store.create(path, ARRANGEMENT, small())
    made = Store(path, by="ann")
    tails = [one.partition("/")[2] for one in (VHTO, BOOST)]
    points = tuple(PlannedPoint(agreement=tail, minutes=10, reason="te laat",
                                proposal={"goal": "meer meisjes"}) for tail in tails)  # fmt: skip
    facts = {"title": "Najaarsoverleg", "date": DAY, "body": "platform", "place": "Zwolle",
             "phrase": "'s ochtends"}  # fmt: skip
    plan = MeetingPlan(
        facts, (("vhto", "directeur"),), (PlannedPoint("Opening"), *points), own=False
    )
    meeting = made.meetings.prepare(plan)
    made.meetings.add(meeting, PlannedPoint("eigen punt"))
    first, second = (one.id for one in made.meetings.agenda(meeting).points if one.row)
    made.meetings.decide(meeting, first, Decision("as_proposed", "goed plan", None, ("vhto", None)))
    made.meetings.decide(meeting, second, Decision("held", noted_for=("platform",)))
    made.meetings.note(meeting, second, {"kind": "action", "text": "brief sturen", "who": "vhto"})
    made.meetings.note(meeting, None, {"kind": "remark", "text": "dankt allen", "who": "vhto"})
    made.meetings.note(meeting, None, {"kind": "evidence", "text": "de beurs is gehouden"})
    made.note(VHTO, "intern bellen", "action", own=True)
    made.add("organisations", {"name": "Zonder toezegging"})
    made.meetings.close(meeting, hold=True)
    return made


def meeting_of(store: Store) -> str:
    return store.meetings.all()[0].id


def asked(store: Store, kind: str, profile: str = "partners") -> ReportRequest:
    what = {"party": "organisations/vhto", "actions": "", "list": ""}
    return ReportRequest(what.get(kind, meeting_of(store)), profile)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_says_the_same(store: Store, kind: str) -> None:
    report = make_report(store, kind, asked(store, kind))
    said = [text for one in elements(report.blocks) for text in texts_of(one)]
    assert said
    for form in FORMATS:
        data = rendered(report, form)
        assert rendered(report, form) == data, "the same data, the same bytes"
        there = READ[form](data)
        missing = [text for text in said if flat(text) not in there]
        assert missing == [], form


@pytest.mark.parametrize("kind", KINDS)
def test_what_each_says(store: Store, kind: str) -> None:
    """As Markdown; UPDATE_SNAPSHOTS=1 writes it anew."""
    golden(f"{kind}.md", rendered(make_report(store, kind, asked(store, kind)), "md").decode())


def test_minutes_as_a_page_and_in_word(store: Store) -> None:
    report = make_report(store, "minutes", asked(store, "minutes"))
    golden("minutes.html", rendered(report, "html").decode().partition("</style>")[2])
    golden("minutes.docx.txt", "".join(_outline(rendered(report, "docx"))))


def golden(name: str, text: str) -> None:
    file = Path(__file__).with_name("golden") / name
    if UPDATE:
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


def _outline(data: bytes) -> Iterator[str]:
    """Each paragraph with its style, each row of a table and whether it is a header, the language,
    and what the reader works out."""
    document = docx.Document(io.BytesIO(data))
    yield f"{document.core_properties.language}\n"
    section = document.sections[0]
    for part in (section.header, section.footer):
        yield from (f"{one.style.name}: {one.text}\n" for one in part.paragraphs)
    for part in document.element.body.iterchildren(qn("w:p"), qn("w:tbl")):
        for one in part.iter(qn("w:instrText")):
            yield f"[{one.text}]\n"
        if part.tag == qn("w:p"):
            made = WordParagraph(part, document)
            yield f"{made.style.name}: {made.text}\n"
            continue
        table = Table(part, document)
        caption = part.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        yield f"{table.style.name} ({caption})\n"
        for row, made in zip(table.rows, part.iter(qn("w:tr")), strict=True):
            head = next(made.iter(qn("w:tblHeader")), None) is not None
            yield f"{'=' if head else '|'} {' | '.join(cell.text for cell in row.cells)}\n"


@pytest.mark.parametrize(("kind", "own"), [("agenda", "eigen punt"), ("actions", "intern bellen")])
def test_what_is_own_leaves_only_within_the_organisation(store: Store, kind: str, own: str) -> None:
    for profile, there in (("internal", True), ("partners", False)):
        report = make_report(store, kind, asked(store, kind, profile))
        assert (own in rendered(report, "md").decode()) is there
        assert bool(report.left_out) is not there


def test_nothing_to_tell_of_is_told(store: Store) -> None:
    names = {one.name: one.tail for one in store.lists.organisations()}
    nobody = f"organisations/{names['Zonder toezegging']}"
    for kind, what in (("list", "xyzzy"), ("actions", nobody), ("party", nobody)):
        with pytest.raises(Refused, match="empty_report"):
            make_report(store, kind, ReportRequest(what, "partners"))
    with pytest.raises(Refused, match="unknown_value"):
        make_report(store, "begroting", ReportRequest("", "partners"))
    with pytest.raises(Refused, match="unknown_name"):
        make_report(store, "list", ReportRequest("regio:nergens", "partners"))


def test_without_lxml_word_says_so_and_html_goes_on(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "tui.reports.formats.docx_document", raising=False)
    monkeypatch.setitem(sys.modules, "docx", None)
    report = make_report(store, "list", ReportRequest("", "partners"))
    with pytest.raises(Refused, match="no_docx"):
        rendered(report, "docx")
    assert rendered(report, "html").startswith(b"<!DOCTYPE html>")


def test_a_long_table_can_be_stopped_halfway() -> None:
    rows = tuple((str(n), "x") for n in range(3 * EVERY))
    report = Report("Lang", "", [[GridPiece(("a", "b"), rows)]], "Groot", DAY)

    def watch(_: str, share: float) -> None:
        if 0.3 < share < 0.7:
            raise Stopped

    with pytest.raises(Stopped):
        rendered(report, "docx", Progress(watch))


# no data breaks out

TEXT = st.text(st.characters(exclude_characters="\n\r"), max_size=40)


def made_of(text: str) -> Report:
    blocks = [
        [SectionTitle(text), ListTitle(text, text), BodyText(text), Labelled(text, text)],
        [GridPiece((text, "b"), ((text, text), ("x", text)))],
        [RecordLine(text, "programmes/een"), HintLine(text, warning=True)],
    ]
    return Report(text, text, blocks, text, DAY)


@settings(max_examples=60, deadline=None)
@example("2014. Een jaar aan het begin van een regel")
@given(st.sampled_from([NASTY, "<script>alert(1)</script> | `x` *y* #z"]) | TEXT)
def test_no_data_breaks_out_of_its_cell_element_or_line(text: str) -> None:
    report, plain = made_of(text), made_of("gewoon")
    for form in FORMATS:
        data = rendered(report, form)
        assert SHAPE[form](data) == SHAPE[form](rendered(plain, form)) or not text.strip(), form
    page = rendered(report, "html").decode()
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag + " ".join(sorted(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _html(data: bytes) -> _Tags:
    found = _Tags()
    found.feed(data.decode())
    return found


def _md_shape(data: bytes) -> list[str]:
    tokens = MarkdownIt("commonmark").enable("table").parse(data.decode())
    inner = [child.type for token in tokens for child in token.children or ()]
    return [*(token.type for token in tokens), *(one for one in inner if one != "text")]


def _docx_shape(data: bytes) -> list[object]:
    document = docx.Document(io.BytesIO(data))
    return [
        [paragraph.style.name for paragraph in document.paragraphs],
        [[len(row.cells) for row in table.rows] for table in document.tables],
    ]


SHAPE = {"html": lambda data: _html(data).tags, "md": _md_shape, "docx": _docx_shape}


def _docx_text(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    said = [one.text for one in document.paragraphs]
    said += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return flat(" ".join(said))


def _md_text(data: bytes) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse(data.decode())
    inner = [child.content for token in tokens for child in token.children or ()]
    return flat(" ".join(inner))


READ = {"html": lambda data: flat(" ".join(_html(data).text)), "md": _md_text, "docx": _docx_text}


def flat(text: str) -> str:
    return "".join(text.split())


def texts_of(element: object) -> list[str]:
    match element:
        case ReportHeading(_, text, _) | Paragraph(text, _):
            return [text]
        case Grid(header, rows):
            return [*header, *(cell for row in rows for cell in row)]
        case _:
            return []


def test_a_format_and_a_kind_are_each_one_file() -> None:
    folder = Path(__file__).parents[2] / "tui" / "reports"
    assert {one.name for one in folder.glob("formats/*_format.py")} == {
        f"{form}_format.py" for form in FORMATS
    }
