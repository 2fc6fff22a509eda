"""How far a set of agreements is, and what of it asks for attention."""

import json
import sqlite3
from collections.abc import Iterator

from storage.queries.agreements.agreement_index import tail_of_order_key
from storage.queries.agreements.agreement_sets import AgreementSets
from storage.queries.agreements.bitset import BitPlaces
from storage.queries.agreements.pane_lists import Lists
from storage.queries.agreements.status_counts import status_counts
from storage.tables.chunks import select_in
from storage.views.progress_count import Care, ProgressCount

_DECLINED = "SELECT tail FROM agreements WHERE kind = 'declined' AND tail IN (…)"
_TORN = """
SELECT tail, conflicts, signal_colour, signal_reason, life FROM agreements
 WHERE (conflicts <> '[]' OR life = 'contested' OR signal_colour IN ('amber', 'red'))
   AND tail IN (…)"""
_LAST = """
SELECT max(a.at) FROM said s JOIN acts a ON a.n = s.act
 WHERE s.record IN (…) AND NOT a.void AND NOT (a.by = 'seed' AND a.device = 'seed')"""
MOVES = 500  # agreements of which the last change is looked up; of more it would take a while


def progress(connection: sqlite3.Connection, sets: AgreementSets, bits: int) -> ProgressCount:
    """How many of a set have each status."""
    alive = bits & sets.alive
    repeats = alive & sets.index.having("repeats", "yes")
    once = alive & ~repeats
    without = once & ~sets.with_status
    declined = sum(1 for _ in select_in(connection, _DECLINED, tails_of(sets, without)))
    return ProgressCount(
        status_counts(sets, bits),
        declined,
        once.bit_count(),
        repeats.bit_count(),
    )


def attention_needed(connection: sqlite3.Connection, lists: Lists, bits: int) -> list[Care]:
    """What of a set is late, torn, or has a signal that worries; the late first."""
    bits &= lists.sets.alive & ~lists.sets.index.having("repeats", "yes")
    late = [*tails_of(lists.sets, lists.overdue.among(bits))]
    torn = {
        tail: (json.loads(conflicts) or ["life"] * (life == "contested"), colour, reason or "")
        for tail, conflicts, colour, reason, life in select_in(
            connection, _TORN, tails_of(lists.sets, bits)
        )
    }
    tails = [*dict.fromkeys([*late, *torn])]
    rows = dict(zip(tails, lists.rows.of(tails), strict=True))
    found = [Care(rows[tail], "late") for tail in late]
    found += [Care(rows[tail], "conflict", tuple(one[0])) for tail, one in torn.items() if one[0]]
    for wanted in ("red", "amber"):
        signals = ((tail, one[2]) for tail, one in torn.items() if one[1] == wanted)
        found += [Care(rows[tail], wanted, (), reason) for tail, reason in signals]
    return found


def last_change(connection: sqlite3.Connection, sets: AgreementSets, bits: int) -> str | None:
    """When a person last changed one of a set; None also where that would take a while."""
    if bits.bit_count() > MOVES:
        return None
    records = (f"agreements/{tail}" for tail in tails_of(sets, bits))
    return max((at for (at,) in select_in(connection, _LAST, records) if at), default=None)


def tails_of(sets: AgreementSets, bits: int) -> Iterator[str]:
    """The tails of a set, by number."""
    return (tail_of_order_key(sets.index.order[place]) for place in BitPlaces(bits))
