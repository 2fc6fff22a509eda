"""What Textual's App lacks here: pasted text that is only text, and an end that can be read."""

from typing import TYPE_CHECKING

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.worker import WorkerFailed

from tui import pasted

if TYPE_CHECKING:
    from tui.crash import Crashed


class Steady(App[None]):
    """Keeps the error that it ends on, and shows no traceback."""

    crashed: "Crashed | None" = None

    def get_driver_class(self) -> type[Driver]:
        pasted.install()
        return super().get_driver_class()

    def _handle_exception(self, error: Exception) -> None:
        """Textual's last resort, in the screen and in workers: only the first error is told."""
        from tui.crash import Crashed

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
