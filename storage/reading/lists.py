"""The panes: totals, regions, programmes and agreements, narrowed by one another."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from storage.reading.names import names, short_name
from storage.reading.regions import Tree, around, tree
from storage.records.fields import OPEN_STATUSES
from storage.views import AgreementRow, Group, Place, Totals, Via, View

_ROWS = """
SELECT a.tail, a.code, a.title, a.kind, a.status, a.term_phrase, a.term_nature, a.term_to,
       a.signal_colour, a.conflicts <> '[]', a.life
  FROM agreements a WHERE a.life <> 'deleted' AND a.joined IS NULL"""
_LEADS = """
SELECT p.tail, o.tail FROM agreements_parties p
  JOIN organisations o ON o.tail = p.organisation WHERE p.role = 'lead' ORDER BY o.name"""


class Lists:
    """One look at all agreements of a file; made anew when the file has changed."""

    def __init__(self, connection: sqlite3.Connection, today: date) -> None:
        self._connection = connection
        self._tree: Tree = tree(connection)
        self._ended = _ended(connection, today)
        self._today = today.isoformat()
        repeats = connection.execute(
            "SELECT tail, record FROM agreements_related WHERE relation = 'repeats'"
        ).fetchall()
        self._repeats: dict[str, str] = dict(repeats)
        self.rows = self._all_rows()
        self._by_region = self._links("agreements_regions", "regions")
        self._by_programme = self._links("agreements_programmes", "programmes")

    def totals(self) -> Totals:
        """What the header says; repeats are counted nowhere."""
        row = self._connection.execute(
            'SELECT title, substr("from", 1, 4), substr("to", 1, 4) FROM arrangement'
        ).fetchone() or ("", "", "")
        counted = [self.rows[tail] for tail in self.rows if self._counts(tail)]
        standing = sum(one.nature == "standing" for one in counted)
        (disputed,) = self._connection.execute("SELECT count(*) FROM disputed").fetchone()
        title, first_year, last_year = (str(part or "") for part in row)
        return Totals(
            title,
            first_year,
            last_year,
            len(counted) - standing,
            standing,
            disputed,
            self._ended,
        )

    def regions(self) -> list[Place]:
        """The region tree with own open agreements, standing ones included."""
        named = names(self._connection, "regions", "short")
        return [
            Place(region, *named[region], depth, self._open(self._by_region[region]))
            for region, depth in self._tree.order
        ]

    def programmes(self, region: str | None) -> list[Place]:
        """Programmes with the open agreements that the list of this region has of them."""
        inside = set(self.rows)
        if region is not None:
            inside = {tail for _, name in self._scopes(region) for tail in self._by_region[name]}
        found = [
            Place(tail, name, shorts, 0, self._open(self._by_programme[tail] & inside))
            for tail, (name, shorts) in names(self._connection, "programmes").items()
        ]
        found.sort(key=lambda place: (-place.count, place.name.lower()))
        without = inside - {tail for tails in self._by_programme.values() for tail in tails}
        return [*found, Place("", "", (), 0, self._open(without))]

    def agreements(self, region: str | None, programme: str | None, view: View) -> list[Group]:
        """The list in its groups: a region's own, via the regions above, in those below."""
        inside = {tail for tail, row in self.rows.items() if _shown(row, view)}
        if programme:
            inside &= self._by_programme[programme]
        elif programme == "":
            inside -= {tail for tails in self._by_programme.values() for tail in tails}
        if region is None:
            return [Group("own", None, "", self._ordered(inside))]
        named = names(self._connection, "regions", "short")
        groups: list[Group] = []
        seen: set[str] = set()
        for via, name in self._scopes(region):
            here = (self._by_region[name] & inside) - seen
            seen |= here
            if here or via == "own":
                title = named[name][0] if name in named else name
                groups.append(Group(via, name, title, self._ordered(here)))
        return groups

    def _scopes(self, region: str) -> list[tuple[Via, str]]:
        above = around(self._tree.above, region)
        below = around(self._tree.below, region)
        found: list[tuple[Via, str]] = [("own", region)]
        found += [("via", one) for one in above]
        return found + [("in", one) for one in below]

    def _all_rows(self) -> dict[str, AgreementRow]:
        leads: dict[str, list[str]] = defaultdict(list)
        named = names(self._connection, "organisations", "abbreviation")
        shorts = {tail: short_name(*one) for tail, one in named.items()}
        for tail, organisation in self._connection.execute(_LEADS).fetchall():
            leads[tail].append(shorts.get(organisation, organisation))
        found = {}
        for row in self._connection.execute(_ROWS).fetchall():
            tail, code, title, kind, status, phrase, nature, to, signal, conflict, life = row
            late = nature == "once" and bool(to) and to < self._today and self._ended is None
            found[tail] = AgreementRow(
                f"agreements/{tail}", code or "", title or "", kind or "", status,
                tuple(leads[tail]), phrase, nature, late and status in OPEN_STATUSES, signal,
                bool(conflict), life == "contested",
            )  # fmt: skip
        for tail in self._repeats.keys() & found.keys():
            found[tail] = found[tail]._replace(status=self._followed(found, tail))
        return found

    def _followed(self, rows: dict[str, AgreementRow], tail: str) -> str | None:
        """An agreement that repeats another has the other's status, also along a chain."""
        seen = {tail}
        while self._repeats.get(tail) in rows and self._repeats[tail] not in seen:
            tail = self._repeats[tail]
            seen.add(tail)
        return rows[tail].status

    def _links(self, table: str, column: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        rows = self._connection.execute(f"SELECT tail, {column} FROM {table}").fetchall()
        for tail, other in rows:
            if tail in self.rows:
                found[other].add(tail)
        return found

    def _counts(self, tail: str) -> bool:
        return self.rows[tail].status in OPEN_STATUSES and tail not in self._repeats

    def _open(self, tails: Iterable[str]) -> int:
        return sum(self._counts(tail) for tail in tails)

    def _ordered(self, tails: Iterable[str]) -> tuple[AgreementRow, ...]:
        rows = (self.rows[tail] for tail in tails)
        return tuple(sorted(rows, key=lambda row: (row.code == "", _by_number(row.code), row.id)))


def _by_number(code: str) -> tuple[str, str, str]:
    """Codes of one region stand together and count on over the parts of the document."""
    parts = code.split("-")
    return (parts[2], parts[3].zfill(6), code) if len(parts) > 3 else (code, "", code)


def _shown(row: AgreementRow, view: View) -> bool:
    if view == "open":
        return row.status in OPEN_STATUSES
    return view == "all" or (row.status is not None and row.status not in OPEN_STATUSES)


def _ended(connection: sqlite3.Connection, today: date) -> str | None:
    row = connection.execute('SELECT "to" FROM arrangement').fetchone()
    last = row[0] if row else None
    return last if last and last < today.isoformat() else None
