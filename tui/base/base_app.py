"""What Textual's App lacks here: no key is lost, a paste is only text, the terminal comes back,
an end can be read."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.geometry import Offset
from textual.worker import WorkerFailed

from tui.base import pasted
from tui.base.key_queue import KeyQueue
from tui.base.rule_sheet import RuleSheet
from tui.draw import theme
from tui.store import Store
from tui.user.settings import Settings

if TYPE_CHECKING:
    from storage.acts import Act
    from tui.user.crash import Crashed
    from tui.user.drafts import Drafts

SHOW_CURSOR = "\x1b[?25h"


class BaseApp(App[None]):
    """The app as its screens and forms know it. It keeps the error that it ends on, and shows no
    traceback."""

    path: Path
    """The file that is open, or to be opened."""
    store: Store | None = None
    """The same, once it is open."""
    settings: Settings
    drafts: "Drafts"
    """What was typed and not saved."""
    lang: str | None = None
    """The language that the command line asked for."""
    plain = False
    """Whether the command line asked for no signs and no colour."""
    crashed: "Crashed | None" = None
    _cursor = Offset(0, 0)
    _listening: object = None

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.stylesheet = RuleSheet(variables=self.get_css_variables())

    def on_mount(self) -> None:
        if self._driver is not None:
            # Textual hides the terminal's cursor and has no way to ask for it; magnifiers and
            # screen readers follow it.
            self._driver.write(SHOW_CURSOR)
        if not self.is_headless:
            from tui.base import ending

            self._listening = ending.listen(self.keep, partial(self.exit, None))

    def register_themes(self) -> None:
        """Let every theme be chosen, in the colours that this terminal has."""
        coarse = self.console.color_system == "256"
        for name in theme.GROUNDS:
            self.register_theme(theme.theme(name, coarse=coarse))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme.variables()

    def go_on_with(self, path: Path) -> None:
        """End, and open another file instead."""
        raise NotImplementedError

    def seen(self) -> None:
        """What is in the file now has been shown, or will be at once."""
        raise NotImplementedError

    def arrived(self) -> None:
        """Acts of others may have come in."""
        raise NotImplementedError

    def keep(self) -> None:
        """Write down where one is, and what is being typed."""
        raise NotImplementedError

    def keep_drafts(self) -> None:
        """Write down what is being typed, as far as that was not done."""
        raise NotImplementedError

    def forget_typed(self, gone: "Sequence[Act]") -> None:
        """Throw away the drafts in which something of these acts stands."""
        raise NotImplementedError

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor stands: at what has the focus, whatever moved it there.

        Magnifiers and screen readers follow it, also where it cannot be seen. It stays on the
        screen: a field that is not drawn yet may say that it stands behind its edge.
        """
        focused = self.screen.focused if self.is_running and self.screen_stack else None
        x, y = getattr(focused, "cursor_screen_offset", self._cursor)
        width, height = self.size
        return Offset(max(0, min(x, width - 1)), max(0, min(y, height - 1)))

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._cursor = place

    @cached_property
    def _typist(self) -> KeyQueue:
        return KeyQueue(self)

    async def on_event(self, event: Event) -> None:
        typed = isinstance(event, (Key, Paste)) and not event.is_forwarded
        if not typed or self._typist.may_pass(event):
            await super().on_event(event)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """The terminal for another program, and back again also where that failed; Textual lets
        an error pass by what takes it back."""
        failed: Exception | None = None
        with super().suspend():
            try:
                yield
            except Exception as error:
                failed = error
        if failed is not None:
            raise failed

    def get_driver_class(self) -> type[Driver]:
        pasted.install()
        return super().get_driver_class()

    def _handle_exception(self, error: Exception) -> None:
        """Textual's last resort, in the screen and in workers: only the first error is told."""
        from tui.user.crash import Crashed

        if self.crashed is None:
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.crashed = Crashed(cause)
            self.crashed.__cause__ = cause
            super()._handle_exception(self.crashed)

    def panic(self, *renderables: RenderableType) -> None:
        """The thread that reads the keys knows only this way to end."""
        if self.crashed is None:
            told = (segment.text for one in renderables for segment in self.console.render(one))
            self._handle_exception(RuntimeError("".join(told)))
        else:
            super().panic(*renderables)
