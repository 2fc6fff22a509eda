"""Who does what by when."""

from storage.progress import Progress
from storage.reader import Reader
from tui.locale import say, say_count
from tui.reports.kinds.report_heads import arrangement_called, nothing_to_report, under_day
from tui.reports.report import Report, ReportRequest
from tui.words.contents.action_contents import action_blocks

OF = "organisations"


def report(store: Reader, asked: ReportRequest, _progress: Progress) -> Report:
    """All actions; ``what`` is "", or the id of the organisation that does them. Raises Refused
    where there are none."""
    party = asked.what.partition("/")[2] or None
    found = store.overviews.actions(party)
    shared = [one for one in found if asked.profile == "internal" or not one.entry.own]
    left = len(found) - len(shared)
    left_out = say_count("report.left_actions", left) if left else ""
    if not shared:
        raise nothing_to_report(left_out or say("actions.none"))
    return Report(
        say("report.actions"),
        under_day(store.today.isoformat()),
        [*action_blocks(shared, store.today)],
        arrangement_called(store),
        store.today.isoformat(),
        left_out,
    )
