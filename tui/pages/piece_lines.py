"""Each piece of a page as lines."""

from collections.abc import Iterator, Sequence

from tui.commands.keymap import hint as key_of
from tui.draw import signs
from tui.draw.spans import (
    Line,
    Linked,
    Span,
    accent,
    amber,
    clean,
    cut,
    gap,
    ink,
    parts,
    quiet,
    room_in,
    row,
    width_of,
    wrap,
    wrap_spans,
)
from tui.pages.gauge import gauge
from tui.pages.log_lines import log_lines
from tui.pages.progress_pieces import progress_lines
from tui.pages.report_lines import report_lines
from tui.rows.agreement_columns import ListColumns
from tui.rows.agreement_lines import Agreement, sign_of
from tui.words.contents.page_pieces import (
    Agreed,
    Aim,
    AttentionTable,
    BodyText,
    Grid,
    HintLine,
    Labelled,
    ListTitle,
    Logbook,
    Others,
    Piece,
    PlainSentence,
    ProgressStrip,
    ProgressTable,
    RecordLine,
    SectionTitle,
    Signal,
    StateLine,
    StatePart,
)
from tui.words.labelled import labelled
from tui.words.labels import LABEL
from tui.words.record_words import short_code

INDENT = 2  # cells of what hangs under the first line of a target


def lines_of(
    piece: Piece, width: int, *, keys: bool, columns: ListColumns | None = None
) -> Iterator[Line]:
    """A piece in a pane of this width: texts within what reads well, lists as wide as the pane,
    agreements in their ``columns``; without hints where their keys do not work."""
    room, listed = room_in(width), width - 4
    edge = room + 4
    match piece:
        case StateLine(said, kind, status):
            sign = signs.of_agreement(kind, status)
            yield from _in_parts(said, room, sign)
        case Signal(colour, said):
            yield from _in_parts(said, room, signs.SIGNAL[colour])
        case HintLine():
            yield from _hint(piece, room, keys=keys)
        case BodyText(text) | PlainSentence(text):
            yield from (row(edge, line) for line in wrap(text, room))
        case Labelled():
            yield from _labelled(piece, room)
        case ListTitle() | RecordLine():
            yield _named(piece, listed)
        case Agreed():
            yield from _agreed(piece, listed, columns)
        case Aim():
            yield from _aim(piece, room)
        case ProgressStrip() | ProgressTable() | AttentionTable():
            yield from progress_lines(piece, room, listed)
        case Others(text):
            yield row(edge, [quiet(text)])
        case SectionTitle() | Grid():
            yield from report_lines(piece, room)
        case Logbook(entries):
            yield from log_lines(entries, room, edge)


def _in_parts(said: Sequence[StatePart], room: int, sign: Span | None) -> Iterator[Line]:
    """Parts of a line, three blanks apart; over more lines where one is too narrow."""
    lines: list[list[Span]] = [[]]
    for part in said:
        span = Span(clean(part.text), part.role)
        if lines[-1] and width_of(parts([*lines[-1], span])) > room:
            lines.append([])
        lines[-1].append(span)
    for line in lines:
        for spans in wrap_spans(parts(line), room):
            yield row(room + 4, spans, (), sign)
            sign = None


def _hint(hint: HintLine, room: int, *, keys: bool) -> Iterator[Line]:
    """One line with its key; one that has no key may need more."""
    if not hint.command:
        yield from (row(room + 4, line) for line in wrap(hint.text, room, "quiet"))
        return
    blanks = 3 if hint.warning else 2
    shown = [gap(blanks), accent(key_of(hint.command), bold=True), gap(), quiet(hint.word)]
    key = shown if keys else []
    paint = amber if hint.warning else quiet
    text = paint(cut(clean(hint.text), room - width_of(key)))
    sign = signs.CONFLICT if hint.command == "conflicts" else signs.CAUTION
    yield row(room + 4, [text, *key], (), sign if hint.warning else None)


def _labelled(piece: Labelled, room: int) -> Iterator[Line]:
    """The label, and what it says; our reading beside it, or under it where it is too long."""
    edge = room + 4
    both = parts([ink(piece.text), quiet(piece.aside)])
    if piece.aside and "\n" not in piece.text and width_of(both) <= room - LABEL:
        yield row(edge, [quiet(cut(piece.label, LABEL - 1).ljust(LABEL)), *both])
        return
    for n, line in enumerate(labelled(piece.label, piece.text, room, edge)):
        yield Linked(line, piece.link, piece.field) if piece.link and n == 0 else line
    if piece.aside:
        for spans in wrap(piece.aside, room - LABEL, "quiet"):
            yield row(edge, [gap(LABEL), *spans])


def _named(piece: ListTitle | RecordLine, room: int) -> Line:
    right = [quiet(piece.number)] if piece.number else []
    paint = ink if isinstance(piece, RecordLine) else quiet
    name = paint(cut(clean(piece.text), room - width_of(right) - 1))
    line = row(room + 4, [name], right)
    return Linked(line, piece.link) if piece.link else line


def _aim(piece: Aim, room: int) -> Iterator[Line]:
    """The words, and under them the bar and what is not known."""
    edge = room + 4
    for n, spans in enumerate(wrap(piece.text, room - INDENT if piece.link else room)):
        line = row(edge, [gap(INDENT), *spans] if n and piece.link else spans)
        yield Linked(line, piece.link) if piece.link and n == 0 else line
    under = gap(INDENT if piece.link else 0)
    if piece.gauge:
        yield row(edge, [under, *gauge(piece.gauge, room - INDENT)])
    if piece.aside:
        for spans in wrap(piece.aside, room - INDENT, "quiet"):
            yield row(edge, [under, *spans])


def _agreed(piece: Agreed, room: int, columns: ListColumns | None) -> Iterator[Line]:
    """As in the list; or how it hangs together with the page: under the title where there is no
    room beside it."""
    found = piece.row
    if not piece.word:
        (line,) = Agreement(found, columns).draw(room + 4)
        yield Linked(line, found.id, piece.field)
        return
    right = [quiet(short_code(clean(found.code)))]
    free = room - width_of(right) - 1
    title, beside = ink(clean(found.title)), quiet(piece.word)
    left = [title, gap(2), beside]
    fits = width_of(left) <= free
    if not fits:
        left = [title._replace(text=cut(title.text, free))]
    yield Linked(row(room + 4, left, right, sign_of(found)), found.id, piece.field)
    if not fits:
        yield row(room + 4, [beside])
