"""Actions and promises, in pieces of a page."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from storage.views.agreement_list import AgreementRow
from storage.views.page_elements import Action, Entry
from storage.views.promises import Promises
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
    if one.late:
        return "late"
    return "soon" if one.due and one.due <= (today + SOON).isoformat() else "later"


def action_blocks(
    actions: Iterable[Action], today: date, *, under: bool = False
) -> Iterator[Block]:
    """Actions by how urgent they are; ``under`` the title of a part."""
    groups = by_urgency(actions, today)
    if not groups:
        yield [PlainSentence(say("actions.none"))]
    for group, some in groups.items():
        rows = ((one.entry.text, doer(one.entry), by_when(one.entry), of_told(one)) for one in some)
        title = say(f"actions.{group}")
        head = ListTitle(title) if under else SectionTitle(title)
        yield [head, Grid(actions_header(), tuple(rows))]


def actions_header() -> tuple[str, ...]:
    """What stands above the columns of actions: what, who, by when, and what it is of."""
    return tuple(say(f"actions.{one}") for one in ("what", "who", "by", "of"))


def doer(entry: Entry) -> str:
    """Who does an action: organisation and function."""
    return ", ".join(part for part in (entry.who, entry.function) if part)


def by_when(entry: Entry) -> str:
    """By when an action is to be done: the day where that is known, else as it was said."""
    return dates.day(entry.due) if entry.due else (entry.term or {}).get("phrase") or ""


def of_told(one: Action) -> str:
    """What an action is of: a code and a title."""
    code = short_code(one.code) if one.code else ""
    return " ".join(part for part in (code, one.title) if part)


def promise_blocks(found: Promises, today: date) -> Iterator[Block]:
    """What a party promised, what it was promised, and what it is to do."""
    for part, roles in (("made", found.made), ("received", found.received)):
        yield [SectionTitle(say(f"promises.{part}", who=found.name))]
        if not roles:
            yield [PlainSentence(say(f"promises.none_{part}", who=found.name))]
        for role, rows in roles.items():
            yield [ListTitle(word("role_long", role).capitalize()), agreements_grid(rows)]
    yield [SectionTitle(say("promises.actions"))]
    left = [one for one in found.actions if not one.entry.done]
    yield from action_blocks(left, today, under=True)


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
