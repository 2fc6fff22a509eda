"""One line with chips before what is typed: Backspace at its start takes the last one, ← goes into
them."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.draw.chip_spans import chip_at, last_chips
from tui.draw.paint import plain_line
from tui.draw.spans import Line, width_of
from tui.widgets.safe_inputs import LineInput

TYPED = 16  # cells that are left to type in


class ChipDropped(Message):
    """Someone took a chip away: the one with this number."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class PastEnd(Message):
    """Someone went on behind the last letter."""


class Chips(Widget):
    """The chips before the text, as wide as they are."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self.tone = tone
        self.names: Sequence[str] = ()
        self.picked: int | None = None

    def show(self, names: Sequence[str], picked: int | None = None) -> None:
        if (tuple(names), picked) != (tuple(self.names), self.picked):
            self.names, self.picked = names, picked
            if isinstance(self.parent, Widget):
                self.parent.set_class(picked is not None, "picking")
            self.refresh(layout=True)

    def line(self, room: int) -> Line:
        """What shows of them where chips and text have ``room`` cells between them."""
        return last_chips(self.names, max(room - TYPED, 1), self.picked)

    def on_click(self, event: events.Click) -> None:
        """A click on a chip takes it away."""
        number = chip_at(self.names, max(self._room - TYPED, 1), self.picked, event.x)
        if number is not None:
            self.post_message(ChipDropped(number))

    @property
    def _room(self) -> int:
        parent = self.parent
        return parent.size.width if isinstance(parent, Widget) else 0

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return width_of(self.line(container.width))

    def render_line(self, y: int) -> Strip:
        line = self.line(self._room) if y == 0 else ()
        return plain_line(self.app, line, self.size.width, self.tone)


class ChipText(LineInput):
    """The text behind the chips: at its start the keys go to them."""

    @property
    def line(self) -> "ChipInput":
        assert isinstance(self.parent, ChipInput)
        return self.parent

    @property
    def _at_start(self) -> bool:
        return self.cursor_position == 0 and self.selection.is_empty

    def action_delete_left(self) -> None:
        if not (self._at_start and self.line.drop()):
            super().action_delete_left()

    def action_delete_right(self) -> None:
        if self.line.picked is None or not self.line.drop():
            super().action_delete_right()

    def action_cursor_left(self, select: bool = False) -> None:
        if select or not (self._at_start and self.line.pick(-1)):
            super().action_cursor_left(select)

    def action_cursor_right(self, select: bool = False) -> None:
        if not select and self.line.picked is not None:
            self.line.pick(1)
        elif not select and self.cursor_at_end:
            self.post_message(PastEnd())
        else:
            super().action_cursor_right(select)

    async def _on_key(self, event: events.Key) -> None:
        if event.key not in ("left", "right", "backspace", "delete"):
            self.line.leave()
        await super()._on_key(event)

    def _on_blur(self, event: events.Blur) -> None:
        self.line.leave()
        super()._on_blur(event)


class ChipInput(Horizontal):
    """Chips and the text behind them. Tells of a chip that is taken away; whoever has the chips
    shows those that are left."""

    def __init__(self, placeholder: str = "", *, tone: str = "sunken") -> None:
        super().__init__()
        self.chips = Chips(tone)
        self.typed = ChipText(placeholder=placeholder)

    def compose(self) -> ComposeResult:
        yield self.chips
        yield self.typed

    @property
    def picked(self) -> int | None:
        """The chip that the cursor is on."""
        return self.chips.picked

    def show(self, names: Sequence[str]) -> None:
        """Show these chips; the cursor stays in them while there are any."""
        picked = self.picked
        if picked is not None:
            picked = min(picked, len(names) - 1) if names else None
        self.chips.show(names, picked)

    def put(self, text: str, cursor: int) -> None:
        """Have this text, with the cursor there."""
        self.typed.value = text
        self.typed.cursor_position = cursor

    def pick(self, by: int) -> bool:
        """Move the cursor over the chips; past the last one it is in the text again. False where
        there is none that way."""
        names = self.chips.names
        if not names:
            return False
        at = (len(names) if self.picked is None else self.picked) + by
        self.chips.show(names, max(at, 0) if at < len(names) else None)
        return True

    def drop(self) -> bool:
        """Take the picked chip away, or the last one; False where there is none."""
        names = self.chips.names
        if not names:
            return False
        self.post_message(ChipDropped(len(names) - 1 if self.picked is None else self.picked))
        return True

    def leave(self) -> None:
        """Back into the text."""
        self.chips.show(self.chips.names)
