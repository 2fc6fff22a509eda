"""The agenda of a meeting, to send beforehand."""

from storage.reader import Reader
from tui.locale import say_count
from tui.reports.kinds.report_heads import arrangement_called, under_meeting
from tui.reports.report import Report, ReportRequest
from tui.words.contents.agenda_contents import agenda_blocks, meeting_title


def report(store: Reader, asked: ReportRequest) -> Report:
    """The agenda; for partners without the points that are not shared."""
    agenda = store.meetings.agenda(asked.what)
    internal = asked.profile == "internal"
    own = sum(point.own for point in agenda.points)
    return Report(
        meeting_title(agenda.meeting),
        under_meeting("agenda", agenda.meeting),
        [*agenda_blocks(agenda, own=internal)],
        arrangement_called(store),
        store.today.isoformat(),
        "" if internal or not own else say_count("report.left_points", own),
    )
