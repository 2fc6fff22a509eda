"""What Textual's App lacks here: no key is lost, a paste is only text, the terminal comes back,
an end can be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.worker import WorkerFailed

from tui.base import pasted
from tui.base.key_queue import Typist

if TYPE_CHECKING:
    from tui.user.crash import Crashed


class Steady(App[None]):
    """Keeps the error that it ends on, and shows no traceback."""

    crashed: "Crashed | None" = None

    @cached_property
    def _typist(self) -> Typist:
        return Typist(self)

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
