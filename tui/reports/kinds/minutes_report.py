"""The minutes of a meeting, to send afterwards."""

from storage.progress import Progress
from storage.reader import Reader
from tui.reports.kinds.report_heads import arrangement_called, under_meeting
from tui.reports.report import Report, ReportRequest
from tui.words.contents.agenda_contents import meeting_title
from tui.words.contents.minutes_contents import minutes_blocks

OF = "meetings"


def report(store: Reader, asked: ReportRequest, progress: Progress) -> Report:
    """The minutes: they have nothing of the own organisation, for whomever they are."""
    minutes = store.meetings.minutes(asked.what, progress)
    meeting = minutes.agenda.meeting
    return Report(
        meeting_title(meeting),
        under_meeting("minutes", meeting),
        [*minutes_blocks(minutes)],
        arrangement_called(store),
        store.today.isoformat(),
    )
