"""Which records a list keeps."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from storage.errors import Refused
from storage.reading.joins import Joins, joins_among
from storage.reading.regions import around
from storage.records.as_json import Json
from storage.records.fields import FIELDS, OPEN_STATUSES, tail_of
from storage.store import Store
from storage.views import ActRow
from tui.cli.names import Names
from tui.cli.words import code_word


class Filters(NamedTuple):
    """What a list is narrowed to; a filter that is None or False does not narrow."""

    region: str | None = None
    via: bool = False
    programme: str | None = None
    party: str | None = None
    status: str | None = None
    kind: str | None = None
    open: bool = False
    due: str | None = None
    who: str | None = None
    changed_since: str | None = None
    deleted: bool = False


class Asked(NamedTuple):
    """Records of which type, as they stood when."""

    type: str
    as_of: str | None = None
    known: bool = False

    def records(self, store: Store, type_: str | None = None) -> list[Json]:
        return store.records(type_ or self.type, self.as_of, known=self.known)


def listed(store: Store, asked: Asked, filters: Filters) -> list[Json]:
    """The records that pass, in the order of a list. Raises Refused for a filter that this type
    does not know, or a value that nothing has."""
    for name in ("due", "who"):
        if getattr(filters, name) is not None:
            raise Refused("no_such_filter", type=asked.type, field=name)
    records = asked.records(store)
    joined = joins_among(records)
    found = [one for one in records if filters.deleted or one["life"] != "deleted"]
    found = [
        one for one in found if one["life"] == "deleted" or tail_of(str(one["id"])) not in joined.by
    ]
    names = Names(store.connection)
    if filters.region is not None:
        regions = asked.records(store, "regions")
        of = joins_among(regions)
        region = of.of(names.known_tail("regions", filters.region))
        wanted = {region, *(_above(regions, of, region) if filters.via else ())}
        found = _pointing(asked.type, "region", found, wanted, of)
    if filters.programme is not None:
        of = joins_among(asked.records(store, "programmes"))
        programme = of.of(names.known_tail("programmes", filters.programme))
        found = _pointing(asked.type, "programme", found, {programme}, of)
    if filters.party is not None:
        party = names.known_tail("organisations", filters.party)
        if asked.type != "agreements":
            raise Refused("no_such_filter", type=asked.type, field="party")
        of = joins_among(asked.records(store, "organisations"))
        found = [one for one in found if of.of(party) in of.each(_doing(one))]
    if filters.kind is not None:
        kind = _value(asked.type, "kind", filters.kind)
        found = [one for one in found if one["kind"] == kind]
    if filters.status is not None or filters.open:
        status = _value(asked.type, "status", filters.status or OPEN_STATUSES[0])
        asked_for = (status,) if filters.status is not None else OPEN_STATUSES
        # no set: what a merge leaves as a status may be a list, which no set can be asked for
        statuses = [one for one in asked_for if one in OPEN_STATUSES or not filters.open]
        now = followed(records)
        found = [one for one in found if now[str(one["id"])] in statuses]
    if filters.changed_since is not None:
        touched = _touched(store, filters.changed_since)
        found = [one for one in found if one["id"] in touched]
    return sorted(found, key=_order)


def followed(agreements: Iterable[Json]) -> dict[str, object]:
    """The status of each by id: one that repeats another has the other's (design §2)."""
    agreements = list(agreements)
    joined = joins_among(agreements)
    status = {tail_of(str(one["id"])): one["status"] for one in agreements}
    repeats: dict[str, str] = {}
    for one in agreements:
        related: list[dict[str, str]] = one["related"]  # type: ignore[assignment]
        tail = tail_of(str(one["id"]))
        ends = {joined.of(link["record"]) for link in related if link["relation"] == "repeats"}
        other = min(ends - {tail}, default="")
        if other in status and tail not in joined.by:
            repeats[tail] = other
    found: dict[str, object] = {}
    for tail in status:
        seen, last = {tail}, tail
        while repeats.get(last, tail) not in seen:
            last = repeats[last]
            seen.add(last)
        found[f"agreements/{tail}"] = status[last]
    return found


def _above(regions: Iterable[Json], joined: Joins, region: str) -> list[str]:
    """The regions from which something applies to this one, as the tree stood then."""
    alive = (one for one in regions if one["life"] != "deleted")
    links = {tail_of(str(one["id"])): joined.each(one["parents"]) for one in alive}  # type: ignore[arg-type]
    return around(links, region)


def _pointing(
    type_: str, name: str, records: list[Json], wanted: set[str], joined: Joins
) -> list[Json]:
    """Those that point at one of these, by a reference or by a set of them."""
    if f"{name}s" in FIELDS[type_]:
        return [one for one in records if wanted & {*joined.each(one[f"{name}s"])}]  # type: ignore[arg-type]
    _check(type_, name)
    return [one for one in records if joined.of(str(one[name])) in wanted]


def _doing(agreement: Json) -> set[str]:
    """The organisations that are trekker or uitvoerder of an agreement."""
    parties: list[dict[str, str]] = agreement["parties"]  # type: ignore[assignment]
    return {one["organisation"] for one in parties if one["role"] in ("lead", "executor")}


def _value(type_: str, name: str, word: str) -> str:
    """The value that a filter asks for, as acts say it."""
    _check(type_, name)
    choices = FIELDS[type_][name].choices
    table = "entry_kind" if type_ == "entries" else name
    value = code_word(table, word, choices)
    if choices and value not in choices:
        from storage.forms import nearest

        key = "unknown_status" if name == "status" else "unknown_value"
        raise Refused(key, field=name, value=word, nearest=nearest(word, choices))
    return value


def _check(type_: str, name: str) -> None:
    if name not in FIELDS[type_]:
        raise Refused("no_such_filter", type=type_, field=name)


def _touched(store: Store, since: str) -> set[str]:
    """The records of which something was said from then on, or taken back; and what an entry
    that was is about."""
    by_id = {act.id: act for act in store.history(None)}
    found = {
        change.record
        for act in store.history(None, since)
        for one in _with_undone(act, by_id)
        for change in one.changes
    }
    abouts = {str(one["id"]): str(one["about"]) for one in store.records("entries")}
    return found | {abouts[record] for record in found & abouts.keys()}


def _with_undone(act: ActRow, by_id: Mapping[str, ActRow]) -> list[ActRow]:
    """An act and all that it takes back or brings back."""
    found = {act.id: act}
    waiting = list(act.undoes)
    while waiting:
        name = waiting.pop()
        if name in by_id and name not in found:
            found[name] = by_id[name]
            waiting += by_id[name].undoes
    return list(found.values())


def _order(record: Json) -> tuple[str, ...]:
    """Agreements by the number that runs on through a region, other records by their name."""
    code = str(record.get("code") or "")
    _, _, short, number, *rest = [*code.split("-"), "", "", "", ""]
    said = str(record.get("name") or record.get("title") or "").casefold()
    numbered = (short, number.zfill(6), *rest) if code else ()
    return ("" if code else "~", *numbered, said, str(record["id"]))
