"""Acts in the history: time, field and who, by day."""

from collections.abc import Sequence

from storage.views import ActRow
from tui import dates
from tui.acts import fields_of, who
from tui.rows import Blank, Heading, Row
from tui.spans import Line, cut, gap, ink, quiet, row

TIME = 7
FIELD = 12


class ActLine:
    """One act; one that was taken back is struck through."""

    height = 1

    def __init__(self, act: ActRow) -> None:
        self.act = act
        self.key: str | None = act.id

    def draw(self, width: int) -> Sequence[Line]:
        time = "" if self.act.seed else dates.time_of(self.act.at)
        name = cut(fields_of(self.act), FIELD)
        field = ink(name)._replace(strike=self.act.void)
        if self.act.void:
            field = field._replace(role="quiet")
        room = width - 4 - TIME - FIELD - 1
        by = quiet(cut(who(self.act), max(room, 1)))
        return [row(width, [quiet(time.ljust(TIME)), field, gap(FIELD - len(name) + 1), by])]


def act_rows(acts: Sequence[ActRow]) -> list[Row]:
    """All acts, newest first, under the day on which they were made."""
    rows: list[Row] = []
    day = ""
    for act in acts:
        if (found := dates.day_named(act.at)) != day:
            day = found
            rows += [Blank(), Heading(day)] if rows else [Heading(day)]
        rows.append(ActLine(act))
    return rows
