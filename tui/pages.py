"""The page of an agreement as lines: what, who, where do we stand, in that order (look.md)."""

from collections.abc import Iterator

from storage.views import Entry, Page, Party, Related
from tui import dates, signs
from tui.charset import plain
from tui.keys import hint as key_of
from tui.locale import known, say
from tui.locator import in_words
from tui.rows.agreements import short_code, sign_of, term_of
from tui.spans import (
    Line,
    Span,
    accent,
    amber,
    clean,
    cut,
    gap,
    ink,
    parts,
    quiet,
    row,
    width_of,
    wrap,
)

TEXT = 72
LABEL = 12
ROLES = ("lead", "executor", "recipient", "requester", "counterparty", "declined_by", "contact")


def page_lines(
    page: Page, width: int, last_year: str, *, log: bool = True, keys: bool = True
) -> list[Line]:
    """Everything under the heading.

    ``log`` is false where the logbook stands beside the page, ``keys`` where its keys do not work.
    """
    room = min(TEXT, width - 4)
    edge = room + 4
    lines: list[Line] = [*_state(page, room, last_year, keys=keys), row(edge, [])]
    text = wrap(page.text, room) if page.text else [[quiet(say("page.no_text"))]]
    lines += [row(edge, line) for line in text]
    for part in (_facts(page, room, edge), _together(page, room, edge)):
        found = list(part)
        if found:
            lines += [row(edge, []), *found]
    if log:
        lines += [row(edge, []), *_last(page, room, edge, keys=keys)]
    return lines


def heading(page: Page, width: int, *, more: bool) -> tuple[Line, Line]:
    """The title, and at the right the whole code; the short one where the title needs room."""
    title = clean(page.row.title)
    mark = [quiet(say("page.more")), gap(3)] if more else []
    whole = quiet(cut(clean(page.row.code), 24))
    short = quiet(cut(clean(short_code(page.row.code)), 24))
    for right in ([*mark, whole], [*mark, short], [short]):
        room = width - 5 - width_of(right)
        if width_of([ink(title)]) <= room:
            break
    return [ink(cut(title, max(room, 1)), bold=True)], right


def _state(page: Page, room: int, last_year: str, *, keys: bool) -> Iterator[Line]:
    """Status, kind and term; then whatever asks for care."""
    found = page.row
    said = [quiet(say(f"kind.{found.kind}"))]
    if found.status:
        said.insert(0, ink(say(f"status.{found.status}")))
    term = term_of(found)
    if found.overdue:
        said.append(amber(f"! {term}"))
    elif term:
        said.append(quiet(term))
    elif last_year and found.status:
        said.append(quiet(say("page.runs_along", year=last_year)))
    sign = signs.of_agreement(found.kind, found.status, alarm=False)
    yield from _in_parts(said, room, sign)
    if found.signal in signs.SIGNAL:
        reason = [quiet(page.signal_reason)] if page.signal_reason else []
        parts_said = [ink(say(f"signal.{found.signal}")), *reason]
        yield from _in_parts(parts_said, room, signs.SIGNAL[found.signal])
    yield from _care(page, room, keys=keys)


def _in_parts(said: list[Span], room: int, sign: Span | None) -> Iterator[Line]:
    """Parts of a line, three blanks apart; over more lines where one is too narrow."""
    line: list[Span] = []
    for span in said:
        if line and width_of(parts([*line, span])) > room:
            yield row(room + 4, parts(line), (), sign)
            line, sign = [], None
        line.append(span)
    yield row(room + 4, parts(line), (), sign)


def _care(page: Page, room: int, *, keys: bool) -> Iterator[Line]:
    """What is the matter, and the key that settles it."""
    if page.life in ("contested", "deleted"):
        yield _warning(say(f"page.{page.life}"), "restore", "page.restore", room, keys=keys)
    if page.conflicts:
        told = say("page.conflict_in", fields=_names(page.conflicts))
        yield _warning(told, "conflicts", "page.settle", room, keys=keys)
    if page.incomplete:
        for line in wrap(say("page.incomplete", fields=_names(page.incomplete)), room, "quiet"):
            yield row(room + 4, line)


def _warning(text: str, command: str, word: str, room: int, *, keys: bool) -> Line:
    hint = [gap(3), accent(key_of(command), bold=True), gap(), quiet(say(word))] if keys else []
    return row(room + 4, [amber(cut(text, room - width_of(hint))), *hint], (), signs.OVERDUE)


def _names(fields: tuple[str, ...]) -> str:
    names = dict.fromkeys(field_name(field) for field in fields)
    return ", ".join(names)


def field_name(field: str) -> str:
    """The word for a field as acts name it."""
    name = field.partition("/")[0]
    return say(f"field.{name}") if known(f"field.{name}") else clean(name)


def labelled(label: str, text: str, room: int, edge: int) -> Iterator[Line]:
    """A quiet label and its text, wrapped beside it."""
    for n, line in enumerate(wrap(text, room - LABEL)):
        start = cut(label, LABEL - 1).ljust(LABEL) if n == 0 else " " * LABEL
        yield row(edge, [quiet(start), *line])


def _facts(page: Page, room: int, edge: int) -> Iterator[Line]:
    for role in ROLES:
        names = [_name(party) for party in page.parties if party.role == role]
        if names:
            yield from labelled(say(f"role.{role}"), ", ".join(names), room, edge)
    facts = (
        ("locator", in_words(page.locator) if page.locator else None),
        ("programme", ", ".join(page.programmes)),
        ("regions", ", ".join(page.regions)),
        ("condition", page.condition),
        ("goal", page.goal),
        ("reading", page.reading),
    )
    for label, text in facts:
        if text:
            yield from labelled(say(f"page.label_{label}"), text, room, edge)


def _name(party: Party) -> str:
    return party.name or party.organisation


def _together(page: Page, room: int, edge: int) -> Iterator[Line]:
    if page.related:
        yield row(edge, [quiet(say("page.related"))])
    for related in page.related:
        yield _related(related, room, edge)


def _related(related: Related, room: int, edge: int) -> Line:
    table = "relation_back" if related.backward else "relation"
    word = say(f"{table}.{related.relation}")
    code = quiet(short_code(clean(related.row.code)))
    free = room - width_of([code]) - 2
    title = [ink(cut(clean(related.row.title), free))]
    if width_of(title) + 2 + len(word) <= free:
        title += [gap(2), quiet(word)]
    return row(edge, title, [code], sign_of(related.row))


def _last(page: Page, room: int, edge: int, *, keys: bool) -> Iterator[Line]:
    if not page.entries:
        hint = [gap(2), accent(key_of("note"), bold=True), gap(), quiet(say("page.first_entry"))]
        yield row(edge, [quiet(say("page.no_entries")), *(hint if keys else [])])
        return
    several = len(page.entries) > 1
    yield row(edge, [quiet(say("page.logbook" if several else "page.last_entry"))])
    yield from log_lines(page.entries, room, edge)


def log_lines(entries: tuple[Entry, ...], room: int, edge: int) -> Iterator[Line]:
    """The logbook, newest first: day, text, and quietly who wrote it."""
    for n, entry in enumerate(entries):
        if n:
            yield row(edge, [])
        yield from _entry(entry, room, edge)


def _entry(entry: Entry, room: int, edge: int) -> Iterator[Line]:
    day = dates.day_short(entry.date)
    word = "" if entry.kind == "remark" else f"{say(f'entry_kind.{entry.kind}')}: ".capitalize()
    start = max(len(day) + 2, 8)
    sign: Span | None = signs.ENTRY.get(entry.kind, signs.NOTE)
    for n, line in enumerate(wrap(f"{word}{entry.text}", room - start)):
        before = quiet((day if n == 0 else "").ljust(start))
        yield row(edge, [before, *line], (), sign if n == 0 else None)
    wrote = plain(" · ").join(clean(name) for name in (entry.author, entry.who) if name)
    if wrote:
        yield row(edge, [gap(start), quiet(cut(wrote, room - start))])
