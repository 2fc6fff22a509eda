"""Beside what changed: from when to when, how much, who did it and where."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storage.views.changed_record import Changed, ChangedRecord
from tui.commands.keymap import hint
from tui.draw.spans import Line, Span, accent, cut, gap, ink, quiet, row, wrap
from tui.locale import number, say, say_count
from tui.words.act_words import is_entry, is_new, last_author

LABEL = 7
MOST = 8  # people and regions that are named


class PeriodWords(NamedTuple):
    """From when to when, in words."""

    start: str
    end: str
    to_now: bool


def group_of(record: ChangedRecord) -> str:
    """Under which heading a record stands: the first region of an agreement, else its type."""
    type_ = record.record.partition("/")[0]
    if type_ != "agreements":
        return say(f"types.{type_}")
    return record.regions[0] if record.regions else say("changes.no_region")


def period_lines(found: Changed | None, period: PeriodWords, width: int) -> Iterator[Line]:
    """The lines for a pane of this width."""
    for key, word, said in (
        (hint("change_start"), say("changes.from"), period.start),
        (hint("change_end"), say("changes.to"), period.end),
    ):
        for n, line in enumerate(wrap(said, max(width - 6 - LABEL, 8))):
            start = [accent(key, bold=True), gap(), quiet(word.ljust(LABEL - 2))]
            yield row(width, [*(start if n == 0 else [gap(LABEL)]), *line])
    if found is None:
        return
    yield from _short(found, width, to_now=period.to_now)
    people = Counter(
        last_author(one.said) for record in found.records for one in record.fields if one.said
    )
    yield from _counted(say("changes.who"), people, width)
    yield from _counted(say("changes.where"), Counter(map(group_of, found.records)), width)


def _short(found: Changed, width: int, *, to_now: bool) -> Iterator[Line]:
    agreements = [one for one in found.records if one.record.startswith("agreements/")]
    counts = (
        (len(agreements), "agreements"),
        (len(found.records) - len(agreements), "others"),
        (sum(_is_new(one) for one in found.records), "new"),
        (sum(_notes(one) for one in found.records), "notes"),
        (sum(one.conflict for one in found.records), "conflicts"),
    )
    yield ()
    yield row(width, [ink(say("changes.in_short"), bold=True)])
    for n, what in counts:
        if n or what == "agreements":
            yield row(
                width,
                [ink(number(n).rjust(4)), gap(2), quiet(say_count(f"changes.count_{what}", n))],
            )
    yield ()
    later = say("changes.now" if to_now else "changes.after")
    numbers = ((say("changes.then"), found.open_then), (later, found.open_now))
    told: list[Span] = []
    for word, n in numbers:
        told += [gap(2), quiet(word), gap(), ink(number(n), bold=True)]
    yield row(width, [quiet(say("changes.open")), *told])


def _is_new(record: ChangedRecord) -> bool:
    return any(is_new(one.change) and one.change.record == record.record for one in record.fields)


def _notes(record: ChangedRecord) -> int:
    return len({one.change.record for one in record.fields if is_entry(one.change)})


def _counted(title: str, counted: Counter[str], width: int) -> Iterator[Line]:
    if not counted:
        return
    yield ()
    yield row(width, [ink(title, bold=True)])
    for name, count in counted.most_common(MOST):
        yield row(width, [ink(cut(name, max(width - 12, 8)))], [quiet(number(count))])


def ordered(records: Sequence[ChangedRecord]) -> list[tuple[str, list[ChangedRecord]]]:
    """The records under their headings: agreements by region first, then the other types."""
    groups: dict[tuple[bool, str], list[ChangedRecord]] = {}
    for one in records:
        other = not one.record.startswith("agreements/")
        groups.setdefault((other, group_of(one)), []).append(one)
    return [
        (name, sorted(found, key=lambda one: (one.code or "", one.title.casefold(), one.record)))
        for (_, name), found in sorted(groups.items())
    ]
