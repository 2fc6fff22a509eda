"""Agreements beside another: with the same party, at the same point, of the same programme, and
such as say nearly the same."""

import json
import sqlite3
from itertools import islice

from storage.queries.agreements.pane_lists import Lists
from storage.queries.agreements.progress_counts import tails_of
from storage.queries.pages.like_texts import like_texts
from storage.records.fields import PARTY_ROLES
from storage.tables.chunks import select_in
from storage.views.page_content import AgreementPage
from storage.views.page_elements import ListedPart, NamedCount

FEW = 5
LOOKED_AT = 2000  # agreements of a region of which the point is looked at; of more it takes a while
_PARTIES = "SELECT role, organisation FROM agreements_parties WHERE tail = ? ORDER BY 2"
_WITH = """
SELECT DISTINCT tail FROM agreements_parties
 WHERE role IN (SELECT value FROM json_each(?1)) AND organisation = ?2 AND tail <> ?3 LIMIT ?4"""
_AT = "SELECT tail FROM agreements WHERE tail IN (…) AND source_document = ? AND source_locator = ?"
_PLACE = "SELECT source_document, source_locator FROM agreements WHERE tail = ?"


def neighbours(
    connection: sqlite3.Connection, lists: Lists, page: AgreementPage
) -> list[ListedPart]:
    """The first of each kind, nothing that is empty; ``of`` is the party or the programme."""
    tail = page.record.partition("/")[2]
    found = [*_with_parties(connection, lists, tail), _at_point(connection, lists, tail)]
    found += _of_programmes(lists, tail, page)
    found.append(_part(lists, "like", NamedCount(None, ""), like_texts(connection, tail)))
    return [one for one in found if one.rows]


def _with_parties(connection: sqlite3.Connection, lists: Lists, tail: str) -> list[ListedPart]:
    """With each party that does not lead it."""
    others = json.dumps([role for role in PARTY_ROLES if role != "lead"])
    found = []
    for role, organisation in connection.execute(_PARTIES, (tail,)).fetchall():
        if role == "lead":
            continue
        rows = connection.execute(_WITH, (others, organisation, tail, 4 * FEW)).fetchall()
        name = lists.names.organisations.get(organisation, (organisation, ()))[0]
        of = NamedCount(f"organisations/{organisation}", name)
        found.append(_part(lists, "party", of, [one for (one,) in rows]))
    return found


def _at_point(connection: sqlite3.Connection, lists: Lists, tail: str) -> ListedPart:
    """At the same point of the document."""
    here = connection.execute(_PLACE, (tail,)).fetchone()
    regions = lists.sets.index.traits["region"].values()
    place = lists.sets.index.place(tail, lists.rows.code(tail))
    near = 0
    for bits in regions:
        if place is not None and bits >> place & 1 and bits.bit_count() <= LOOKED_AT:
            near |= bits
    tails: list[str] = []
    if here and here[1] and near:
        rows = select_in(connection, _AT, tails_of(lists.sets, near), *here)
        tails = [one for (one,) in rows if one != tail]
    return _part(lists, "point", NamedCount(None, ""), tails)


def _of_programmes(lists: Lists, tail: str, page: AgreementPage) -> list[ListedPart]:
    """Of the same programme in other regions."""
    regions = [value.link or "" for value in page.values("regions")]
    elsewhere = lists.sets.counted
    for region in regions:
        elsewhere &= ~lists.sets.index.having("region", region.partition("/")[2])
    found = []
    for value in page.values("programmes"):
        programme = (value.link or "").partition("/")[2]
        bits = elsewhere & lists.sets.of_programme(programme) if programme else 0
        tails = [one for one in islice(tails_of(lists.sets, bits), FEW + 1) if one != tail]
        found.append(_part(lists, "programme", NamedCount(value.link, str(value.said)), tails))
    return found


def _part(lists: Lists, what: str, of: NamedCount, tails: list[str]) -> ListedPart:
    alive = [row for row in lists.rows.of(tails[: 2 * FEW]) if row.title and row.status]
    return ListedPart(what, of, len(alive), tuple(alive[:FEW]))
