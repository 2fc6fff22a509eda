"""The form of every type, made from the one description of its fields."""

from pathlib import Path

import pytest

from storage.records.fields import FIELDS
from storage.store import Store
from tests.tui.driving import driven
from tests.tui.filling import Filling, some_record
from tui.forms.model.choice_answers import One
from tui.forms.model.choice_sources import Fixed
from tui.forms.model.record_answers import FormBuilder
from tui.locale import use
from tui.words.line_keys import ADDABLE, described, field_of_key, line_keys
from tui.words.line_words import line_label

EDITABLE = tuple(type_ for type_ in FIELDS if line_keys(type_))
ELSEWHERE = {
    "joined": "joining two records",
    **dict.fromkeys(("items.proposal", "items.position", "items.seen"), "the meeting"),
    "entries.about": "the note itself",
    "passages": "attaching the document",
}
LARGE = (100, 90)


def acts_here(path: Path) -> int:
    """How many acts were made on this device."""
    store = Store.open(path)
    found = sum(not act.seed for act in store.history(None))
    store.close()
    return found


@pytest.fixture
def made(db: Path) -> dict[str, str]:
    """A record of every type that has a form."""
    store = Store.open(db)
    found = {type_: some_record(store, type_) for type_ in EDITABLE}
    store.close()
    return found


def test_every_field_is_asked_or_has_a_route_of_its_own() -> None:
    asked = {
        f"{type_}.{field_of_key(key)}"
        for type_ in FIELDS
        for group in line_keys(type_)
        for key in group
    }
    for type_, fields in FIELDS.items():
        for name in fields:
            elsewhere = {type_, name, f"{type_}.{name}"} & ELSEWHERE.keys()
            assert (f"{type_}.{name}" in asked) != bool(elsewhere), f"{type_}.{name}"
    assert all(field.split(".")[1] in FIELDS[field.split(".")[0]] for field in asked)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("type_", EDITABLE)
def test_every_line_has_a_label_that_fits_and_every_choice_a_word(
    db: Path, type_: str, lang: str
) -> None:
    use(lang)
    labels = [line_label(type_, key) for group in line_keys(type_) for key in group]
    assert all(0 < len(label) <= 11 and "." not in label for label in labels), labels
    assert len(set(labels)) == len(labels)
    store = Store.open(db)
    for group in FormBuilder(store, type_, None).groups():
        for answer in group:
            if isinstance(answer, One) and isinstance(answer.source, Fixed):
                assert all("." not in option.text for option in answer.options("")), answer.key
    store.close()


@pytest.mark.parametrize("type_", EDITABLE)
async def test_a_form_shows_every_field_and_without_a_change_writes_nothing(
    db: Path, made: dict[str, str], type_: str
) -> None:
    before = acts_here(db)
    async with driven(db, LARGE) as screen:
        form = await Filling(screen).of(made[type_])
        await screen.press("f8")
        for answer in form.form.state.answers:
            assert answer.label in screen.text
        for _ in form.keys:
            await screen.press("down")
        await screen.press("enter")
        assert not form.open
    assert acts_here(db) == before


WRONG = {
    "date": ("31 juni 2014", "geen datum"), "choice": ("zzz", "niet gevonden"),
    "reference": ("zzz", "niet gevonden"), "decimal": ("veel", "typ een getal"),
    "flag": ("misschien", "niet gevonden"), "required": ("", "mag niet leeg zijn"),
    "source": ("ergens", "geen vindplaats"),
}  # fmt: skip


def wrong_ones() -> list[tuple[str, str, str, str]]:
    """Every line where something wrong can be typed, with that and what is told."""
    found = []
    for type_ in EDITABLE:
        for key in (key for group in line_keys(type_) for key in group):
            field = FIELDS[type_][field_of_key(key)]
            kind = described(type_, key).form if not field.is_set else field.parts[-1].form
            if key == "source":
                kind = "source"
            elif key == "related":
                kind = "choice"
            elif field.required and field.form == "text":
                kind = "required"
            if kind in WRONG:
                found.append((type_, key, *WRONG[kind]))
    return found


@pytest.mark.parametrize("type_", EDITABLE)
async def test_what_cannot_be_is_told_in_place_and_nothing_is_written(
    db: Path, made: dict[str, str], type_: str
) -> None:
    before = acts_here(db)
    async with driven(db, LARGE) as screen:
        form = await Filling(screen).of(made[type_])
        for _, key, text, told in (one for one in wrong_ones() if one[0] == type_):
            await form.put(key, text)
            form.form.step(1 if key != form.keys[-1] else -1)
            await screen.pilot.pause()
            answer = form.form.state.answers[form.keys.index(key)]
            lines = [n for n, line in enumerate(screen.lines) if told in line]
            labels = [n for n, line in enumerate(screen.lines) if answer.label in line]
            assert any(0 < line - label <= 3 for line in lines for label in labels), (key, told)
            await screen.press("enter")
            assert form.open, key
            assert form.form.answer.key == key
            assert form.form.answer.state == answer.state
            form.form.again()
    assert acts_here(db) == before


@pytest.mark.parametrize("type_", ADDABLE)
async def test_every_type_is_added_from_the_list_of_commands(db: Path, type_: str) -> None:
    store = Store.open(db)
    before = {str(record["id"]) for record in store.records(type_)}
    async with driven(db, LARGE) as screen:
        form = Filling(screen)
        screen.main.action_do(f"add_{type_}")
        await screen.pilot.pause()
        await screen.press("enter")
        needed = [name for name, field in FIELDS[type_].items() if field.required]
        if needed:
            assert screen.text.count("△ mag niet leeg zijn") == len(needed)
        else:
            assert "△ vul eerst iets in" in screen.text
        typed = {"kind": "voornemen", "short": "KEM"}
        for key in needed or form.keys[:1]:
            await form.put(key, typed.get(key, "Twente"))
        await form.save()
        await screen.until(lambda: not form.open)
    added = [record for record in store.records(type_) if record["id"] not in before]
    assert len(added) == 1
    assert added[0]["life"] == "live"
    store.close()
