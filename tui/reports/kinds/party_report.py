"""What a party promised and was promised, to take along."""

from storage.progress import Progress
from storage.reader import Reader
from tui.locale import say, say_count
from tui.reports.kinds.report_heads import arrangement_called, nothing_to_report, under_day
from tui.reports.report import Report, ReportRequest
from tui.words.contents.action_contents import promise_blocks

OF = "organisations"


def report(store: Reader, asked: ReportRequest, _progress: Progress) -> Report:
    """The open agreements and actions of an organisation by its id. Raises Refused where it has
    none, and where there is no such organisation."""
    found = store.overviews.promises(asked.what.partition("/")[2])
    shared = [one for one in found.actions if asked.profile == "internal" or not one.entry.own]
    left = len(found.actions) - len(shared)
    left_out = say_count("report.left_actions", left) if left else ""
    if not (found.made or found.received or any(not one.entry.done for one in shared)):
        raise nothing_to_report(left_out or say("report.nothing_of", who=found.name))
    return Report(
        found.name,
        under_day(store.today.isoformat(), say("report.party")),
        [*promise_blocks(found._replace(actions=shared), store.today)],
        arrangement_called(store),
        store.today.isoformat(),
        left_out,
    )
