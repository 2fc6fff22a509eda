"""What stands on the page of an agreement: what, who, where do we stand, in that order."""

from collections.abc import Iterator

from storage.records.code_parts import chapter_of
from storage.views.page_content import AgreementPage
from storage.views.page_elements import Fact, Value
from tui.draw.text_signs import late
from tui.locale import known, say
from tui.words import dates
from tui.words.contents.agenda_contents import change_told, meeting_named
from tui.words.contents.field_words import field_pieces
from tui.words.contents.log_entry import DECISION
from tui.words.contents.page_pieces import (
    Agreed,
    Block,
    BodyText,
    HintLine,
    Labelled,
    ListTitle,
    Piece,
    Signal,
    StateLine,
    StatePart,
    under_label,
)
from tui.words.contents.remedies import care, gave_way, of_source
from tui.words.labels import label_of
from tui.words.locator import locator_in_words
from tui.words.record_words import short_code, term_of, word
from tui.words.terms import as_said, trigger_words

ARRANGED = (
    "text", "kind", "status", "signal", "regions", "programmes", "parties", "term", "trigger_met",
    "condition", "goal", "reading", "related", "source", "also_at",
)  # fmt: skip
"""The fields that have a place of their own; the others stand under each other."""


def agreement_blocks(page: AgreementPage, last_year: str) -> Iterator[Block]:
    """Everything under the title but the logbook and the source."""
    yield list(_state(page, last_year))
    if text := page.said("text"):
        yield [BodyText(str(text))]
    else:
        yield [HintLine(say("page.no_text"), "edit", say("page.writes_text"))]
    texts, places = list(_texts(page)), list(_places(page))
    short = [*_decided(page), *_adopted(page), *_parties(page), *_source(page), *_term(page)]
    short += field_pieces("agreements", _others(page))
    yield short if texts else [*short, *places]
    yield [*texts, *places] if texts else []
    if page.related:
        yield [ListTitle(say("page.related")), *_related(page)]


def source(page: AgreementPage) -> Iterator[Block]:
    """That this is not the text of the document itself."""
    if page.keys("source").get("locator") and not page.quoted:
        yield [HintLine(say("page.not_literal"), "attach", say("page.attaches"))]


def _others(page: AgreementPage) -> Iterator[Fact]:
    """What has no place of its own; the part only where the code does not tell it."""
    for fact in page.facts:
        known = fact.field == "part" and f"-{chapter_of(str(page.said('part')))}-" in page.row.code
        if fact.field.partition("/")[0] not in ARRANGED and not known:
            yield fact


def _state(page: AgreementPage, last_year: str) -> Iterator[Piece]:
    """Status, kind and term; then whatever asks for care."""
    found = page.row
    said = [StatePart(word("status", found.status))] if found.status else []
    said.append(StatePart(word("kind", found.kind), "quiet"))
    term = term_of(found)
    if found.overdue:
        said.append(StatePart(late(term or say("page.overdue")), "amber"))
    elif term:
        said.append(StatePart(term, "quiet"))
    elif last_year and found.status:
        said.append(StatePart(say("page.runs_along", year=last_year), "quiet"))
    yield StateLine(tuple(said), found.kind, found.status)
    if page.why:
        told = (page.why.author, dates.day(dates.local_day(page.why.at)))
        yield Labelled(say("page.label_why"), page.why.text, ", ".join(filter(None, told)))
    if found.signal and known(f"signal.{found.signal}"):
        reason = (
            [StatePart(str(text), "quiet")] if (text := page.keys("signal").get("reason")) else []
        )
        yield Signal(found.signal, (StatePart(say(f"signal.{found.signal}")), *reason))
    yield from gave_way(page.stands)
    yield from care(page.life, page.conflicts, page.incomplete)
    yield from of_source(page.sourced)


def _adopted(page: AgreementPage) -> Iterator[Piece]:
    """Which meeting adopted it, and what says something else since: with what was adopted."""
    if page.adopted is None:
        return
    day = dates.day(page.adopted.date) if page.adopted.date else ""
    told = ", ".join(part for part in (page.adopted.title, day) if part)
    yield Labelled(say("page.label_adopted"), told or day, link=page.adopted.meeting)
    if page.adopted.incomplete:
        yield HintLine(say("minutes.incomplete"), warning=True)
    label = say("page.label_since")
    for one in page.adopted.later:
        key = "minutes.arrived" if one.arrived else "minutes.changed"
        when = say(key, day=dates.day(dates.local_day(one.at)))
        yield Labelled(label, change_told(one.change), when)
        label = ""


def _parties(page: AgreementPage) -> Iterator[Piece]:
    for fact in page.facts:
        if fact.field.startswith("parties/"):
            label = label_of(fact.field, kind=page.row.kind)
            yield from under_label(label, map(_named, fact.values), fact.field)


def _named(value: Value) -> tuple[str, str | None]:
    return str(value.said), value.link


def _source(page: AgreementPage) -> Iterator[Piece]:
    if locator := page.keys("source").get("locator"):
        yield Labelled(say("page.label_locator"), locator_in_words(str(locator)))
    if made := page.made_in:
        point = short_code(made.point) if made.point else ""
        told = say("page.made_at", point=point) if point else ""
        named = ", ".join(part for part in (meeting_named(made.title, made.date), told) if part)
        yield Labelled(say("page.label_locator"), named, link=made.meeting)
    places = (locator_in_words(str(one.said)) for one in page.values("also_at"))
    yield from under_label(label_of("also_at"), ((place, None) for place in places))


def _term(page: AgreementPage) -> Iterator[Piece]:
    term = page.keys("term")
    said, reading = as_said(term)
    if reading or (said and said != term_of(page.row)):
        yield Labelled(say("page.label_term"), said, reading)
    awaited, met = trigger_words(term, page.keys("trigger_met"))
    if awaited:
        yield Labelled(say("page.label_trigger"), awaited, met)


def _texts(page: AgreementPage) -> Iterator[Piece]:
    for name in ("condition", "goal", "reading"):
        if text := page.said(name):
            yield Labelled(say(f"page.label_{name}"), str(text))


def _places(page: AgreementPage) -> Iterator[Piece]:
    for label, field in (("programme", "programmes"), ("regions", "regions")):
        places = sorted(map(_named, page.values(field)), key=lambda place: place[0])
        yield from under_label(say(f"page.label_{label}"), places, field)


def _related(page: AgreementPage) -> Iterator[Piece]:
    for related in page.related:
        table = "relation_back" if related.backward else "relation"
        field = "" if related.backward else "related"
        yield Agreed(related.row, word(table, related.relation), field)


def _decided(page: AgreementPage) -> Iterator[Piece]:
    """The last decision, wherever it stands in the logbook."""
    found = [one for one in page.entries if one.kind == DECISION]
    for one in found[:1]:  # the newest comes first
        yield Labelled(
            say("page.label_decision"), one.text, dates.day(one.date) if one.date else ""
        )
