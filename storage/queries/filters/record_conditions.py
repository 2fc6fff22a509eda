"""What a filter keeps of the records of a type, as a condition in SQL on a row ``r`` of theirs."""

import json
import sqlite3
from collections.abc import Callable
from datetime import date
from functools import cached_property

from storage.queries.filters.filter_values import FilterValue
from storage.queries.filters.for_meetings import ASKED_AGAIN, OFTEN, RESERVED, unsettled
from storage.queries.filters.silence import spoken_of_since
from storage.queries.touched_records import touched_since
from storage.records.ids import tail_of, type_of
from storage.search.filter_names import BY_NAME
from storage.views.filter_term import FilterTerm

Condition = tuple[str, tuple[str, ...]]
"""SQL, and what fills it."""

T = "(SELECT value FROM json_each(?1))"
"""The tails that a filter names."""
_IS_DAY = "({0} = date({0}, '+0 days') AND {0} > '0001')"
"""A merge can bring what is none; adding no days makes 31 February another day in any SQLite."""
_OF_AGREEMENT = """
(SELECT 'agreements/' || tail FROM agreements_{0}s WHERE {0}s IN {1}
 UNION SELECT '{0}s/' || value FROM json_each(?1))"""
_POINTING = {
    ("region", "targets"): f"r.region IN {T}",
    ("region", "entries"): f"r.about IN {_OF_AGREEMENT.format('region', T)}",
    ("region", "items"):
        f"r.agreement IN (SELECT tail FROM agreements_regions WHERE regions IN {T})",
    ("region", "regions"): f"(r.tail IN {T} OR r.tail IN"
                           f" (SELECT tail FROM regions_parents WHERE regions IN {T}))",
    ("applies", "targets"): f"r.region IN {T}",
    ("programme", "targets"): f"r.programme IN {T}",
    ("programme", "entries"): f"r.about IN {_OF_AGREEMENT.format('programme', T)}",
    ("programme", "items"):
        f"r.agreement IN (SELECT tail FROM agreements_programmes WHERE programmes IN {T})",
    ("programme", "programmes"): f"r.tail IN {T}",
    ("who", "entries"): f"r.who IN {T}",
    ("who", "people"): f"r.organisation IN {T}",
    ("who", "organisations"): f"r.tail IN {T}",
    ("party", "agreements"):
        f"r.tail IN (SELECT tail FROM agreements_parties WHERE organisation IN {T})",
    ("party", "entries"): f"r.who IN {T}",
    ("party", "people"): f"r.organisation IN {T}",
    ("party", "organisations"): f"r.tail IN {T}",
    ("party", "meetings"): f"(r.body IN {T} OR r.tail IN"
                           f" (SELECT tail FROM meetings_participants WHERE organisation IN {T}"
                           f" UNION SELECT tail FROM meetings_present WHERE organisation IN {T}))",
    ("party", "arrangement"):
        f"r.tail IN (SELECT tail FROM arrangement_parties WHERE organisations IN {T})",
    ("meeting", "agreements"):
        f"('agreements/' || r.tail IN (SELECT about FROM entries WHERE meeting IN {T}"
        " AND life <> 'deleted') OR r.tail IN"
        f" (SELECT agreement FROM items WHERE meeting IN {T} AND life <> 'deleted'))",
    ("meeting", "entries"): f"r.meeting IN {T}",
    ("meeting", "items"): f"r.meeting IN {T}",
    ("meeting", "meetings"): f"r.tail IN {T}",
}  # fmt: skip
_LACKING = {
    "lead": "r.tail NOT IN (SELECT tail FROM agreements_parties WHERE role = 'lead')",
    "executor": "r.tail NOT IN (SELECT tail FROM agreements_parties WHERE role = 'executor')",
    "status": "r.status IS NULL",
    "term": "(r.term_phrase IS NULL AND r.term_from IS NULL AND r.term_to IS NULL"
            " AND r.term_trigger IS NULL AND r.term_nature IS NOT 'standing'"
            " AND r.term_nature IS NOT 'recurring')",
    "baseline": "r.baseline IS NULL",
    "year": "r.year IS NULL",
    "source": "(r.source_locator IS NULL AND r.source_meeting IS NULL)",
}  # fmt: skip
_LACKING_IN = {
    ("who", "agreements"):
        "r.tail NOT IN (SELECT tail FROM agreements_parties WHERE role IN ('lead', 'executor'))",
    ("who", "entries"): "r.who IS NULL",
    ("region", "agreements"): "r.tail NOT IN (SELECT tail FROM agreements_regions)",
    ("region", "targets"): "r.region IS NULL",
    ("programme", "agreements"): "r.tail NOT IN (SELECT tail FROM agreements_programmes)",
    ("programme", "targets"): "r.programme IS NULL",
}  # fmt: skip
_OPEN_ACTION = "r.kind = 'action' AND r.done IS NOT 1"
_ACTIONS = {
    "open": _OPEN_ACTION,
    "done": "r.kind = 'action' AND r.done IS 1",
    "late": f"{_OPEN_ACTION} AND {_IS_DAY.format('r.term_to')} AND r.term_to < ?1",
}
_HAVING = """
'agreements/' || r.tail IN (SELECT about FROM entries r WHERE life <> 'deleted' AND {})"""
_TRIGGER = """
(r.term_trigger IS NOT NULL AND r.trigger_met_date IS NULL AND r.trigger_met_evidence IS NULL)"""
_PERSON = """
(r.kind IN ('on_request', 'request') AND r.tail NOT IN
 (SELECT record FROM agreements_related WHERE relation IN ('takes_up', 'declines')))"""
_WAITING = {
    "yes": f"({_TRIGGER} OR {_PERSON})", "no": f"NOT ({_TRIGGER} OR {_PERSON})",
    "trigger": _TRIGGER, "person": _PERSON,
}  # fmt: skip
_PAST = "{0} AND r.term_to < ?1 AND coalesce(r.term_nature, 'once') = 'once'"
_STATES = {
    "contested": "r.life = 'contested'",
    "incomplete": "r.incomplete <> '[]'",
    "deleted": "r.life = 'deleted'",
    "past": _PAST.format(_IS_DAY.format("r.term_to")),
    "standing": "r.term_nature = 'standing'",
    "recurring": "r.term_nature = 'recurring'",
    "reading": "r.reading IS NOT NULL",
    "own": "r.tail LIKE 'own-%'",
    "open": _ACTIONS["open"],
    "done": _ACTIONS["done"],
    "asked_again": ASKED_AGAIN,
}
_WHEN = {
    "agreements": "r.term_to", "entries": "r.term_to", "meetings": "r.date",
    "targets": "(r.year || '-12-31')",
}  # fmt: skip
_AGAINST = {"before": ("<", 0), "due": ("<=", 1), "after": (">", 1)}
"""How a day stands to the first or the last one of a period."""
_AT = "({0} = ?1 OR substr({0}, 1, length(?1) + 1) = ?1 || '.')"


class RecordConditions:
    """The conditions of a file as it is now, on a day."""

    def __init__(self, connection: sqlite3.Connection, today: date) -> None:
        self._connection = connection
        self._today = today.isoformat()
        self._of: dict[str, Callable[[str, FilterValue], Condition]] = {
            **dict.fromkeys(("before", "due", "after"), self._against),
            "kind": self._kind, "status": self._column("status"), "role": self._role,
            "signal": self._signal, "without": self._lacking,
            "waits": self._waiting, "silent": self._silent, "action": self._action,
            "late": self._late, "source": self._source, "is": self._state,
            "changed": self._changed, "often": self._often, "type": self._type,
        }  # fmt: skip

    def of(self, type_: str, value: FilterValue) -> Condition | None:
        """What a row must be to pass; None where this type does not know the filter."""
        term = value.term
        if not BY_NAME[term.name].knows(type_, term.value):
            return None
        pointing = _POINTING.get((term.name, type_))
        return (pointing, (value.asked,)) if pointing else self._of[term.name](type_, value)

    def tails(self, type_: str, value: FilterValue) -> set[str]:
        """The tails of all that pass, deleted ones too."""
        condition = self.of(type_, value)
        if condition is None:
            return set()
        query = f"SELECT r.tail FROM [{type_}] r WHERE {condition[0]}"
        return {tail for (tail,) in self._connection.execute(query, condition[1]).fetchall()}

    def _column(self, column: str) -> Callable[[str, FilterValue], Condition]:
        return lambda type_, value: (f"r.{column} = ?1", value.values)

    def _kind(self, type_: str, value: FilterValue) -> Condition:
        return "lower(r.kind) = lower(?1)", value.values

    def _signal(self, type_: str, value: FilterValue) -> Condition:
        if value.values[0] == "amber_or_red":
            return "r.signal_colour IN ('amber', 'red')", ()
        return "r.signal_colour = ?1", value.values

    def _role(self, type_: str, value: FilterValue) -> Condition:
        return "r.tail IN (SELECT tail FROM agreements_parties WHERE role = ?1)", value.values

    def _against(self, type_: str, value: FilterValue) -> Condition:
        when, (how, which) = _WHEN[type_], _AGAINST[value.term.name]
        return f"{_IS_DAY.format(when)} AND {when} {how} ?1", (value.values[which],)

    def _lacking(self, type_: str, value: FilterValue) -> Condition:
        what = value.term.value
        return _LACKING_IN.get((what, type_)) or _LACKING[what], ()

    def _waiting(self, type_: str, value: FilterValue) -> Condition:
        return _WAITING[value.term.value], ()

    def _silent(self, type_: str, value: FilterValue) -> Condition:
        spoken = spoken_of_since(self._connection, self._today, int(value.values[0]))
        if spoken is None:
            return "0", ()
        return f"'agreements/' || r.tail NOT IN {T}", (json.dumps(sorted(spoken)),)

    def _action(self, type_: str, value: FilterValue) -> Condition:
        asked = _ACTIONS[value.term.value]
        filled = (self._today,) if "?1" in asked else ()
        return asked if type_ == "entries" else _HAVING.format(asked), filled

    def _late(self, type_: str, value: FilterValue) -> Condition:
        return _ACTIONS["late"], (self._today,)

    def _source(self, type_: str, value: FilterValue) -> Condition:
        if type_ == "passages":
            return _AT.format("r.locator"), value.values
        asked = _AT.format("r.source_locator")
        if type_ == "agreements":
            also = f"SELECT tail FROM agreements_also_at WHERE {_AT.format('text')}"
            asked = f"({asked} OR r.tail IN ({also}))"
        return asked, value.values

    def _state(self, type_: str, value: FilterValue) -> Condition:
        what = value.term.value
        if what == "conflict":
            return f"'{type_}/' || r.tail IN (SELECT record FROM disputed)", ()
        if what == "reserved":
            return RESERVED[type_], ()
        if what == "unsettled":
            tails = sorted(tail_of(one) for one in self._unsettled if type_of(one) == type_)
            return f"r.tail IN {T}", (json.dumps(tails),)
        return _STATES[what], (self._today,) if what == "past" else ()

    @cached_property
    def _unsettled(self) -> set[str]:
        return unsettled(self._connection)

    def _changed(self, type_: str, value: FilterValue) -> Condition:
        start = f"{type_}/"
        touched = touched_since(self._connection, value.values[0])
        tails = sorted(one.removeprefix(start) for one in touched if one.startswith(start))
        return f"r.tail IN {T}", (json.dumps(tails),)

    def _often(self, type_: str, value: FilterValue) -> Condition:
        return OFTEN, value.values

    def _type(self, type_: str, value: FilterValue) -> Condition:
        return ("1" if value.term.value == type_ else "0"), ()


def asks_deleted(term: FilterTerm) -> bool:
    """Whether a filter asks for what was deleted."""
    return term == FilterTerm("is", "deleted")
