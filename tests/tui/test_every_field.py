"""Whatever a field says stands on the page of its record."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from storage.acts import Act, Setting, make_act
from storage.records.description import Field, Key
from storage.records.fields import FIELDS
from storage.records.ids import scope_of
from storage.store import Store
from tests.storage.small import ARRANGEMENT, small
from tui.locale import LANGUAGES, use
from tui.words.contents.plain_text import text_lines
from tui.words.labels import LABEL, label_of

AT = "2014-10-07T00:00:00.000Z"
SAID = {
    "date": "2014-05-03", "decimal": "12.5", "number": 15, "flag": True, "list": ["een"],
    "object": {"title": "anders"},
}  # fmt: skip
OTHER, STANDS = "other", "stands"  # what references point at; what stands for a joined record


def value_of(key: Key) -> object:
    """Something that can stand there."""
    if key.choices or key.refers:
        return key.choices[-1] if key.choices else OTHER
    if isinstance(key, Field) and key.keys:
        whole = {one.name: value_of(one) for one in key.keys}
        return [whole] if key.form == "list" else whole
    return SAID.get(key.form, f"gezegd bij {key.name}")


def said_of(field: Field) -> tuple[str, object]:
    """Something said of a field, or an element put in a set."""
    if field.is_set:
        return "/".join([field.name, *(str(value_of(part)) for part in field.parts)]), True
    if field.name == "joined":
        return field.name, STANDS
    return field.name, f"agreements/{OTHER}" if field.refers == "any" else value_of(field)


def act(seq: int, record: str, said: Mapping[str, object]) -> Act:
    settings = [Setting(record, name, value, ()) for name, value in said.items()]
    return make_act(
        at=AT, by="b" * 16, device="d" * 16, seq=seq, set=settings, scope=scope_of(record)
    )


def with_and_without(type_: str) -> Iterator[tuple[str, dict[str, object]]]:
    """A record that says something in every field, and for each field one that says it not."""
    whole = {name: said_of(field) for name, field in FIELDS[type_].items()}
    yield from ((tail, {"life": "live"}) for tail in (OTHER, STANDS))
    yield "all", {"life": "live", **dict(whole.values())}
    for left in (name for name in whole if not FIELDS[type_][name].hidden):
        others = dict(said for name, said in whole.items() if name != left)
        yield f"no-{left.replace('_', '-')}", {"life": "live", **others}


@pytest.mark.parametrize("type_", FIELDS)
def test_every_field_shows_on_its_page(tmp_path: Path, type_: str) -> None:
    records = dict(with_and_without(type_))
    path = tmp_path / "vol.db"
    acts = [act(n, f"{type_}/{tail}", said) for n, (tail, said) in enumerate(records.items(), 1)]
    Store.create(path, ARRANGEMENT, [*small(), *acts])
    with closing(Store(path)) as store:
        pages = {
            tail: "\n".join(text_lines(store.page(f"{type_}/{tail}"), "2016")) for tail in records
        }
    whole = pages.pop("all")
    assert [tail for tail, page in pages.items() if page == whole] == [], whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_leaves_room_before_what_it_is_of(language: str) -> None:
    use(language)
    named = [(type_, name) for type_, fields in FIELDS.items() for name in fields]
    assert not [one for type_, name in named if len(one := label_of(name, type_)) >= LABEL]
