"""Acts in the history: time, field and who, by day; made when they are asked for."""

from bisect import bisect_right
from collections.abc import Collection, Sequence

from storage.queries.history.act_history import History
from storage.views.act_row import ActRow
from tui.draw import signs
from tui.draw.spans import Line, cut, gap, ink, quiet, row
from tui.rows.row import Blank, Heading, Lazy, Row, SentenceRow
from tui.words import dates
from tui.words.act_words import act_author, act_fields, listed_as

TIME = 7
FIELD = 12


class ActLine:
    """One act; one that was taken back is struck through, one that is in doubt has a sign.
    ``whole`` says what record it is of."""

    height = 1

    def __init__(self, act: ActRow, *, whole: bool, marked: bool) -> None:
        self.act = act
        self.key: str | None = act.id
        self.whole = whole
        self.marked = marked

    def draw(self, width: int) -> Sequence[Line]:
        time = "" if self.act.seed else dates.time_of(self.act.when)
        room = max(width - 4 - TIME - FIELD - 1, 1)
        title = listed_as(self.act.changes) if self.act.changes else ""
        if self.whole and title:
            first, size, other = title, room, act_fields(self.act)
        else:
            first, size, other = act_fields(self.act), FIELD, act_author(self.act)
        name = cut(first, size)
        said = ink(name)._replace(strike=self.act.void)
        if self.act.void:
            said = said._replace(role="quiet")
        rest = quiet(cut(other, width - 5 - TIME - size))
        blank = gap(max(size - len(name), 0) + 1)
        doubted = self.act.wrong_clock or self.act.unverified is not None
        sign = signs.CHOSEN if self.marked else signs.OVERDUE if doubted else None
        return [row(width, [quiet(time.ljust(TIME)), said, blank, rest], (), sign)]


class Acts(Lazy):
    """All acts, newest first, under the day on which they were made."""

    def __init__(
        self, acts: History, empty: str, *, whole: bool = False, marked: Collection[str] = ()
    ) -> None:
        self.acts = acts
        self._empty = empty
        self._whole = whole
        self._marked = marked
        self._firsts = dates.days_of(acts.times)
        self._starts = [first + 2 * n for n, first in enumerate(self._firsts)]

    def __len__(self) -> int:
        return len(self.acts) + max(2 * len(self._firsts) - 1, 0) or 1

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
        return place + 2 * bisect_right(self._firsts, place) - 1

    def at(self, index: int | None) -> ActRow | None:
        """The act in a row."""
        line = self[index] if index is not None and self._firsts else None
        return line.act if isinstance(line, ActLine) else None
