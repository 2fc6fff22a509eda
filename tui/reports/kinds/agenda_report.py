"""The agenda of a meeting, to send beforehand."""

from collections import defaultdict
from collections.abc import Mapping

from storage.progress import Progress
from storage.reader import Reader
from storage.views.meeting import Agenda, Point
from tui.locale import say, say_count
from tui.reports.kinds.report_heads import arrangement_called, nothing_to_report, under_meeting
from tui.reports.report import Report, ReportRequest
from tui.words.contents.agenda_contents import meeting_title
from tui.words.contents.handout_contents import handout_blocks

OF = "meetings"


def report(store: Reader, asked: ReportRequest, progress: Progress) -> Report:
    """The agenda with what its agreements say; for partners without the points that are not shared
    and without passages of the document. Raises Refused where nothing is left."""
    whole = store.meetings.agenda(asked.what)
    internal = asked.profile == "internal"
    agenda = whole._replace(points=tuple(one for one in whole.points if internal or not one.own))
    left = len(whole.points) - len(agenda.points)
    left_out = say_count("report.left_points", left) if left else ""
    if not agenda.points:
        raise nothing_to_report(say("report.all_own") if left else say("agenda.empty"))
    passages = _passages(store, agenda) if internal else {}
    cards = {
        point.id: store.meetings.card(agenda, point)
        for point in progress.over(agenda.points, len(agenda.points))
        if point.row
    }
    blocks = handout_blocks(
        agenda, lambda point: cards[point.id], lambda point: passages.get(point.id, "")
    )
    return Report(
        meeting_title(agenda.meeting),
        under_meeting("agenda", agenda.meeting),
        [*blocks],
        arrangement_called(store),
        store.today.isoformat(),
        left_out,
    )


def _passages(store: Reader, agenda: Agenda) -> Mapping[str, str]:
    """What the attached document says where each agreement stands, by the id of its point."""
    places: dict[str, dict[str, list[Point]]] = defaultdict(lambda: defaultdict(list))
    records = {one.row.id: one for one in agenda.points if one.row}
    sources = {one["id"]: one["source"] for one in store.records("agreements", [*records])}
    for point in agenda.points:
        match sources.get(point.row.id) if point.row else None:
            case {"document": str(document), "locator": str(locator)}:
                places[document][locator].append(point)
    found = {}
    for document, here in places.items():
        for locator, text in store.documents.texts(document, [*here]).items():
            found.update({point.id: text for point in here[locator]})
    return found
