"""What stands along the time line besides what was said: meetings, terms, and how many are open."""

from storage.reader import Reader
from storage.views.time_marks import TimeMarks


def time_marks(now: Reader, then: Reader) -> TimeMarks:
    """Meetings as they are known now, terms and numbers as they were then."""
    rows = now.connection.execute(
        "SELECT date, phase IN ('running', 'closed') FROM meetings"
        " WHERE date IS NOT NULL AND life <> 'deleted' AND joined IS NULL ORDER BY 1"
    ).fetchall()
    period = now.connection.execute('SELECT "from", "to" FROM arrangement').fetchone()
    totals = then.totals()
    late = then.lists.overdue.records()
    terms = then.connection.execute(
        "SELECT term_to, 'agreements/' || tail FROM agreements WHERE term_to IS NOT NULL"
        " AND term_nature = 'once' AND life <> 'deleted' AND joined IS NULL ORDER BY 1"
    ).fetchall()
    first, last = period or ("", "")
    return TimeMarks(
        first or "",
        last or "",
        tuple((str(day), bool(held)) for day, held in rows),
        tuple((str(to), record in late) for to, record in terms),
        totals.open,
        now.totals().open,
    )
