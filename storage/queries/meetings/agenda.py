"""The agenda of a meeting: its points in their order, each with its agreement and its proposal."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from storage.errors import Refused
from storage.queries.agreements.pane_lists import Lists
from storage.queries.field_facts import record_called
from storage.queries.joins import joins, stands_for
from storage.queries.meetings.proposals import proposal_of
from storage.queries.phases import phase_of
from storage.records.fields import OUTCOMES
from storage.records.ids import scope_of, tail_of
from storage.records.record_json import Json
from storage.tables.stored_record import stored_record
from storage.views.meeting import Agenda, InOffice, MeetingFacts, Point, Reservation

Connection = sqlite3.Connection
VARIANTS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_ITEMS = "SELECT tail FROM items WHERE meeting IN (…) AND life <> 'deleted'"


def meeting_facts(connection: Connection, lists: Lists, record: str) -> MeetingFacts:
    """What is told of a meeting, or of the one that stands for it; where others gave way to it,
    with who came to those, and what it does not say itself. Raises Refused where there is none, or
    it was deleted."""
    record = stands_for(connection, record)
    said = stored_record(connection, record)
    if said is None or not record.startswith("meetings/"):
        raise Refused("no_meeting", code=record)
    if said["life"] == "deleted":
        raise Refused("deleted", code=record)
    tails = joins(connection, "meetings").all_of(tail_of(record))
    others = (stored_record(connection, f"meetings/{tail}") for tail in tails[1:])
    every = [said, *(one for one in others if one is not None and one["life"] != "deleted")]
    first = {name: next((one[name] for one in every if one[name]), None) for name in _FACTS}
    body = lists.sets.joined["organisations"].of(str(first["body"])) if first["body"] else None
    return MeetingFacts(
        record, str(first["title"] or ""), body, _named(connection, "organisations", body),
        _text(first["date"]), _text(first["phrase"]), _text(first["place"]),
        _named(connection, "people", first["chair"]) or None,
        _named(connection, "people", first["secretary"]) or None, phase_of(connection, tails),
        _offices(connection, lists, (one["participants"] for one in every)),
        _offices(connection, lists, (one["present"] for one in every)),
        _named(connection, "meetings", first["next"]) or None,
        _named(connection, "meetings", first["minutes_adopted"]) or None,
        tuple(str(one) for one in said["conflicts"]),  # type: ignore[attr-defined]
        str(said["life"]),
    )  # fmt: skip


_FACTS = (
    "body", "title", "date", "phrase", "place", "chair", "secretary", "next", "minutes_adopted",
)  # fmt: skip


def agenda(connection: Connection, lists: Lists, record: str) -> Agenda:
    """A meeting and its points. Raises Refused where there is no such meeting."""
    from storage.tables.chunks import select_in

    meeting = meeting_facts(connection, lists, record)
    tails = joins(connection, "meetings").all_of(tail_of(meeting.id))
    found: dict[str, Json] = {}
    given_way = joins(connection, "items").by
    for (tail,) in select_in(connection, _ITEMS, tails):
        said = stored_record(connection, f"items/{tail}")
        if said is not None and tail not in given_way:
            found[tail] = said
    return Agenda(meeting, tuple(_points(connection, lists, found)))


def _points(connection: Connection, lists: Lists, items: Mapping[str, Json]) -> Iterable[Point]:
    under: dict[str, list[str]] = defaultdict(list)
    for tail, said in items.items():
        above = str(said["part_of"] or "")
        known = above in items and above != tail and not items[above]["part_of"]
        under[above if known else ""].append(tail)
    variants = _variants(connection, items)
    rows = _agreements(connection, lists, items)
    for n, top in enumerate(_ordered(items, under[""], variants), 1):
        yield _point(connection, items[top], str(n), variants.get(top, ""), rows)
        for m, tail in enumerate(_ordered(items, under[top], variants), 1):
            yield _point(connection, items[tail], f"{n}.{m}", variants.get(tail, ""), rows)


def _ordered(
    items: Mapping[str, Json], tails: Sequence[str], variants: Mapping[str, str]
) -> list[str]:
    """By position; what stands for one agreement together, where the first of it stands."""
    places = {tail: (str(items[tail]["position"] or ""), tail) for tail in tails}
    first: dict[object, tuple[str, str]] = {}
    for tail in sorted(tails, key=places.__getitem__):
        if tail in variants:
            first.setdefault(items[tail]["agreement"], places[tail])
    return sorted(
        tails,
        key=lambda tail: (
            first[items[tail]["agreement"]] if tail in variants else places[tail],
            variants.get(tail, ""),
            tail,
        ),
    )


def _variants(connection: Connection, items: Mapping[str, Json]) -> dict[str, str]:
    """A, B … for what stands for one agreement; the own ones last."""
    of: dict[str, list[str]] = defaultdict(list)
    joined = joins(connection, "agreements")
    for tail, said in items.items():
        if said["agreement"]:
            of[joined.of(str(said["agreement"]))].append(tail)
    found = {}
    for several in (sorted(some) for some in of.values() if len(some) > 1):
        for n, tail in enumerate(sorted(several, key=lambda one: (one.startswith("own-"), one))):
            found[tail] = VARIANTS[n % len(VARIANTS)]
    return found


Rows = Mapping[str, tuple[Any, str]]


def _agreements(connection: Connection, lists: Lists, items: Mapping[str, Json]) -> Rows:
    """By the tail that points name: the row of the agreement that stands for it, and its life."""
    from storage.tables.chunks import select_in

    joined = joins(connection, "agreements")
    ends = {tail: joined.of(tail) for tail in
            {str(said["agreement"]) for said in items.values() if said["agreement"]}}  # fmt: skip
    query = "SELECT tail, life FROM agreements WHERE tail IN (…)"
    lives = {tail: str(life) for tail, life in select_in(connection, query, ends.values())}
    known = sorted(lives)
    rows = dict(zip(known, lists.rows.of(known), strict=True))
    return {tail: (rows.get(end), lives.get(end, "unknown")) for tail, end in ends.items()}


def _point(connection: Connection, said: Json, number: str, variant: str, rows: Rows) -> Point:
    id_ = str(said["id"])
    row, life = rows.get(str(said["agreement"]), (None, "live"))
    minutes = said["minutes"]
    return Point(
        id_, number, _text(said["position"]) or "", _text(said["part_of"]),
        str(said["title"] or (row.title if row else "")), row, life, variant,
        scope_of(id_) == "own",
        minutes if isinstance(minutes, int) and not isinstance(minutes, bool) else None,
        _text(said["reason"]), proposal_of(connection, said, row.id if row else None),
        said["outcome"] if said["outcome"] in OUTCOMES else None,  # type: ignore[arg-type]
        _reservation(connection, said["reservation"]),
        tuple(_named(connection, "organisations", one) for one in said["noted_for"]),  # type: ignore[attr-defined]
        tuple(str(one) for one in said["conflicts"]),  # type: ignore[attr-defined]
    )  # fmt: skip


def _reservation(connection: Connection, value: object) -> Reservation | None:
    if not isinstance(value, Mapping) or not value.get("organisation"):
        return None
    of = _named(connection, "organisations", value["organisation"])
    return Reservation(of, _text(value.get("until")), _text(value.get("answer")))


def _offices(connection: Connection, lists: Lists, sets: Iterable[object]) -> tuple[InOffice, ...]:
    joined = lists.sets.joined["organisations"]
    found = set()
    for pair in (one for pairs in sets if isinstance(pairs, list) for one in pairs):
        tail = joined.of(str(pair["organisation"]))
        name = _named(connection, "organisations", tail)
        found.add(InOffice(tail, name, str(pair["function"])))
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.function)))


def _named(connection: Connection, type_: str, tail: object) -> str:
    """What a record is called; "" for none, and for one that is not here."""
    if not isinstance(tail, str) or not tail:
        return ""
    found = record_called(connection, type_, joins(connection, type_).of(tail))
    return found.name if found.id is not None else ""


def _text(value: object) -> str | None:
    """A text; what a merge left there that is none, as JSON."""
    if value is None or isinstance(value, str):
        return value or None
    return json.dumps(value, ensure_ascii=False)
