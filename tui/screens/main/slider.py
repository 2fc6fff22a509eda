"""The time line in the place of the header: which day is shown, and that it is only to read."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from storage.text import one_line, typed
from tui.commands import keymap
from tui.draw import signs
from tui.draw.paint import plain_line
from tui.draw.signs import Sign
from tui.draw.spans import Line, Span, accent, amber, cut, gap, ink, quiet, row, width_of
from tui.locale import number, say
from tui.locale.charset import sign
from tui.screens.main.time_panel import TimePanel
from tui.widgets.footer import KeyHint
from tui.widgets.widget_messages import Hinted
from tui.words import dates
from tui.words.looking_back import looked_back
from tui.words.remaining import Running

if TYPE_CHECKING:
    from storage.views.time_marks import TimeMarks

WIDE = 60
LEAST = 8  # columns of the line itself
MONTH = 10  # stops
LONGEST = 60  # letters of a day


class Slid(Message):
    """Another day is wanted."""

    def __init__(self, day: str) -> None:
        super().__init__()
        self.day = day


class Left(Message):
    """The day is right: on to what shows."""


class Slider(Widget, can_focus=True):
    """The days on which something happened are its stops; a day that is typed may lie between.

    ``day`` is the one that is wanted, in ISO; what shows may still be on its way there. Of a
    period that is typed it is the last day.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stops: Sequence[str] = ()
        self.day = ""
        self.known = False
        self.typed = ""
        self.wrong = False
        self.early = False
        """Whether a day was wanted before the first of which anything is known."""
        self.running: Running | None = None
        self._caret = 0
        self._panel = TimePanel()

    def show(self, stops: Sequence[str], day: str, *, known: bool) -> None:
        """Show these stops and this day; what is being typed goes on."""
        self.stops, self.day, self.known = stops, day, known
        if stops and day < stops[0]:
            self.go(day)
        self.refresh()

    def show_line(self, changes: Sequence[tuple[str, int]], marks: "TimeMarks") -> None:
        """Show the time line to scale: how much people changed on each day, and what stands
        beside it."""
        self._panel.show(changes, marks, self.day)
        self.refresh(layout=True)

    @property
    def step(self) -> tuple[date, date | None] | None:
        """The first and the last day of the step of the time line in which one stands."""
        return self._panel.step(self.size.width)

    # moving

    def move(self, by: int) -> None:
        """So many stops on or back."""
        at = bisect_left(self.stops, self.day)
        between = at == len(self.stops) or self.stops[at] != self.day
        self._to(at + by - (1 if between and by > 0 else 0))

    def page(self, by: int) -> None:
        self.move(by * MONTH)

    def ends(self, *, last: bool) -> None:
        self._to(len(self.stops) - 1 if last else 0)

    def _to(self, place: int) -> None:
        if self.stops:
            self.go(self.stops[max(0, min(place, len(self.stops) - 1))])

    def go(self, day: str) -> None:
        """To a day; before the first of which anything is known, to that one."""
        self.typed = ""
        self.early = bool(self.stops) and day < self.stops[0]
        day = self.stops[0] if self.early else day
        if day != self.day:
            self.day = day
            self.post_message(Slid(day))
        self.refresh()

    # typing a day

    def on_key(self, event: events.Key) -> None:
        """Whatever can be typed is part of a day, and no command; until Enter or Esc."""
        letter = event.character if event.is_printable else None
        if letter:
            self._type(f"{self.typed}{letter}")
        elif event.key == "backspace":
            self._type(self.typed[:-1])
        elif self.typed and event.key == "escape":
            self._type("")
        elif self.typed and event.key == "enter":
            self._read()
        elif event.key in ("enter", "tab", "down"):
            self.post_message(Left())
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self._type(f"{self.typed}{one_line(typed(event.text))}")

    def _type(self, text: str) -> None:
        self.typed = text.lstrip()[:LONGEST]
        self.wrong = False
        self.refresh()
        self.post_message(Hinted())

    def _read(self) -> None:
        try:
            _, last = looked_back(self.typed)
            self.go(last)
        except ValueError:
            self.wrong = True
            self.refresh()

    # what it says

    def hints(self) -> Sequence[KeyHint]:
        """The manual: letters are part of a day here, so only other keys do something."""
        if self.typed:
            return [
                KeyHint(say("key.enter"), say("past.go")),
                KeyHint(say("key.escape"), say("past.clear")),
            ]
        return [
            KeyHint(say("key.left_right"), say("command.day_after")),
            KeyHint(say("key.enter"), say("command.read")),
            *(hint for name in ("known", "step_changes") for hint in _beyond_letters(name)),
            KeyHint(say("key.escape"), say("command.to_now"), "to_now"),
        ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, and what stands below it."""
        return 1 + len(self._panel.lines(width, viewport.height))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y == 0:
            back = "sel" if self.has_focus else "sunken"
            return plain_line(self.app, [gap(), *self._line(width)], width, back)
        below = self._panel.lines(width, self.app.size.height)
        line = below[y - 1] if y <= len(below) else ()
        return plain_line(self.app, [gap(), *line], width, "sunken")

    def _line(self, width: int) -> Line:
        if self.typed:
            told = say("past.no_day") if self.wrong else say("past.to_day")
            right = [amber(say("past.read_only"))]
            room = max(width - 8 - width_of(right) - width_of([ink(told)]), 1)
            left: list[Span] = [quiet(told), gap(), accent(self.typed[-room:], bold=True)]
            self._caret = 3 + width_of(left)
            return row(width, [*left, accent("_", bold=True)], right)
        self._caret = 0
        place = bisect_right(self.stops, self.day)
        right = [*self._panel.open(width), amber(say("past.read_only"))]
        if width >= WIDE:
            right += [gap(2), quiet(f"{number(place)}/{number(len(self.stops))}")]
        for said in self._told():
            room = width - 8 - width_of(right) - width_of([ink(said)])
            if room >= LEAST:
                break
        left = [ink(cut(said, max(width - 6 - width_of(right), 1)), bold=True)]
        ago = dates.long_ago(self.day)
        if ago and room - len(ago) >= LEAST:
            left += [gap(2), quiet(ago)]
            room -= len(ago) + 2
        if room >= LEAST:
            left += [gap(2), *self._bar(room, place)]
        return row(width, left, right)

    def _told(self) -> list[str]:
        """Which day shows, ever shorter."""
        day = dates.day(self.day)
        if self.early:
            return [say("past.nothing_before", day=day), say("past.first_day", day=day)]
        if self.known:
            told = [say("past.known", day=day), say("past.known_short", day=day)]
        else:
            told = [say("past.stood", day=day), say("past.stood_short", day=day)]
        return [*told, dates.day_short(self.day)]

    def _bar(self, room: int, place: int) -> Line:
        if self.running is not None and self.running.slow:
            told = cut(say("past.on_its_way", share=f"{self.running.share:.0%}"), room)
            return [quiet(told)]
        if self._panel.is_shown(self.app.size.height):
            return []
        last = max(len(self.stops) - 1, 1)
        done = round((room - 1) * max(place - 1, 0) / last)
        before, after = sign(signs.DONE) * done, sign(signs.TO_DO) * (room - 1 - done)
        return [ink(before), Sign(signs.STATUS["open"].text, "accent", True), quiet(after)]

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor belongs: behind what is typed."""
        return self.region.offset + Offset(self._caret, 0)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self._type("")


def _beyond_letters(command: str) -> Iterator[KeyHint]:
    """The key of a command that is no part of a day."""
    for key in keymap.of(command):
        if key not in keymap.CHARACTERS:
            yield KeyHint(keymap.shown_key(key), say(f"command.{command}"), command)
            return
