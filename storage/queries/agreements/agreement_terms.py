"""Which agreements pass the filters of a query, as sets of places."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from itertools import compress

from storage.queries.agreements.agreement_index import Trait, tail_of_order_key
from storage.queries.agreements.agreement_sets import AgreementSets, union
from storage.queries.agreements.overdue import Overdue
from storage.queries.agreements.term_order import is_last_day
from storage.queries.filters.filter_values import FilterValue, filter_value
from storage.queries.filters.record_conditions import RecordConditions
from storage.search.filter_names import BY_NAME
from storage.views.filter_term import FilterTerm
from storage.views.search_hit import Trouble

_PARTIES = """
SELECT a.tail, a.code FROM agreements a JOIN agreements_parties p ON p.tail = a.tail
 WHERE p.organisation IN (SELECT value FROM json_each(?)) AND p.role = ?"""
OF_OPEN = ("waits", "silent")  # filters that only what is open can pass
_PASSING = "SELECT r.tail, r.code FROM agreements r WHERE {}"

Resolved = FilterValue | Trouble


class AgreementTerms:
    """The filters of one look at all agreements, and at what stands beside them; what was asked
    once is kept."""

    def __init__(
        self, connection: sqlite3.Connection, sets: AgreementSets, overdue: Overdue, today: date
    ) -> None:
        self._connection = connection
        self._sets = sets
        self._overdue = overdue
        self._today = today
        self._values: dict[FilterTerm, Resolved] = {}
        self._tails: dict[tuple[str, tuple[FilterTerm, ...]], set[str]] = {}
        self._bits: dict[tuple[FilterTerm, tuple[str, ...]], int] = {}

    @cached_property
    def conditions(self) -> RecordConditions:
        """What the filters keep of records of any type."""
        return RecordConditions(self._connection, self._today)

    def value(self, term: FilterTerm) -> Resolved:
        """What a filter asks for, or why that is nothing."""
        if term not in self._values:
            self._values[term] = filter_value(self._connection, self._today, term)
        return self._values[term]

    def bits(self, terms: Iterable[FilterTerm]) -> int:
        """Those that pass all of these, deleted ones too; what is not known, none passes. A role
        beside a party is the one that the party has."""
        asked = list(terms)
        roles = tuple(one.value for one in asked if one.name == "role" and not one.excluded)
        found = self._sets.everything
        for term in asked:
            with_roles = roles if term.name == "party" else ()
            if (term, with_roles) not in self._bits:
                self._bits[term, with_roles] = self._passing(term, with_roles)
            found &= self._bits[term, with_roles]
        return found

    def tails(self, type_: str, terms: tuple[FilterTerm, ...]) -> set[str]:
        """The tails of the records of a type that pass all of these, deleted ones too."""
        if (type_, terms) not in self._tails and type_ == "agreements":
            passing = map(int, reversed(f"{self.bits(terms):b}"))
            keys = compress(self._sets.index.order, passing)
            self._tails[type_, terms] = {*map(tail_of_order_key, keys)}
        elif (type_, terms) not in self._tails:
            query = f"SELECT tail FROM [{type_}]"
            found = {tail for (tail,) in self._connection.execute(query).fetchall()}
            for term in terms:
                value = self.value(term)
                kept = set()
                if not isinstance(value, Trouble):
                    kept = self.conditions.tails(type_, value)
                found = found - kept if term.excluded else found & kept
            self._tails[type_, terms] = found
        return self._tails[type_, terms]

    def _passing(self, term: FilterTerm, roles: tuple[str, ...]) -> int:
        value = self.value(term)
        if isinstance(value, Trouble):
            return 0
        if not BY_NAME[term.name].knows("agreements", term.value):
            return self._sets.everything if term.excluded else 0
        if roles:
            found = union(self._sets.of_query(_PARTIES, value.asked, role) for role in roles)
        else:
            by_trait = self._by_trait.get((term.name, term.value)) or self._by_trait.get(term.name)
            found = by_trait(value) if by_trait else self._by_query(value)
        return self._sets.everything & ~found if term.excluded else found

    def _by_query(self, value: FilterValue) -> int:
        condition = self.conditions.of("agreements", value)
        assert condition is not None  # what no type knows was asked before
        found = self._sets.of_query(_PASSING.format(condition[0]), *condition[1])
        return found & self._sets.of_view("open") if value.term.name in OF_OPEN else found

    @cached_property
    def _by_trait(self) -> dict[object, Callable[[FilterValue], int]]:
        """What the index has, by the name of the filter, or name and value."""
        sets = self._sets
        return {
            "region": lambda value: self._having("region", value),
            "applies": lambda value: self._having("region", value),
            "programme": lambda value: self._having("programme", value),
            "who": lambda value: union(map(sets.of_party, value.values)),
            "status": lambda value: self._having("status", value),
            ("role", "lead"): lambda value: sets.with_lead,
            ("role", "executor"): lambda value: union(sets.index.traits["executor"].values()),
            "before": lambda value: self._ending(lambda day: day < value.values[0]),
            "due": lambda value: self._ending(lambda day: day <= value.values[1]),
            "after": lambda value: self._ending(lambda day: day > value.values[1]),
            "late": lambda value: self._overdue.among(sets.alive),
            ("is", "deleted"): lambda value: sets.of_view("deleted"),
            ("is", "open"): lambda value: sets.of_view("open"),
            ("is", "done"): lambda value: sets.of_view("done"),
            ("is", "standing"): lambda value: sets.index.having("moment", "standing"),
            ("is", "recurring"): lambda value: sets.index.having("moment", "recurring"),
            ("is", "repeat"): lambda value: sets.index.having("repeats", "yes"),
            ("without", "lead"): lambda value: sets.everything & ~sets.with_lead,
            ("without", "programme"): lambda value: sets.of_programme(""),
            ("without", "region"): lambda value: (
                sets.everything & ~union(sets.index.traits["region"].values())
            ),
            ("without", "status"): lambda value: (
                sets.everything & ~union(sets.index.traits["status"].values())
            ),
            "type": lambda value: sets.everything if value.values[0] == "agreements" else 0,
        }

    def _having(self, trait: Trait, value: FilterValue) -> int:
        return union(self._sets.index.having(trait, one) for one in value.values)

    def _ending(self, fits: Callable[[str], bool]) -> int:
        """Those with a last day for which this holds."""
        moments = self._sets.index.traits["moment"].items()
        return union(bits for moment, bits in moments if is_last_day(moment) and fits(moment))
