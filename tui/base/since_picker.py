"""Since when: the last visit, a file that was taken in, a meeting, or a day that is typed."""

from collections.abc import Sequence
from datetime import date, timedelta

from storage.errors import Refused
from storage.views.act_row import Import
from tui.base.option_picker import PickerOption
from tui.base.picker import Picker, typed_marked
from tui.draw.spans import clean, cut, quiet
from tui.locale import say, say_count
from tui.rows.row import Blank, ChoiceRow, Heading, Row, SentenceRow
from tui.store import Store
from tui.words import dates
from tui.words.contents.upshot import by_whom
from tui.words.looking_back import looked_back

MEETINGS = 6  # that are offered, the last ones


class SinceScreen(Picker):
    """Gives a moment: a day in ISO, or ``#n`` after an arrival."""

    def __init__(self, options: Sequence[PickerOption] = (), *, asked: str = "") -> None:
        super().__init__()
        self.asked = asked or say("since.asked")
        self.options = [*options, *_days()]

    def found(self, words: str) -> tuple[Sequence[Row], int, int]:
        said = words.casefold().split()
        found = [
            one
            for one in self.options
            if all(word in f"{one.text} {one.right}".casefold() for word in said)
        ]
        typed = _typed(words)
        if typed is not None:
            found = [typed, *(one for one in found if one.key != typed.key)]
        rows: list[Row] = []
        group = ""
        for one in found:
            if one.group != group:
                group = one.group
                rows += [Blank(), Heading(group)] if rows else [Heading(group)]
            right = [quiet(cut(clean(one.right), 24))] if one.right else ()
            rows.append(ChoiceRow(one.key, typed_marked(clean(one.text), words), right))
        return rows or [SentenceRow(say("since.no_day"))], len(found), len(self.options)


def moments_to_choose(store: Store, visited: int) -> list[PickerOption]:
    """What one can ask for in this file; ``visited`` is what had arrived at the last visit."""
    found = []
    if 0 < visited <= store.log.last_arrival():
        new = store.log.last_arrival() - visited
        found.append(PickerOption(f"#{visited}", say("since.visit"), say_count("cli.acts", new)))
    sent = store.log.last_sent()
    if sent is not None:
        day = dates.moment_in_words(sent.arrived)
        found.append(PickerOption(f"#{sent.number}", say("since.export"), day))
    found += [_meeting(day, title) for day, title in store.meetings.closed()[:MEETINGS]]
    return [*found, *map(_file, store.log.imports())]


def _file(one: Import) -> PickerOption:
    day = dates.moment_in_words(one.arrived)
    text = one.file
    if one.of:
        text = say("since.file", file=one.file, names=", ".join(map(by_whom, one.of)))
    return PickerOption(f"#{one.first - 1}", text, day, say("since.files"), others=(str(one.acts),))


def _meeting(day: str, title: str) -> PickerOption:
    return PickerOption(f"{day}T23:59:59.999", say("since.meeting", title=title), dates.day(day))


def _days() -> list[PickerOption]:
    today = date.today()
    group = say("since.days")
    days = [(today, "date.today"), (today - timedelta(1), "date.yesterday")]
    found = [
        PickerOption(day.isoformat(), say(key), dates.day(day.isoformat()), group)
        for day, key in days
    ]
    for back in (7, 30):
        day = (today - timedelta(back)).isoformat()
        found.append(PickerOption(day, say_count("date.days_ago", back), dates.day(day), group))
    return found


def _typed(words: str) -> PickerOption | None:
    """The day that was typed, or with which the period begins."""
    try:
        day, _ = looked_back(words)
    except ValueError:
        return None
    return PickerOption(day, dates.day(day), "", say("since.days"))


def moment_before(key: str) -> tuple[str, bool]:
    """How it stood before a day, at a time, or after an arrival: as it is asked of the store."""
    if len(key) == len("2014-10-07") and not key.startswith("#"):
        try:
            return (date.fromisoformat(key) - timedelta(1)).isoformat(), False
        except OverflowError as error:
            raise Refused("invalid_date", field="D", value=key) from error
    return key, key.startswith("#")
