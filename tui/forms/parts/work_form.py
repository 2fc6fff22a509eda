"""Forms that do something long beside the screen; Esc stops it without half work."""

from collections.abc import Callable, Sequence

from storage.errors import Refused
from storage.progress import Watch
from tui.base.app_messages import Work
from tui.draw.text_signs import warned
from tui.forms.parts.form import Form, FormNote
from tui.locale import refusal, say
from tui.pages.progress_lines import lines
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.widget_messages import Hinted
from tui.words.remaining import TICK, Running, outcome


class WorkForm(Form):
    """What it does is told in the ``FormNote`` of the form, as soon as it takes long."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.running: Running | None = None
        self.calm = True  # nothing is said that must stay

    def on_mount(self) -> None:
        self.tell()
        self.set_interval(TICK, self._tick)

    def on_unmount(self) -> None:
        if self.running is not None:
            self.running.stop()

    def explanation(self) -> str:
        """What the form says while nothing is the matter."""
        raise NotImplementedError

    def tell(self, warning: str = "") -> None:
        """A warning, or else what this does."""
        told = self.query_one(FormNote)
        self.calm = not warning
        if warning:
            told.warn(warning)
        else:
            told.explain(self.explanation())

    def refuse(self, refused: Refused) -> None:
        self.tell(warned(refusal(refused.key, refused.details)))

    def work(self, name: str, job: Callable[[Watch], object]) -> None:
        """Do a job in a thread; its result comes back as a message."""
        self.busy = True
        self.running = running = Running()
        self._tick()
        self.post_message(Hinted())

        self.run_worker(lambda: self.post_message(Work(name, *outcome(job, running))), thread=True)

    def _tick(self) -> None:
        running = self.running
        if running is not None:
            self.query_one(FormNote).show(lambda width: lines(running, width))

    def on_work(self, message: Work) -> None:
        """The main screen hears it too, and ends being busy once it has read again."""
        self.running = None
        if message.stopped:
            self.calm = False
            self.query_one(FormNote).say(say("progress.stopped"))
        elif message.refused is not None:
            self.refused(message.name, message.refused)
        else:
            self.finished(message.name, message.result)
        self.post_message(Hinted())

    def refused(self, name: str, refused: Refused) -> None:
        """A job could not be done."""
        self.refuse(refused)

    def finished(self, name: str, result: object) -> None:
        """What a job brought."""
        raise NotImplementedError

    def action_leave(self) -> None:
        """Stop what goes on, or else leave."""
        if self.running is not None:
            self.running.stop()
            self._tick()
        elif not self.busy:
            super().action_leave()

    def hints(self) -> Sequence[KeyHint]:
        if self.running is not None:
            return [KeyHint(say("key.escape"), say("command.halt"))]
        return super().hints()
