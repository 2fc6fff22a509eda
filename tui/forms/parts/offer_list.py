"""The list below the line that is asked: what there is to choose from."""

from collections.abc import Sequence

from tui.draw.spans import Line, clean, cut, gap, ink, quiet, row
from tui.forms.model.answer import Option
from tui.forms.parts.form_lines import room_of
from tui.locale import say
from tui.rows.row import Row
from tui.widgets.footer import KeyHint
from tui.widgets.row_list import RowList
from tui.words.labels import LABEL


class OfferList(RowList, can_focus=False):
    """It is open while it offers anything, and looks focused then: the typing stays above it."""

    def __init__(self) -> None:
        super().__init__("offers", tone="page", headed=False)
        self.offered: Sequence[Option] = ()
        self.active = True

    @property
    def open(self) -> bool:
        """Whether there is something to choose from."""
        return bool(self.offered)

    @property
    def option(self) -> Option | None:
        """What is highlighted."""
        return self.offered[int(self.key)] if self.key is not None else None

    def offer(self, options: Sequence[Option], first: int = 0) -> None:
        """Offer these, and nothing else; the one at place ``first`` is highlighted."""
        self.offered = options
        rows: list[Row] = [Offered(str(n), option) for n, option in enumerate(options)]
        self.forget()
        self.show(rows, str(first))
        self.display = self.open
        self.refresh(layout=True)

    def hints(self) -> list[KeyHint]:
        """The manual of the open list."""
        return [
            KeyHint(say("key.up_down"), say("command.choose")),
            KeyHint(say("key.enter"), say("form.take")),
            KeyHint(say("key.escape"), say("form.close_list")),
        ]


class Offered:
    """Something to choose: its name, and quietly its code or the other name that was typed."""

    height = 1

    def __init__(self, key: str, option: Option) -> None:
        self.key: str | None = key
        self.option = option

    def draw(self, width: int) -> Sequence[Line]:
        room = room_of(width)
        other = cut(clean(self.option.other), room // 2)
        name = cut(clean(self.option.text), room - len(other) - 2 if other else room)
        return [row(width, [gap(LABEL), ink(name), gap(2), quiet(other)])]
