"""Actions and promises, in pieces of a page."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from storage.views.agreement_list import AgreementRow
from storage.views.promises import Action, Promises
from tui.locale import say
from tui.words import dates
from tui.words.contents.page_pieces import (
    Block,
    Grid,
    ListTitle,
    PlainSentence,
    SectionTitle,
)
from tui.words.record_words import short_code, term_of, word

SOON = timedelta(days=31)
GROUPS = ("late", "soon", "later", "done")


def by_urgency(actions: Iterable[Action], today: date) -> dict[str, list[Action]]:
    """Too late, within a month, later or without a day, and done, each in the order given."""
    found: dict[str, list[Action]] = {group: [] for group in GROUPS}
    for one in actions:
        found[_group(one, today)].append(one)
    return {group: some for group, some in found.items() if some}


def _group(one: Action, today: date) -> str:
    if one.entry.done:
        return "done"
    if one.due and one.due < today.isoformat():
        return "late"
    return "soon" if one.due and one.due <= (today + SOON).isoformat() else "later"


def action_blocks(actions: Iterable[Action], today: date) -> Iterator[Block]:
    """Actions by how urgent they are."""
    groups = by_urgency(actions, today)
    if not groups:
        yield [PlainSentence(say("actions.none"))]
    header = tuple(say(f"actions.{one}") for one in ("what", "who", "by", "of"))
    for group, some in groups.items():
        rows = (
            (one.entry.text, who_told(one), dates.day(one.due) if one.due else "", of_told(one))
            for one in some
        )
        yield [SectionTitle(say(f"actions.{group}")), Grid(header, tuple(rows))]


def who_told(one: Action) -> str:
    """Who does an action: organisation and function."""
    return ", ".join(part for part in (one.entry.who, one.entry.function) if part)


def of_told(one: Action) -> str:
    """What an action is of: a code and a title."""
    code = short_code(one.code) if one.code else ""
    return " ".join(part for part in (code, one.title) if part)


def promise_blocks(found: Promises, today: date) -> Iterator[Block]:
    """What a party promised, what it was promised, and what it is to do."""
    for part, roles in (("made", found.made), ("received", found.received)):
        yield [SectionTitle(say(f"promises.{part}"))]
        if not roles:
            yield [PlainSentence(say(f"promises.none_{part}", who=found.name))]
        for role, rows in roles.items():
            yield [ListTitle(word("role_long", role).capitalize()), agreements_grid(rows)]
    yield [SectionTitle(say("promises.actions"))]
    yield from action_blocks([one for one in found.actions if not one.entry.done], today)


def agreements_grid(rows: Iterable[AgreementRow]) -> Grid:
    """Agreements as a table."""
    header = ("code", "title", "status", "term", "leads")
    return Grid(
        tuple(say(f"report.column_{one}") for one in header),
        tuple(
            (short_code(one.code), one.title, _state(one), term_of(one), ", ".join(one.leads))
            for one in rows
        ),
    )


def _state(one: AgreementRow) -> str:
    state = word("status", one.status) if one.status else word("kind", one.kind)
    return f"{state}, {say('page.overdue')}" if one.overdue else state
