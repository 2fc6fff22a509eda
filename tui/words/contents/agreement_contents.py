"""What stands on the page of an agreement: what, who, where do we stand, in that order."""

from collections.abc import Iterator

from storage.records.fields import PARTY_ROLES
from storage.views.page_content import AgreementPage
from storage.views.page_elements import Party
from tui.locale import known, say
from tui.words import dates
from tui.words.contents.field_words import pieces
from tui.words.contents.log_entry import DECISION
from tui.words.contents.page_pieces import (
    Agreed,
    Block,
    Body,
    Hint,
    Labelled,
    Piece,
    Signal,
    State,
    Title,
    Word,
    under,
)
from tui.words.contents.remedies import care, gave_way, of_source
from tui.words.labels import label_of
from tui.words.locator import in_words
from tui.words.record_words import term_of, word
from tui.words.terms import as_said, trigger


def blocks(page: AgreementPage, last_year: str) -> Iterator[Block]:
    """Everything under the title but the logbook and the source."""
    yield list(_state(page, last_year))
    if page.text:
        yield [Body(page.text)]
    else:
        yield [Hint(say("page.no_text"), "edit", say("page.writes_text"))]
    texts, places = list(_texts(page)), list(_places(page))
    short = [*_decided(page), *_parties(page), *_source(page), *_term(page)]
    short += pieces("agreements", page.facts)
    yield short if texts else [*short, *places]
    yield [*texts, *places] if texts else []
    if page.related:
        yield [Title(say("page.related")), *_related(page)]


def source(page: AgreementPage) -> Iterator[Block]:
    """That this is not the text of the document itself."""
    if page.locator and not page.quoted:
        yield [Hint(say("page.not_literal"), "attach", say("page.attaches"))]


def _state(page: AgreementPage, last_year: str) -> Iterator[Piece]:
    """Status, kind and term; then whatever asks for care."""
    found = page.row
    said = [Word(word("status", found.status))] if found.status else []
    said.append(Word(word("kind", found.kind), "quiet"))
    term = term_of(found)
    if found.overdue:
        said.append(Word(f"! {term or say('page.overdue')}", "amber"))
    elif term:
        said.append(Word(term, "quiet"))
    elif last_year and found.status:
        said.append(Word(say("page.runs_along", year=last_year), "quiet"))
    yield State(tuple(said), found.kind, found.status)
    if page.why:
        told = (page.why.author, dates.day(dates.day_of(page.why.at)))
        yield Labelled(say("page.label_why"), page.why.text, ", ".join(filter(None, told)))
    if found.signal and known(f"signal.{found.signal}"):
        reason = [Word(page.signal_reason, "quiet")] if page.signal_reason else []
        yield Signal(found.signal, (Word(say(f"signal.{found.signal}")), *reason))
    yield from gave_way(page.stands)
    yield from care(page.life, page.conflicts, page.incomplete)
    yield from of_source(page.sourced)


def _parties(page: AgreementPage) -> Iterator[Piece]:
    for role in PARTY_ROLES:
        parties = (party for party in page.parties if party.role == role)
        field = f"parties/{role}"
        yield from under(label_of(field, kind=page.row.kind), map(_named, parties), field)


def _named(party: Party) -> tuple[str, str | None]:
    link = f"organisations/{party.organisation}" if party.known else None
    return party.name or party.organisation, link


def _source(page: AgreementPage) -> Iterator[Piece]:
    if page.locator:
        yield Labelled(say("page.label_locator"), in_words(page.locator))
    yield from under(label_of("also_at"), ((in_words(one), None) for one in page.also_at))


def _term(page: AgreementPage) -> Iterator[Piece]:
    term = page.term or {}
    said, reading = as_said(term)
    if reading or (said and said != term_of(page.row)):
        yield Labelled(say("page.label_term"), said, reading)
    awaited, met = trigger(term, page.trigger_met)
    if awaited:
        yield Labelled(say("page.label_trigger"), awaited, met)


def _texts(page: AgreementPage) -> Iterator[Piece]:
    for name, text in (
        ("condition", page.condition),
        ("goal", page.goal),
        ("reading", page.reading),
    ):
        if text:
            yield Labelled(say(f"page.label_{name}"), text)


def _places(page: AgreementPage) -> Iterator[Piece]:
    for label, field, places in (
        ("programme", "programmes", page.programmes),
        ("regions", "regions", page.regions),
    ):
        said = ((one.name, one.id) for one in places)
        yield from under(say(f"page.label_{label}"), said, field)


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
