"""The agreements that a query finds."""

from storage.reader import Reader
from storage.records.ids import tail_of
from tui.locale import say, say_count
from tui.reports.kinds.report_heads import arrangement_called, under_day
from tui.reports.report import Report, ReportRequest
from tui.words.contents.action_contents import agreements_grid
from tui.words.contents.page_pieces import Block, PlainSentence
from tui.words.query_words import refuse_troubles


def report(store: Reader, asked: ReportRequest) -> Report:
    """All agreements that pass ``what``, a query as one types it; all open ones without any. Raises
    Refused for what of it is not known."""
    ids, troubles = store.searcher.listed("agreements", asked.what.strip() or "is:open")
    refuse_troubles(troubles)
    rows = store.lists.rows.of([*map(tail_of, ids)])
    body: Block = [PlainSentence(say("report.nothing"))]
    if rows:
        body = [PlainSentence(say_count("count.agreements", len(rows))), agreements_grid(rows)]
    under = under_day("list", store.today.isoformat())
    return Report(
        say("report.title_list"),
        ", ".join(part for part in (under, asked.what) if part),
        [body],
        arrangement_called(store),
        store.today.isoformat(),
    )
