"""The wheel of the mouse over what draws its own lines."""

from textual import events


class WheelScroll:
    """A widget with this as a base is asked to scroll ``WHEEL`` lines for each notch."""

    WHEEL = 3

    def wheel(self, by: int) -> None:
        """Scroll over so many lines, up where that is negative."""
        raise NotImplementedError

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.wheel(self.WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.wheel(-self.WHEEL)
