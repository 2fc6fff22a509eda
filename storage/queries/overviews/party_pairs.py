"""Who does what for whom: open agreements by their trekker and everyone else in them.

Standing roles are counted and listed apart, and repeats nowhere (design §2).
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from storage.queries.agreements.pane_lists import Lists
from storage.records.fields import OPEN_STATUSES, PARTY_ROLES
from storage.views.agreement_list import GroupRows
from storage.views.crosstabs import Leading, Pair

RECEIVING = ("recipient", "requester")
_OPEN = ", ".join(f"'{status}'" for status in OPEN_STATUSES)
_PAIRS = f"""
WITH shown AS MATERIALIZED (
       SELECT tail FROM agreements
        WHERE life <> 'deleted' AND status IN ({_OPEN}) AND term_nature IS NOT 'standing'
          AND tail NOT IN (SELECT value FROM json_each(?1))){{led}},
     each AS (
       SELECT l.organisation lead, o.organisation other, json_group_array(o.role) roles
         FROM shown s
         LEFT JOIN {{parties}} l ON l.tail = s.tail AND +l.role = 'lead'
         LEFT JOIN {{parties}} o
                ON o.tail = s.tail AND o.organisation IS NOT l.organisation
        GROUP BY s.tail, l.organisation, o.organisation)
SELECT lead, other, roles, count(*) FROM each GROUP BY lead, other, roles"""
_LED = """,
     stands AS MATERIALIZED (SELECT key tail, value "end" FROM json_each(?2)),
     led AS MATERIALIZED (
       SELECT DISTINCT p.tail, p.role, coalesce(s."end", p.organisation) organisation
         FROM agreements_parties p LEFT JOIN stands s ON s.tail = p.organisation)"""
_OF_OTHER = """
SELECT a.tail, a.code FROM agreements_parties p JOIN agreements a ON a.tail = p.tail
 WHERE p.organisation IN (SELECT value FROM json_each(?)) AND p.role IN ({})"""
_ALONE = """
SELECT a.tail, a.code FROM agreements_parties l JOIN agreements a ON a.tail = l.tail
 WHERE l.role = 'lead' AND l.organisation IN (SELECT value FROM json_each(?1)) AND NOT EXISTS (
       SELECT 1 FROM agreements_parties o WHERE o.tail = l.tail
          AND o.organisation NOT IN (SELECT value FROM json_each(?1)))"""
_NOBODY = """
SELECT tail, code FROM agreements a
 WHERE NOT EXISTS (SELECT 1 FROM agreements_parties p WHERE p.tail = a.tail)"""


def leading(connection: sqlite3.Connection, lists: Lists) -> list[Leading]:
    """All trekkers, most agreements first; what has none comes last."""
    counts: dict[str | None, dict[str | None, int]] = defaultdict(lambda: defaultdict(int))
    roles: dict[tuple[str | None, str | None], Counter[str]] = defaultdict(Counter)
    joined = lists.sets.joined["organisations"]
    query = _PAIRS.format(
        led=_LED if joined.by else "", parties="led" if joined.by else "agreements_parties"
    )
    hidden = json.dumps([*lists.repeats, *lists.sets.joined["agreements"].by])
    asked = (hidden, json.dumps({**joined.by})) if joined.by else (hidden,)
    for lead, other, said, count in connection.execute(query, asked).fetchall():
        counts[lead][other] += count
        if other is not None:
            for role in json.loads(said):
                roles[lead, other][role] += count
    found = [
        Leading(
            lead,
            _names(lists, lead)[0],
            (_led(lists, lead) & _shown(lists)).bit_count(),
            tuple(sorted(_pairs(lists, lead, others, roles), key=_first)),
        )
        for lead, others in counts.items()
    ]
    return sorted(found, key=_first)


def between(connection: sqlite3.Connection, lists: Lists, pair: Pair) -> GroupRows:
    """The agreements of a pair, by number."""
    return lists.listed(bits_between(connection, lists, pair))


def received(lists: Lists, party: str) -> int:
    """How many agreements a party gets something of without leading them."""
    asked = lists.sets.joined["organisations"].asked(party)
    query = _OF_OTHER.format(", ".join("?" * len(RECEIVING)))
    found = lists.sets.of_query(query, asked, *RECEIVING)
    return (found & _shown(lists) & ~_led(lists, party)).bit_count()


def bits_between(connection: sqlite3.Connection, lists: Lists, pair: Pair) -> int:
    """The same as a set."""
    if pair.other is not None:
        marks = ", ".join("?" * len(pair.roles))
        of_other = lists.sets.joined["organisations"].asked(pair.other)
        asked = (of_other, *(role for role, _ in pair.roles))
        found = connection.execute(_OF_OTHER.format(marks), asked).fetchall()
    elif pair.lead is not None:
        asked_lead = lists.sets.joined["organisations"].asked(pair.lead)
        found = connection.execute(_ALONE, (asked_lead,)).fetchall()
    else:
        found = connection.execute(_NOBODY).fetchall()
    return lists.sets.set_of(found) & _led(lists, pair.lead) & _shown(lists)


def _pairs(
    lists: Lists,
    lead: str | None,
    others: Mapping[str | None, int],
    roles: Mapping[tuple[str | None, str | None], Counter[str]],
) -> Iterable[Pair]:
    for other, count in others.items():
        said = roles[lead, other]
        known = [role for role in PARTY_ROLES if role in said]
        ranked = (*known, *sorted(said.keys() - {*known}))
        counted = tuple((role, said[role]) for role in ranked)
        name, shorts = _names(lists, other)
        yield Pair(lead, other, name, shorts, count, counted)


def _first(one: Leading | Pair) -> tuple[bool, int, str, str]:
    """Whoever is named before who is not, the most first."""
    tail = one.lead if isinstance(one, Leading) else one.other
    return tail is None, -one.number, one.name.casefold(), tail or ""


def _names(lists: Lists, tail: str | None) -> tuple[str, tuple[str, ...]]:
    return ("", ()) if tail is None else lists.names.organisations.get(tail, (tail, ()))


def _led(lists: Lists, lead: str | None) -> int:
    if lead is not None:
        return lists.sets.index.having("lead", lead)
    return lists.sets.alive & ~lists.sets.with_lead


def _shown(lists: Lists) -> int:
    return lists.sets.counted & ~lists.sets.standing
