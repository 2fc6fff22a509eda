"""The list that floats over a form: what there is to choose from, what was chosen on top."""

from collections.abc import Sequence

from textual.geometry import Region
from textual.widget import Widget

from tui.base.picker import typed_marked
from tui.draw import signs
from tui.draw.spans import Line, clean, cut, quiet, row
from tui.forms.model.answer import Option
from tui.forms.model.named_records import makes
from tui.locale import number, say
from tui.rows.row import Blank, Heading, Row
from tui.widgets.footer import KeyHint
from tui.widgets.row_list import RowList

MOST = 14  # rows
CHOSEN = "chosen "  # begins the key of what was chosen before


class OfferList(RowList, can_focus=False):
    """It is open while it offers anything, and looks focused then: the typing stays above it."""

    def __init__(self) -> None:
        super().__init__("offers", tone="float", headed=False)
        self.offered: Sequence[Option] = ()
        self.active = True
        self.ticks = self.ticked = False
        """Whether the space bar ticks here, and something was ticked."""

    @property
    def open(self) -> bool:
        """Whether there is something to choose from."""
        return bool(self.offered)

    @property
    def option(self) -> Option | None:
        """What is highlighted, of what can be chosen."""
        key = self.key
        return self.offered[int(key)] if key is not None and not key.startswith(CHOSEN) else None

    @property
    def chosen(self) -> str | None:
        """What is highlighted, of what was chosen."""
        key = self.key
        return key.removeprefix(CHOSEN) if key is not None and key.startswith(CHOSEN) else None

    def offer(
        self,
        options: Sequence[Option],
        first: int = 0,
        *,
        words: str = "",
        held: Sequence[Option] = (),
    ) -> None:
        """Offer these, and nothing else; the one at place ``first`` is highlighted. What is
        ``held`` stands above them."""
        if not (options or self.offered):
            self.display = False
            return
        self.offered = options
        rows: list[Row] = []
        found = [one for one in options if not makes(one.value)]
        if held and found:
            rows += [Heading(say("form.chosen"), number(len(held)))]
            rows += [Offered(f"{CHOSEN}{one.value}", one, words, held=True) for one in held]
            rows += [Blank(), Heading(say("form.found"), number(len(found)))]
        for n, one in enumerate(options):
            rows += [Blank()] if makes(one.value) and found else []
            rows.append(Offered(str(n), one, words))
        self.forget()
        self.show(rows, str(first))
        self.display = self.open
        self.refresh(layout=True)

    def stand(self, place: int) -> None:
        """Highlight the row at a place, or the nearest that can be."""
        self.index = self._stack.nearest(min(place, len(self.rows) - 1), 1)
        self._moved()

    def float_at(self, field: Region, around: Region) -> None:
        """Lie under the field, as wide as its ground; above it where there is more room. ``field``
        and ``around``, in which it may lie, are regions of the screen."""
        below = around.bottom - field.bottom
        above = field.y - around.y
        edges = 2 if self.app.has_class("-flat") else 0  # rules above and below
        high = min(self.lines, MOST) + edges
        up = high > below and above > below
        high = max(min(high, above if up else below), 1)
        assert isinstance(self.parent, Widget)
        home = self.parent.region
        self.styles.width, self.styles.height = field.width, high
        self.styles.offset = (
            field.x - home.x, (field.y - high if up else field.bottom) - home.y
        )  # fmt: skip

    def hints(self) -> list[KeyHint]:
        """The manual of the open list."""
        ticks = [KeyHint(say("key.space"), say("form.tick"))] if self.ticks else []
        return [
            KeyHint(say("key.up_down"), say("command.choose")),
            *ticks,
            KeyHint(say("key.enter"), say("form.ready" if self.ticked else "form.take")),
            KeyHint(say("key.escape"), say("form.close_list")),
        ]


class Offered:
    """Something to choose: its name, and quietly its code or the other name that was typed."""

    height = 1

    def __init__(self, key: str, option: Option, words: str, *, held: bool = False) -> None:
        self.key: str | None = key
        self.option = option
        self.words = words
        self.sign = signs.CHOSEN if held else signs.NOTE if makes(option.value) else None

    def draw(self, width: int) -> Sequence[Line]:
        room = width - 5
        other = cut(clean(self.option.other), room // 2)
        name = cut(clean(self.option.text), room - len(other) - 2 if other else room)
        return [
            row(width, typed_marked(name, self.words), [quiet(other)] if other else (), self.sign)
        ]
