"""What a field of a record says, in words."""

from collections.abc import Iterable, Iterator, Mapping

from storage.records.fields import FIELDS
from storage.views.page_content import Page
from storage.views.page_elements import Fact, Value
from tui.locale import say
from tui.words import dates, values
from tui.words.contents.page_pieces import Labelled, under_label
from tui.words.labels import label_of
from tui.words.locator import locator_in_words
from tui.words.terms import as_said

STATE = ("kind", "phase", "status")
"""The fields that the line of state says."""


def value_in_words(type_: str, field: str, value: Value) -> str:
    """One value of a field."""
    said = value.said
    if value.link is not None:
        return str(said)
    name = field.partition("/")[0]
    described = FIELDS[type_].get(name)
    form = (*described.parts, described)[0].form if described is not None else ""
    if form == "date":
        return dates.day(str(said))
    if form == "decimal":
        return str(said).replace(".", say("number.comma"))
    if form == "locator":
        return locator_in_words(str(said))
    if name == "term" and isinstance(said, Mapping):
        return as_said(said)[0]
    if name == "expanded_in_source":
        return say("expanded_by.document" if said else "expanded_by.us")
    if isinstance(said, list):
        return ", ".join(_joined(one) for one in said)
    return values.in_words(name, said)


def field_pieces(type_: str, facts: Iterable[Fact]) -> Iterator[Labelled]:
    """Fields under their labels, each record that they name a line that leads there."""
    for fact in facts:
        label = label_of(fact.field, type_)
        said = [value_in_words(type_, fact.field, value) for value in fact.values]
        if all(value.link is None for value in fact.values):
            yield Labelled(label, ", ".join(said), _aside(fact))
            continue
        links = (value.link for value in fact.values)
        yield from under_label(label, zip(said, links, strict=True), fact.field)


def kind_and_state(sheet: Page) -> Iterator[str]:
    """What kind of such a thing it is and how it stands; not what its heading says already."""
    for fact in sheet.facts:
        if fact.field in STATE:
            word = value_in_words(sheet.type, fact.field, fact.values[0])
            if word != say(f"type.{sheet.type}"):
                yield word


def _aside(fact: Fact) -> str:
    """Our reading of a term, beside it."""
    said = fact.values[0].said
    return as_said(said)[1] if fact.field == "term" and isinstance(said, Mapping) else ""


def _joined(one: object) -> str:
    """A vision: its title and when it was made, as its form has it."""
    if isinstance(one, Mapping):
        when = f"({one['date']})" if one.get("date") else ""
        return " ".join(part for part in (str(one.get("title") or ""), when) if part)
    return str(one)
