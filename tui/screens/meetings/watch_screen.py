"""A meeting as it runs on another screen, or laptop, that reads the same file."""

from collections.abc import Sequence

from tui.base.guard import guarded
from tui.screens.meetings.card_screen import CardScreen
from tui.screens.meetings.commands import WATCH
from tui.widgets.footer import KeyHint


class WatchScreen(CardScreen):
    """Follows the point at which the meeting is."""

    TOPIC = "watching"
    DOES = WATCH
    FOLLOWS = True

    @guarded
    def on_mount(self) -> None:
        self.show_all()

    def refreshed(self) -> None:
        self.at = self.store.meetings.running(self.meeting)
        super().refreshed()

    def hints(self) -> Sequence[KeyHint]:
        return self.hint(*(("page_down",) if self.card.more else ()), "back")
