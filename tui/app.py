"""The app: the file that is open, and the screens that lie over any other."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType

from storage.errors import Refused
from tui.base import appearance
from tui.base.app_messages import Cautioned, Missed, NotOpened, Opened, Restored
from tui.base.base_app import BaseApp
from tui.base.base_screen import BaseScreen
from tui.base.draft_keeper import DraftKeeper
from tui.base.file_opening import open_file
from tui.base.habit_keeper import HabitKeeper
from tui.base.write_watch import WriteWatch
from tui.locale import refusal, say, say_count
from tui.screens.main import MainScreen
from tui.user import settings
from tui.words import dates, locator

if TYPE_CHECKING:
    from storage.acts import Act

POLL = 1.0


class ArrangementApp(BaseApp):
    """The arrangement in a terminal. ``fill`` makes the file where none stands yet; ``told`` is
    what there is to say of it once it is open, by the id of its arrangement; ``follow`` a meeting
    to follow. ``next`` is the file to go on with once this app has ended."""

    CSS_PATH = "app.tcss"
    TITLE = "arrangement"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        path: Path,
        lang: str | None = None,
        by: str | None = None,
        *,
        plain: bool = False,
        fill: Callable[[], object] = lambda: None,
        told: Callable[[str], str] = lambda _: "",
        follow: str = "",
    ) -> None:
        # Textual chooses its colour filter here: only native colours can be left out whole.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.settings = settings.load()
        self.lang, self.plain = lang, plain
        self.path = path
        self.told, self.follow = told, follow
        self.next: Path | None = None
        self._habits = HabitKeeper(path)
        self.habits = self._habits.habits
        self._open_file = partial(open_file, self, by, fill)
        self._keeper = DraftKeeper(path, self.warn)
        self.drafts = self._keeper.drafts
        self.writes = WriteWatch(self)
        self.register_themes()
        if self.settings.keys:
            from tui.screens.registry import SCREENS
            from tui.screens.settings import remap

            self.settings = remap.sound(self.settings, SCREENS)
        appearance.apply_appearance(self)

    def get_default_screen(self) -> MainScreen:
        return MainScreen(self.habits, self.drafts, first=self._habits.first)

    @property
    def main(self) -> MainScreen:
        """The screen under all others."""
        screen = self.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    def on_mount(self) -> None:
        self.main.call_later(self._open)  # as soon as there are panes to show it in
        self.set_interval(POLL, self.look)

    def _open(self) -> None:
        self.run_worker(self._open_file, thread=True, exclusive=True)

    def on_opened(self, message: Opened) -> None:
        self.store = message.store
        self.main.open(message.store)
        if told := self.told(message.store.arrangement):
            self.main.toast(told)
        for problem in self.settings.problems[:1]:
            self.main.toast(refusal(problem.key, problem.details), "amber")
        self.main.tell_first()
        self._offer_drafts()
        if self.follow:
            self.main.follow(self.follow)

    # what is typed

    def _offer_drafts(self) -> None:
        """What was typed when the laptop died comes first; what was left with Esc has a line."""
        try:
            kept = self._keeper.load()
        except Refused as refused:
            self.main.refuse(refused)
            return
        if any(one.open for one in kept.values()):
            self.main.overlays.unsaved()
        elif kept and not self.main.toasting:
            self.main.toast(say_count("drafts.waiting", len(kept)), "amber", "drafts")
        if self._keeper.damaged:
            self.warn(say("drafts.damaged", name=self._keeper.damaged))

    def keep_drafts(self) -> None:
        if self.store is not None and self.screen_stack:
            self.main.desk.keep()
            self._keeper.save()

    def warn(self, text: str) -> None:
        """Say something to know on the screen that shows."""
        if isinstance(self.screen, BaseScreen):
            self.screen.toast(text, "amber")

    def forget_typed(self, gone: "Sequence[Act]") -> None:
        self._keeper.forget(gone)
        if gone:
            self.keep_drafts()

    def on_cautioned(self, message: Cautioned) -> None:
        from tui.screens.trouble.caution_screen import CautionScreen

        self.push_screen(CautionScreen(message.text, self.path))

    def on_not_opened(self, message: NotOpened) -> None:
        from tui.screens.trouble.screen import TroubleScreen

        self._only_main()
        self.main.let_go()
        self._close()
        self.push_screen(TroubleScreen(message.refused, self.path))

    def on_restored(self, message: Restored) -> None:
        self.reopen()
        day = dates.day(message.day.isoformat(), year=False)
        self.main.toast(say("toast.went_back", day=day))

    # what lies over any screen

    def open_help(self) -> None:
        """The keys of the screen that shows, explained."""
        from tui.screens.help.screen import HelpScreen

        if isinstance(self.screen, BaseScreen):
            self.push_screen(HelpScreen(self.screen))

    def open_palette(self) -> None:
        """Every command of the screen that shows."""
        from tui.screens.palette.screen import PaletteScreen

        if isinstance(self.screen, BaseScreen):
            self.push_screen(PaletteScreen(self.screen), self.screen.do_later)

    def open_selftest(self) -> None:
        """What the app needs of this laptop."""
        from tui.screens.selftest.screen import SelftestScreen

        self.push_screen(SelftestScreen())

    def open_settings(self) -> None:
        """The settings, and the keys of every command."""
        from tui.screens.registry import SCREENS
        from tui.screens.settings.screen import SettingsScreen

        (name, commands), *others = SCREENS
        screens = ((name, (*commands, *self.main.made_commands)), *others)
        self.push_screen(SettingsScreen(screens), self.main.worded)

    def go_on_with(self, path: Path) -> None:
        self.next = path
        self.exit()

    def reopen(self) -> None:
        """Try to open the file again, from the screen that says why it did not."""
        self._only_main()
        self._open()

    def _only_main(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def _close(self) -> None:
        """Let go of the file, of which nothing shows any more."""
        locator.call_by(None)
        if self.store is not None:
            self.store.close()
            self.store = None

    # what others write

    def seen(self) -> None:
        if self.store is not None:
            self.writes.seen(self.store)

    def on_missed(self, message: Missed) -> None:
        self.writes.missed()

    def look(self) -> None:
        """Notice what another process wrote; keep the habits while nothing else happens."""
        self.keep()
        if self.store is not None and self.screen_stack:
            self.writes.look(self.store, self.main)

    def arrived(self) -> None:
        self.writes.clones_due = True

    def keep(self) -> None:
        if self.store is not None:
            self._habits.save()
        self.keep_drafts()

    def exit(self, *args: Any, **named: Any) -> None:
        if self.store is not None and self.screen_stack:
            self.main.panes.note_lines()
        self.keep_drafts()
        super().exit(*args, **named)

    async def action_quit(self) -> None:
        """What Textual does at ctrl+q: the command does the same, and stops what goes on first."""
        if isinstance(self.screen, BaseScreen):
            self.screen.action_do("quit")
        else:
            self.exit()

    def action_help_quit(self) -> None:
        """What Textual does at ctrl+c: say how to leave."""
        if isinstance(self.screen, BaseScreen):
            self.screen.toast(say("toast.quit"))

    def on_unmount(self) -> None:
        if self.store is not None:
            with suppress(Refused):  # nobody can read it just now: then it is the visit before
                self.habits.visited = self.store.log.last_arrival()
        self.keep()
        self._keeper.close()
        self._close()
