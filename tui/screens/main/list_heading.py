"""What stands above the list: its view and filters, how many there are, how many are marked."""

from collections.abc import Collection, Sequence

from tui.draw import signs
from tui.draw.spans import Line, Span, gap, quiet, width_of
from tui.locale import number, say
from tui.rows.agreement_lines import Agreements
from tui.widgets.chips import Chip, chip_heading
from tui.widgets.row_list import RowList


class ListHeading:
    """The heading of a list of agreements of which some may be marked."""

    def __init__(self, listed: RowList, marks: Collection[str]) -> None:
        self._listed = listed
        self._marks = marks
        self._ends: list[tuple[int, str]] = []
        self._wide = 0  # how wide the list is, or was before it was hidden

    def show(self, view: str, chips: Sequence[Chip], told: str, unseen: int) -> None:
        """Show it: ``told`` as far as it fits, ``unseen`` is how many marks are not in the list."""
        listed = self._listed
        title, self._ends = chip_heading(view, chips)
        rows = listed.rows
        self._wide = listed.size.width or self._wide
        right: Line = ()
        if isinstance(rows, Agreements):
            right = [quiet(f"{number(rows.position(listed.index))}/{number(rows.total)}")]
            room = self._wide - 6 - width_of([*title, *right])
            right = [*self._marked(unseen, room), *right]
            whole = [quiet(told), gap(2), *right]
            if told and width_of([*title, *whole]) + 6 <= self._wide:
                right = whole
        listed.head(title, right)

    def command_at(self, x: int) -> str | None:
        """What a click on this column does."""
        return next((command for end, command in self._ends if x < end), None)

    def _marked(self, unseen: int, room: int) -> list[Span]:
        """How many are marked, and of them are not in sight; the sign and the number at least."""
        if not self._marks:
            return []
        n = number(len(self._marks))
        beyond = [gap(), quiet(say("list.unseen", n=number(unseen)))] if unseen else []
        whole = [quiet(say("list.marked", n=n)), *beyond]
        fits = width_of(whole) + 2 <= room
        return [*(whole if fits else [signs.MARKED, quiet(n)]), gap(2)]
