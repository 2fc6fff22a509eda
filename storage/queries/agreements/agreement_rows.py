"""Agreements as rows of a list, read by their tails."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from storage.queries.agreements.agreement_sets import AgreementSets
from storage.queries.agreements.bitset import bits_of
from storage.queries.agreements.overdue import Overdue
from storage.queries.names import Names, short_name, title_before
from storage.tables.chunks import select_in
from storage.tables.damage import face
from storage.views.agreement_list import AgreementRow

_ROWS = """
SELECT tail, code, title, kind, status, term_phrase, term_nature, signal_colour,
       conflicts <> '[]', life FROM agreements WHERE tail IN (…)"""
_LEADS = """
SELECT tail, organisation FROM agreements_parties WHERE +role = 'lead' AND tail IN (…)"""


@face("_connection")
class AgreementRows:
    """``overdue`` says which are too late."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        sets: AgreementSets,
        overdue: Overdue,
        organisations: Names,
    ) -> None:
        self._connection = connection
        self._sets = sets
        self._overdue = overdue
        self._organisations = organisations

    def of(self, tails: Sequence[str], *, in_full: bool = False) -> list[AgreementRow]:
        """The rows of these agreements in this order, deleted ones too; one of which nothing is
        left, because it was taken back a moment ago, has only its id. Names of leads are short,
        unless they are wanted ``in_full``."""
        leads: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for tail, lead in select_in(self._connection, _LEADS, tails):
            organisation = self._sets.joined["organisations"].of(lead)
            name, others = self._organisations.get(organisation, (organisation, ()))
            leads[tail].add((name, name if in_full else short_name(name, others)))
        found = {}
        rows = [*select_in(self._connection, _ROWS, tails)]
        index = self._sets.index
        places = {tail: index.place(tail, code) for tail, code, *_ in rows}
        known = (place for place in places.values() if place is not None)
        late = self._overdue.among(bits_of(known, len(index.order)))
        for (
            tail,
            code,
            title,
            kind,
            status,
            phrase,
            nature,
            signal,
            conflict,
            life,
        ) in rows:
            now = self._sets.repeats.get(tail, status)
            place = places[tail]
            found[tail] = AgreementRow(
                f"agreements/{tail}", code or "", self._title(tail, title, life), kind or "", now,
                tuple(short for _, short in sorted(leads[tail])), phrase, nature,
                place is not None and bool(late >> place & 1),
                signal, bool(conflict), life == "contested",
            )  # fmt: skip
        return [found.get(tail) or _nothing(tail) for tail in tails]

    def _title(self, tail: str, title: str | None, life: str) -> str:
        if title is None and life == "contested":
            return title_before(self._connection, f"agreements/{tail}") or ""
        return title or ""

    def code(self, tail: str) -> str | None:
        """The code of an agreement, if it has one."""
        query = "SELECT code FROM agreements WHERE tail = ?"
        row = self._connection.execute(query, (tail,)).fetchone()
        return row[0] if row else None


def _nothing(tail: str) -> AgreementRow:
    return AgreementRow(
        f"agreements/{tail}", "", "", "", None, (), None, None,
        overdue=False, signal=None, conflict=False, contested=False,
    )  # fmt: skip
