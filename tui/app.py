"""The app: opens the file beside the screen, and notices what others write."""

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import BindingType

from storage.errors import SPOILT, Refused
from tui.base import appearance
from tui.base.app_messages import Cautioned, Missed, NotOpened, Opened, Restored
from tui.base.base_app import BaseApp
from tui.base.base_screen import BaseScreen
from tui.base.draft_keeper import DraftKeeper
from tui.base.job_screen import JobScreen
from tui.draw import theme
from tui.locale import refusal, say, say_count
from tui.screens.main import MainScreen
from tui.store import Store
from tui.user import settings, state
from tui.words import dates, locator

if TYPE_CHECKING:
    from storage.acts import Act

POLL = 1.0
READ_MS = 250
"""How long the screen stands still for a file that another program holds."""
SHOW_CURSOR = "\x1b[?25h"


class ArrangementApp(BaseApp):
    """The arrangement in a terminal. ``fill`` makes the file where none stands yet; ``told`` is
    what there is to say of it once it is open, by the id of its arrangement. ``next`` is the file
    to go on with once this app has ended."""

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
    ) -> None:
        # Textual chooses its colour filter here: only native colours can be left out whole.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.settings = settings.load()
        self.lang = lang
        self.plain = plain
        self.path = path
        self.by = by
        self._fill = fill
        self.told = told
        self.next: Path | None = None
        self.store: Store | None = None
        self._first = state.first_start()
        self.habits = state.load(path)
        self._kept = "" if self._first else repr(self.habits)
        self._version: object = None
        self.clones_due = True
        self._keeper = DraftKeeper(path)
        self._listening: object = None
        coarse = self.console.color_system == "256"
        for name in theme.GROUNDS:
            self.register_theme(theme.theme(name, coarse=coarse))
        if self.settings.keys:
            from tui.screens.registry import SCREENS
            from tui.screens.settings import remap

            self.settings = remap.sound(self.settings, SCREENS)
        appearance.apply_appearance(self)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme.variables()

    def get_default_screen(self) -> MainScreen:
        return MainScreen(self.habits, self.seen, self._keeper.drafts, first=self._first)

    def adopt(self, chosen: settings.Settings) -> None:
        """Make the screen as a person has just chosen, and keep that.

        Raises Refused where it cannot be kept; the screen is as chosen all the same.
        """
        if chosen.language != self.settings.language:
            self.lang = None  # what was said at the start no longer counts
        self.settings = chosen
        appearance.apply_appearance(self)
        for screen in self.screen_stack:
            for widget in screen.walk_children():
                widget.refresh(layout=True)
        settings.save(chosen)
        self.settings = chosen._replace(problems=())

    @property
    def main(self) -> MainScreen:
        """The screen under all others."""
        screen = self.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    def on_mount(self) -> None:
        if self._driver is not None:
            # Textual hides the terminal's cursor and has no way to ask for it; magnifiers and
            # screen readers follow it.
            self._driver.write(SHOW_CURSOR)
        if not self.is_headless:
            from tui.base import ending

            leave = partial(self.exit, None)
            self._listening = ending.listen(self._keep_all, leave)
        self.main.call_later(self._open)  # as soon as there are panes to show it in
        self.set_interval(POLL, self.look)

    @work(thread=True, exclusive=True)
    def _open(self) -> None:
        """Open the file in a thread: the first frame stands before the data does."""
        from seed.releases import brought_lines
        from storage.store import Store as Opening

        try:
            self._fill()
            store = Opening.open(self.path, self.by, brought_lines)
            with ExitStack() as kept:
                kept.callback(store.close)  # a spoilt file that is open cannot be replaced
                store.totals()  # reads what all lists need, which takes a while if they are long
                store.hurry(READ_MS)
                kept.pop_all()
            self.post_message(Opened(store))
        except Refused as refused:
            self.post_message(NotOpened(refused))
            return
        from tui.user import cautions

        for told in (cautions.synced(self.path), cautions.in_wal(store)):
            if told is not None:
                self.post_message(Cautioned(told))

    def on_opened(self, message: Opened) -> None:
        self.store = message.store
        self.main.open(message.store)
        if told := self.told(message.store.arrangement):
            self.main.toast(told)
        for problem in self.settings.problems[:1]:
            self.main.toast(refusal(problem.key, problem.details), "amber")
        unsent = self.main.browser.totals.unsent if self.main.browser.totals else 0
        if unsent and not self.main.toasting:
            self.main.toast(say_count("caution.unsent", unsent), "amber", "export")
        self._offer_drafts()

    # what is typed

    def _offer_drafts(self) -> None:
        """What was being typed when the laptop died comes first; what was left with Esc has a
        line."""
        try:
            kept = self._keeper.load()
        except Refused as refused:
            self.main.refuse(refused)
            return
        if any(one.open for one in kept.values()):
            self.main.overlays.unsaved()
        elif kept and not self.main.toasting:
            self.main.toast(say_count("drafts.waiting", len(kept)), "amber", "drafts")
        if self._keeper.damaged and isinstance(self.screen, BaseScreen):
            self.screen.toast(say("drafts.damaged", name=self._keeper.damaged), "amber")

    def keep_drafts(self) -> None:
        """Write down what is being typed, as far as that was not done."""
        if self.store is None or not self.screen_stack:
            return
        self.main.desk.keep()
        refused = self._keeper.save()
        if refused is not None and isinstance(self.screen, BaseScreen):
            reason = refusal(refused.key, refused.details)
            self.screen.toast(say("drafts.not_kept", reason=reason), "amber")

    def forget_typed(self, gone: "Sequence[Act]") -> None:
        """Throw away the drafts in which something of these acts stands."""
        self._keeper.forget(gone)
        if gone:
            self.keep_drafts()

    def on_cautioned(self, message: Cautioned) -> None:
        from tui.screens.trouble.caution_screen import CautionScreen

        self.push_screen(CautionScreen(message.text, self.path))

    def on_not_opened(self, message: NotOpened) -> None:
        from tui.screens.trouble.screen import TroubleScreen

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

        self.push_screen(SettingsScreen(SCREENS), self.main.worded)

    def go_on_with(self, path: Path) -> None:
        """End, and open another file instead."""
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
        """Let go of a spoilt file: what shows of it, and the file itself."""
        self._only_main()
        self.main.let_go()
        locator.call_by(None)
        if self.store is not None:
            self.store.close()
            self.store = None

    # what others write

    def seen(self) -> None:
        """What is in the file now has been shown, or will be at once."""
        if self.store is not None:
            self._version = self.store.version()

    def on_missed(self, message: Missed) -> None:
        """What could not be read now is read again at a next look."""
        self._version = None

    def look(self) -> None:
        """Notice what another process wrote; keep the habits while nothing else happens."""
        self._keep_all()
        if self.store is None or not self.screen_stack or self.main.busy:
            return
        if not self.screen.is_mounted or (isinstance(self.screen, JobScreen) and self.screen.busy):
            return  # on its way, or using the file: the next look is in a second
        try:
            self._tell_no_copy(self.store)
            self._tell_clone(self.store)
            version = self.store.version()
            if version == self._version:
                return
            self.main.reload()
            self.main.desk.elsewhere()
        except Refused as refused:
            if refused.key in SPOILT:
                self.main.refuse(refused)
            return  # else busy just now; the next look is in a second
        missed, self._version = self._version is None, version
        screen = self.screen
        if isinstance(screen, BaseScreen) and self.main.form is None:  # a form says it at its lines
            screen.refreshed()
            screen.toast(say("toast.free" if missed else "toast.elsewhere"))

    def _tell_no_copy(self, store: Store) -> None:
        """After what the change itself had to say."""
        if store.no_copy is None or not isinstance(self.screen, BaseScreen) or self.screen.toasting:
            return
        from tui.user import cautions

        told = cautions.no_copy(store)
        if told is not None:
            self.screen.toast(told, "amber")

    def _tell_clone(self, store: Store) -> None:
        """That another laptop writes under the same number; looked for at the start, and once
        others' changes have come in."""
        if not self.clones_due or not isinstance(self.screen, BaseScreen) or self.screen.toasting:
            return
        from tui.user import cautions

        told = cautions.clone(store)
        self.clones_due = False
        if told is not None:
            self.screen.toast(told, "amber")

    def arrived(self) -> None:
        """Acts of others may have come in."""
        self.clones_due = True

    def _keep_all(self) -> None:
        """Write down where one is, and what is being typed."""
        self._keep()
        self.keep_drafts()

    def exit(self, *args: Any, **named: Any) -> None:
        self.keep_drafts()
        super().exit(*args, **named)

    async def action_quit(self) -> None:
        """What Textual does at ctrl+q: the command does the same, and stops what goes on first."""
        screen = self.screen
        if isinstance(screen, BaseScreen):
            screen.action_do("quit")
        else:
            self.exit()

    def action_help_quit(self) -> None:
        """What Textual does at ctrl+c: say how to leave."""
        screen = self.screen
        if isinstance(screen, BaseScreen):
            screen.toast(say("toast.quit"))

    def _remember_visit(self) -> None:
        """What comes from now on has come since this visit."""
        try:
            if self.store is not None:
                self.habits.visited = self.store.arrivals()
        except Refused:
            return  # nobody can read it just now: then it is the visit before

    def _keep(self) -> None:
        if self.store is not None and repr(self.habits) != self._kept:
            self._kept = repr(self.habits)
            state.save(self.path, self.habits)

    def on_unmount(self) -> None:
        self._remember_visit()
        self._keep_all()
        self._keeper.close()
        locator.call_by(None)
        if self.store is not None:
            self.store.close()
