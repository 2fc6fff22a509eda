"""The agreements that a query finds."""

from storage.progress import Progress
from storage.reader import Reader
from storage.records.ids import tail_of
from tui.locale import say, say_count
from tui.reports.kinds.report_heads import arrangement_called, nothing_to_report, under_day
from tui.reports.report import Report, ReportRequest
from tui.words.contents.action_contents import agreements_grid
from tui.words.contents.page_pieces import PlainSentence
from tui.words.query_words import refuse_troubles

OF = ""


def report(store: Reader, asked: ReportRequest, _progress: Progress) -> Report:
    """All agreements that pass ``what``, a query as one types it; all open ones without any. Raises
    Refused for what of it is not known, and where there are none."""
    ids, troubles = store.searcher.listed("agreements", asked.what.strip() or "is:open")
    refuse_troubles(troubles)
    rows = store.lists.rows.of([*map(tail_of, ids)], in_full=True)
    if not rows:
        raise nothing_to_report(say("report.nothing"))
    return Report(
        say("report.list"),
        under_day(store.today.isoformat(), asked.what),
        [[PlainSentence(say_count("count.agreements", len(rows)))], [agreements_grid(rows)]],
        arrangement_called(store),
        store.today.isoformat(),
    )
