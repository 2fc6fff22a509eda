"""Each report on 10,000 agreements, beside writing its rows bare through the same library."""

import io
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path

from storage.acts import Act, Setting, make_act
from storage.progress import Progress
from storage.store import Store
from storage.views.meeting import MeetingPlan, PlannedPoint
from tests.benchmarks import made
from tests.benchmarks.ratios import Ratio, in_turn
from tui.reports.elements import Facts, Items, Paragraph, ReportHeading, elements
from tui.reports.report import KINDS, Report, ReportRequest, make_report, rendered
from tui.words.contents.page_pieces import Grid

MANY, ROUNDS = 10_000, 2
ON_AGENDA = 1000  # of them, which is more than any meeting goes through
GOAL = 2.0
PAGE = """<!DOCTYPE html>{% for row in rows %}
<p>{% for cell in row %}<b>{{ cell }}</b>{% endfor %}</p>{% endfor %}"""

Rows = Sequence[tuple[str, ...]]


def ratios(many: int = MANY, rounds: int = ROUNDS) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        store, meeting = _told_of(Path(folder) / "own.db", many)
        what = {"agenda": meeting, "minutes": meeting, "party": "organisations/organisatie-0"}
        for kind in KINDS:
            asked = ReportRequest(what.get(kind, ""), "partners")
            rows = [*_rows(make_report(store, kind, asked))]
            for form, bare in BARE.items():
                ours, theirs = in_turn(
                    lambda kind=kind, asked=asked, form=form: _report(store, kind, asked, form),
                    lambda rows=rows, bare=bare: bare(rows),
                    rounds,
                )
                yield Ratio(f"{kind} as {form}, {len(rows):,} rows", ours, theirs, GOAL)
        store.close()


def _report(store: Store, kind: str, asked: ReportRequest, form: str) -> bytes:
    """The whole file, with someone who watches."""
    told: list[float] = []
    progress = Progress(lambda _, share: told.append(share), "report")
    return rendered(make_report(store, kind, asked, progress.part(0, 0.3)), form, progress)


def _told_of(path: Path, many: int) -> tuple[Store, str]:
    """A file with an action of each agreement and a meeting over some, closed; its id."""
    Store.create(path, made.ARRANGEMENT, chain(made.places(), made.acts(many), _actions(many)))
    store = Store(path, by="ann")
    points = tuple(
        PlannedPoint(agreement=made.agreement(number).partition("/")[2], minutes=1,
                     reason="nog open", proposal={"goal": f"anders {number}"})
        for number in range(min(many, ON_AGENDA))
    )  # fmt: skip
    facts = {"title": "Overleg", "date": "2014-12-04", "body": "organisatie-0"}
    meeting = store.meetings.prepare(MeetingPlan(facts, (), points, own=False))
    store.meetings.open(meeting)
    store.meetings.adopt(meeting)
    store.meetings.close(meeting)
    return store, meeting


def _actions(many: int) -> Iterator[Act]:
    for number in range(many):
        values = {"life": "live", "about": made.agreement(number), "kind": "action",
                  "text": f"School {number} bellen", "who": "organisatie-0"}  # fmt: skip
        sets = [Setting(f"entries/{number:016x}", *one, ()) for one in values.items()]
        yield make_act(at=made.AT, by="d" * 16, device="f" * 16, seq=number + 1, set=sets)


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for element in elements(report.blocks):
        match element:
            case ReportHeading(_, text, beside):
                yield (f"{text} {beside}",)
            case Paragraph(text, _):
                yield (text,)
            case Facts(rows):
                yield from rows
            case Items(lines):
                yield from ((line,) for line in lines)
            case Grid(header, rows):
                yield from (header, *rows)


def _docx(rows: Rows) -> bytes:
    import docx

    document = docx.Document()
    for wide, some in groupby(rows, key=lambda row: len(row) if len(row) > 2 else 0):
        if not wide:
            for row in some:
                document.add_paragraph("\t".join(row))
            continue
        texts = [*some]
        table = document.add_table(len(texts), wide)
        for line, row in zip(table.rows, texts, strict=True):
            for cell, text in zip(line.cells, row, strict=True):
                cell.text = text
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _html(rows: Rows) -> bytes:
    from jinja2 import Environment

    return Environment(autoescape=True).from_string(PAGE).render(rows=rows).encode()


BARE: dict[str, Callable[[Rows], bytes]] = {"docx": _docx, "html": _html}  # md has no library
