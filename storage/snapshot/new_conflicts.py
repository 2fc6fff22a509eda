"""Which fields are in conflict once two sets of acts are joined, and in neither of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from storage.acts import Act, Stub
from storage.merge import Merged, project
from storage.records.record_json import Json
from storage.tables.searched_texts import HEADINGS
from storage.views.differences import Clash

Acts = tuple[Sequence[Act], Sequence[Stub]]


def clashes(a: Acts, b: Acts) -> Iterator[Clash]:
    """By record and field."""
    joined = project([*a[0], *b[0]], [*a[1], *b[1]])
    known = conflicts_of(project(*a).values()) | conflicts_of(project(*b).values())
    for record, field in sorted(conflicts_of(joined.values()) - known):
        yield Clash(record, title_in_file(_headings(joined, record)), field)


def conflicts_of(merged: Iterable[Merged]) -> set[tuple[str, str]]:
    found = {(one.id, field) for one in merged for field in one.conflicts}
    return found | {(one.id, "life") for one in merged if one.life == "contested"}


def title_in_file(record: Json, others: Mapping[str, Json] = MappingProxyType({})) -> str:
    """What a record is called, or its id; an entry by the code or name of what it is about, where
    that is among the ``others``."""
    if about := others.get(str(record.get("about"))):
        return str(about.get("code") or title_in_file(about))
    named = (str(record[key]) for key in HEADINGS if record.get(key))
    return next(named, str(record.get("id")))


def name_among(others: Mapping[str, Json], type_: str, tail: str) -> str | None:
    """What a record is called that is one of these."""
    found = others.get(f"{type_}/{tail}")
    return None if found is None else title_in_file(found)


def _headings(merged: Mapping[str, Merged], record: str) -> Json:
    return {"id": record, **{name: merged[record].value(name) for name in HEADINGS}}
