"""What a party promised and was promised, to take along."""

from storage.reader import Reader
from tui.locale import say_count
from tui.reports.kinds.report_heads import arrangement_called, under_day
from tui.reports.report import Report, ReportRequest
from tui.words.contents.action_contents import promise_blocks


def report(store: Reader, asked: ReportRequest) -> Report:
    """The open agreements and actions of an organisation by its id."""
    found = store.overviews.promises(asked.what.partition("/")[2])
    shared = [one for one in found.actions if asked.profile == "internal" or not one.entry.own]
    left = len(found.actions) - len(shared)
    return Report(
        found.name,
        under_day("party", store.today.isoformat()),
        [*promise_blocks(found._replace(actions=shared), store.today)],
        arrangement_called(store),
        store.today.isoformat(),
        say_count("report.left_actions", left) if left else "",
    )
