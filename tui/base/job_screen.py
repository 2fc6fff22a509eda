"""A screen that does something long beside itself."""

from collections.abc import Callable, Iterable, Sequence

from storage.progress import Watch
from tui.base.app_messages import Work
from tui.base.base_screen import BaseScreen
from tui.draw.spans import Line, room_in, row, wrap
from tui.locale import say
from tui.pages import progress_lines
from tui.widgets.footer import KeyHint
from tui.words.remaining import TICK, Running, outcome


class JobScreen(BaseScreen):
    """Until it has ended the screen takes no command; Esc stops what tells how far it is."""

    running: Running | None = None

    @property
    def busy(self) -> bool:
        """Whether something is using the file just now."""
        return self.running is not None

    def on_mount(self) -> None:
        self.set_interval(TICK, self._tick)

    def on_unmount(self) -> None:
        if self.running is not None:
            self.running.stop()

    def work(self, name: str, job: Callable[[Watch], object]) -> None:
        """Do a job in a thread; its result comes back as a message."""
        self.running = running = Running()
        self.show_hints()
        self.run_worker(lambda: self.post_message(Work(name, *outcome(job, running))), thread=True)

    def on_work(self, message: Work) -> None:
        self.running = None
        if message.stopped:
            self.stopped()
        elif message.refused is not None:
            self.refuse(message.refused)
        else:
            self.ended(message.name, message.result)
        self.show_hints()

    def stopped(self) -> None:
        """Someone stopped it; nothing was changed."""

    def ended(self, name: str, result: object) -> None:
        """What a job brought."""
        raise NotImplementedError

    def progressed(self) -> None:
        """Show what goes on."""
        raise NotImplementedError

    def _tick(self) -> None:
        if self.running is not None and self.running.slow:
            self.progressed()

    def going_on(self, width: int, told: str) -> Iterable[Line]:
        """How far it is; of what cannot tell that, what it does."""
        running = self.running
        if running is None or not running.slow:
            return ()
        if running.part:
            return progress_lines.lines(running, width)
        return (row(width, line) for line in wrap(told, room_in(width)))

    @property
    def meanwhile(self) -> Sequence[KeyHint]:
        """What the footer says while something goes on."""
        can_stop = self.running is not None and self.running.part
        return [KeyHint(say("key.escape"), say("command.halt"))] if can_stop else []

    def action_do(self, name: str) -> None:
        if self.running is None:
            super().action_do(name)
        elif name == "back" and self.running.part:
            self.running.stop()
            self.progressed()
        else:
            self.toast(say("progress.wait"), "amber")
