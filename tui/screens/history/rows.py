"""Acts in the history: time, field and who, by day; made when they are asked for."""

from bisect import bisect_right
from collections.abc import Collection, Sequence

from storage.queries.history.act_history import History
from storage.views.act_row import ActRow
from tui.draw import signs
from tui.draw.spans import Line, Span, cut, gap, ink, quiet, row, width_of
from tui.rows.row import Blank, Heading, Lazy, Row, SentenceRow
from tui.words import dates
from tui.words.act_words import act_author, act_code, act_title, act_what, beside_code
from tui.words.record_words import short_code

TIME = 7
FIELD, SHORT_FIELD = 14, 12
WHO, LEAST_WHO = 15, 5  # with its blanks; cells below which it says nothing
WHAT = 13  # teruggedraaid
TITLE = 30
CODE = 10  # with its blank: TWE-24-F2
NARROW = 56  # cells; below that a title stands in the place of who


class ActLine:
    """One act; one that was taken back is struck through, one that is in doubt has a sign.
    ``whole`` says of which record it is."""

    height = 1

    def __init__(self, act: ActRow, *, whole: bool, marked: bool) -> None:
        self.act = act
        self.key: str | None = act.id
        self.whole = whole
        self.marked = marked

    def draw(self, width: int) -> Sequence[Line]:
        time = "" if self.act.seed else dates.time_of(self.act.when)
        room = max(width - 4 - TIME, 1)
        left = self._record_and_what(room) if self.whole else self._what_and_who(room)
        doubted = self.act.wrong_clock or self.act.unverified is not None
        sign = signs.CHOSEN if self.marked else signs.CAUTION if doubted else None
        return [row(width, [quiet(time.ljust(TIME)), *left], (), sign)]

    def _what_and_who(self, room: int) -> list[Span]:
        size = FIELD if room > 2 * FIELD else SHORT_FIELD
        said = self._struck(ink(cut(act_what(self.act, size), size)))
        left = room - size - 1
        if left < LEAST_WHO:
            return [said]
        blank = gap(max(size - width_of([said]), 0) + 1)
        return [said, blank, quiet(cut(act_author(self.act), left))]

    def _record_and_what(self, room: int) -> list[Span]:
        """Who, which record, what of it; its code where there is room for all of them."""
        who: list[Span] = []
        if room >= NARROW - 4 - TIME:
            name = cut(act_author(self.act), WHO - 2)
            who, room = [quiet(name), gap(WHO - width_of([ink(name)]))], room - WHO
        room -= WHAT + 1
        coded = room - CODE >= TITLE
        code = cut(short_code(act_code(self.act)), CODE - 1) if coded else ""
        room -= CODE if coded else 0
        title = self._struck(ink(cut(self._title(code), max(room, 1))))
        what = cut(act_what(self.act, WHAT), WHAT)
        whats = self._struck(quiet(what))
        pad = gap(WHAT - width_of([whats]) + CODE - len(code)) if code else gap(0)
        blank = gap(max(room - width_of([title]), 0) + 1)
        return [*who, title, blank, whats, pad, quiet(code)]

    def _title(self, code: str) -> str:
        """What the act is about; where its code stands beside it, a note by its text."""
        return beside_code(act_title(self.act), code) if code else act_title(self.act)

    def _struck(self, said: Span) -> Span:
        if not self.act.void:
            return said
        return said._replace(strike=True, role="quiet")


class Acts(Lazy):
    """All acts, newest first, under the day on which they were made; an ``airy`` list has a blank
    line between two days."""

    def __init__(
        self,
        acts: History,
        empty: str,
        *,
        whole: bool = False,
        marked: Collection[str] = (),
        airy: bool = True,
    ) -> None:
        self.acts = acts
        self._empty = empty
        self._whole = whole
        self._marked = marked
        self._lines = 1 + airy  # of a day, besides its acts
        self._firsts = dates.days_of(acts.times)
        self._starts = [first + self._lines * n for n, first in enumerate(self._firsts)]

    def __len__(self) -> int:
        days = len(self._firsts)
        return len(self.acts) + max(self._lines * days - (self._lines - 1), 0) or 1

    def made(self, index: int) -> Row:
        if not self._firsts:
            return SentenceRow(self._empty)
        day = bisect_right(self._starts, index) - 1
        within = index - self._starts[day]
        first = self._firsts[day]
        last = self._firsts[day + 1] if day + 1 < len(self._firsts) else len(self.acts)
        if within == 0:
            return Heading(dates.day_whole(self.acts.times[first]))
        if within > last - first:
            return Blank()
        act = self.acts[first + within - 1]
        return ActLine(act, whole=self._whole, marked=act.id in self._marked)

    def find(self, key: str) -> int | None:
        """The row of the act with this id."""
        place = self.acts.find(key)
        if place is None:
            return None
        days = bisect_right(self._firsts, place)
        return place + self._lines * (days - 1) + 1

    def place(self, act: str) -> int | None:
        """Which of all acts, counted from 0, the one with this id is."""
        return self.acts.find(act)

    def at(self, index: int | None) -> ActRow | None:
        """The act in a row."""
        line = self[index] if index is not None and self._firsts else None
        return line.act if isinstance(line, ActLine) else None
