"""Which records a list keeps."""

from typing import TYPE_CHECKING, NamedTuple

from storage.errors import Refused
from storage.queries.joins import Joins, joins
from storage.records.fields import FIELDS, OPEN_STATUSES
from storage.records.ids import tail_of
from storage.records.record_json import Json
from storage.views.agreement_list import Filter
from tui.cli.record_names import Names
from tui.cli.stderr import code_word

if TYPE_CHECKING:
    from storage.reader import Reader


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


def filtered_records(store: "Reader", type_: str, filters: Filters) -> list[Json]:
    """The records that pass, in the order of a list. Raises Refused for a filter that this type
    does not know, or a value that nothing has."""
    for name in ("due", "who"):
        if getattr(filters, name) is not None:
            raise Refused("no_such_filter", type=type_, field=name)
    if type_ == "agreements":
        found = [*store.lists.passing(_asked(store, filters)).ids()]
        records = {str(one["id"]): one for one in store.records(type_, found)}
        return [records[id_] for id_ in found]
    return _others(store, type_, filters)


def _asked(store: "Reader", filters: Filters) -> Filter:
    """What the panes would be narrowed to, so that both show the same agreements."""
    names = Names(store.connection)
    region, programme, party = (
        name and names.known_tail(type_, name)
        for type_, name in (
            ("regions", filters.region),
            ("programmes", filters.programme),
            ("organisations", filters.party),
        )
    )
    since = filters.changed_since
    return Filter(
        region,
        programme,
        "with_deleted" if filters.deleted else "all",
        party,
        reach=("own", "via") if filters.via else ("own",),
        kind=filters.kind and _value("agreements", "kind", filters.kind),
        statuses=_statuses(filters),
        only=None if since is None else frozenset(store.log.touched_since(since)),
    )


def _others(store: "Reader", type_: str, filters: Filters) -> list[Json]:
    """Records of any other type, by name."""
    names, joined = Names(store.connection), joins(store.connection, type_)
    found = [
        one
        for one in store.records(type_)
        if (filters.deleted and one["life"] == "deleted")
        or (one["life"] != "deleted" and tail_of(str(one["id"])) not in joined.by)
    ]
    if filters.party is not None:
        raise Refused("no_such_filter", type=type_, field="party")
    if filters.status is not None or filters.open:
        _check(type_, "status")
    for name, wanted in (("region", filters.region), ("programme", filters.programme)):
        if wanted is not None:
            of = joins(store.connection, f"{name}s")
            tails = {of.of(names.known_tail(f"{name}s", wanted))}
            if name == "region" and filters.via:
                tails |= {*store.lists.above(*tails)}
            found = _pointing(type_, name, found, tails, of)
    if filters.kind is not None:
        kind = _value(type_, "kind", filters.kind)
        found = [one for one in found if one["kind"] == kind]
    if filters.changed_since is not None:
        touched = store.log.touched_since(filters.changed_since)
        found = [one for one in found if one["id"] in touched]
    return sorted(found, key=_order)


def _statuses(filters: Filters) -> tuple[str, ...] | None:
    """The statuses that pass; None where every one does."""
    if filters.status is None and not filters.open:
        return None
    status = _value("agreements", "status", filters.status or OPEN_STATUSES[0])
    wanted = (status,) if filters.status is not None else OPEN_STATUSES
    return tuple(one for one in wanted if one in OPEN_STATUSES or not filters.open)


def _pointing(
    type_: str, name: str, records: list[Json], wanted: set[str], joined: Joins
) -> list[Json]:
    """Those that point at one of these, by a reference or by a set of them."""
    if f"{name}s" in FIELDS[type_]:
        return [one for one in records if wanted & {*joined.each(one[f"{name}s"])}]  # type: ignore[arg-type]
    _check(type_, name)
    return [one for one in records if joined.of(str(one[name])) in wanted]


def _value(type_: str, name: str, word: str) -> str:
    """The value that a filter asks for, as acts say it."""
    _check(type_, name)
    choices = FIELDS[type_][name].choices
    value = code_word(name, word, choices)
    if choices and value not in choices:
        from storage.records.validation import nearest

        key = "unknown_status" if name == "status" else "unknown_value"
        raise Refused(key, field=name, value=word, nearest=nearest(word, choices))
    return value


def _check(type_: str, name: str) -> None:
    if name not in FIELDS[type_]:
        raise Refused("no_such_filter", type=type_, field=name)


def _order(record: Json) -> tuple[str, str]:
    """By name."""
    said = str(record.get("name") or record.get("title") or "").casefold()
    return (said, str(record["id"]))
