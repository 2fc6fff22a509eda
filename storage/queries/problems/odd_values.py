"""Values that no form would keep: turned round, unknown, missing, or two of what is one's own."""

import sqlite3
from collections.abc import Iterator

from storage.queries.joins import joins
from storage.queries.problems.found_problem import FoundProblem
from storage.records.fields import FIELDS
from storage.tables.columns import set_tables

Connection = sqlite3.Connection

_SAME_CODE = """
SELECT tail, code FROM agreements WHERE life <> 'deleted' AND code IN
 (SELECT code FROM agreements WHERE life <> 'deleted' GROUP BY code HAVING count(*) > 1)
 ORDER BY code, tail"""
_TURNED_TERM = """
SELECT tail, term_from, term_to FROM [{}] WHERE life <> 'deleted' AND term_from > term_to"""
_TURNED_PERIOD = """
SELECT tail, "from", "to" FROM arrangement WHERE life <> 'deleted' AND "from" > "to\""""
_MET = """
SELECT a.tail FROM agreements a WHERE a.life <> 'deleted' AND a.status = 'met' AND NOT EXISTS (
       SELECT 1 FROM entries e WHERE e.about = 'agreements/' || a.tail AND e.kind = 'evidence'
          AND e.life <> 'deleted')"""
_SUPERSEDED = """
SELECT a.tail FROM agreements a WHERE a.life <> 'deleted' AND a.status = 'superseded'
   AND NOT EXISTS (SELECT 1 FROM agreements_related r
                    WHERE r.tail = a.tail AND r.relation = 'replaced_by')"""
_NO_REASON = """
SELECT tail, [{0}] FROM [{1}] WHERE life <> 'deleted' AND [{0}] IN ({2})
   AND trim(coalesce([{3}_reason], '')) = ''"""
_EVIDENCE = """
SELECT 1 FROM entries WHERE about = ? AND kind = 'evidence' AND life <> 'deleted'"""


def same_codes(connection: Connection) -> Iterator[FoundProblem]:
    """Agreements with a code that another has too."""
    for tail, code in connection.execute(_SAME_CODE).fetchall():
        yield FoundProblem("same_code", f"agreements/{tail}", {"value": code})


def turned_terms(connection: Connection) -> Iterator[FoundProblem]:
    """Terms that end before they begin."""
    for type_, fields in FIELDS.items():
        if "term" in fields:
            for tail, start, end in connection.execute(_TURNED_TERM.format(type_)).fetchall():
                details = {"field": "term", "value": f"{start} – {end}", "from": start, "to": end}
                yield FoundProblem("turned_term", f"{type_}/{tail}", details)


def turned_periods(connection: Connection) -> Iterator[FoundProblem]:
    """An arrangement that ends before it begins."""
    for tail, start, end in connection.execute(_TURNED_PERIOD).fetchall():
        details = {"field": "to", "value": f"{start} – {end}", "from": start, "to": end}
        yield FoundProblem("turned_period", f"arrangement/{tail}", details)


def without_required(connection: Connection) -> Iterator[FoundProblem]:
    """Records without what each of their type must have, such as a title. One that is contested
    is in conflict before it lacks anything."""
    for type_, fields in FIELDS.items():
        for name, field in fields.items():
            if not field.required or name == "about":
                continue
            query = f"SELECT tail FROM [{type_}] WHERE life = 'live' AND [{name}] IS NULL"
            for (tail,) in connection.execute(query).fetchall():
                yield FoundProblem("required", f"{type_}/{tail}", {"field": name, "value": ""})


def unknown_words(connection: Connection) -> Iterator[FoundProblem]:
    """Statuses, kinds, roles and the like that this version does not know."""
    for type_, fields in FIELDS.items():
        for name, field in fields.items():
            if field.form == "choice":
                marks = ", ".join("?" * len(field.choices))
                query = (
                    f"SELECT tail, [{name}] FROM [{type_}] WHERE life <> 'deleted'"
                    f" AND [{name}] NOT IN ({marks})"
                )
                for tail, value in connection.execute(query, field.choices).fetchall():
                    details = {"field": name, "value": value}
                    yield FoundProblem("unknown_word", f"{type_}/{tail}", details)
        for table, field in set_tables(type_).items():
            choices = field.parts[0].choices
            if choices:
                columns = ", ".join(f"l.[{part.name}]" for part in field.parts)
                marks = ", ".join("?" * len(choices))
                query = (
                    f"SELECT l.tail, {columns} FROM [{table}] l JOIN [{type_}] r ON r.tail = l.tail"
                    f" AND r.life <> 'deleted' WHERE l.[{field.parts[0].name}] NOT IN ({marks})"
                )
                for tail, *parts in connection.execute(query, choices).fetchall():
                    element = "/".join([field.name, *parts])
                    details = {"field": field.name, "value": parts[0], "element": element}
                    yield FoundProblem("unknown_word", f"{type_}/{tail}", details)


def lacking_reasons(connection: Connection) -> Iterator[FoundProblem]:
    """Statuses without what they ask for, and signals without a reason."""
    joined = joins(connection, "agreements")
    for (tail,) in connection.execute(_MET).fetchall():
        others = (f"agreements/{one}" for one in joined.all_of(tail)[1:])
        if not any(connection.execute(_EVIDENCE, (one,)).fetchone() for one in others):
            yield FoundProblem(
                "no_evidence", f"agreements/{tail}", {"field": "status", "value": "met"}
            )
    for (tail,) in connection.execute(_SUPERSEDED).fetchall():
        details = {"field": "related", "value": "superseded"}
        yield FoundProblem("no_successor", f"agreements/{tail}", details)
    yield from _without_reason(connection)


def _without_reason(connection: Connection) -> Iterator[FoundProblem]:
    """Values that have a reason of their own, and need it."""
    for type_, fields in FIELDS.items():
        for name, field in fields.items():
            asking = [one for one, need in field.needs.items() if need == "reason"]
            if not asking or "reason" not in field.names:
                continue
            column = f"{name}_{field.names[0]}"
            query = _NO_REASON.format(column, type_, ", ".join("?" * len(asking)), name)
            for tail, value in connection.execute(query, asking).fetchall():
                yield FoundProblem("no_reason", f"{type_}/{tail}", {"field": name, "value": value})
