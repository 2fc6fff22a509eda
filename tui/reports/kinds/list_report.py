"""The agreements that a query finds."""

from storage.reader import Reader
from storage.records.ids import tail_of
from tui.locale import say, say_count
from tui.reports.kinds.heads import arrangement_called, under_day
from tui.reports.report import Asked, Report
from tui.words.contents.action_contents import agreements_grid
from tui.words.contents.page_pieces import Block, PlainSentence

MOST = 10_000


def report(store: Reader, asked: Asked) -> Report:
    """All agreements that pass ``what``, words of the query language; all open ones without any."""
    if asked.what.strip():
        hits = store.search(asked.what, MOST).hits
        tails = [tail_of(one.id) for one in hits if one.type == "agreements"]
    else:
        tails = [tail_of(row.id) for group in store.agreements() for row in group.rows]
    rows = store.lists.rows.of(list(dict.fromkeys(tails)))
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
