"""What changed since a moment."""

from collections.abc import Iterable
from contextlib import closing

from storage.errors import Refused
from storage.progress import Stopped
from storage.views.field_change import FieldChange
from tui.base.app_messages import Work
from tui.draw.spans import Line
from tui.locale import say
from tui.pages.progress_lines import lines as progress_lines
from tui.screens.compare.screen import ComparedScreen
from tui.store import Store
from tui.words.remaining import TICK, Running


class ChangesScreen(ComparedScreen):
    """Worked out beside the screen."""

    TOPIC = "changes"

    def __init__(self, store: Store, when: str, *, known: bool, said: str) -> None:
        """``when`` is how it stood then, ``said`` what that is called."""
        super().__init__(store)
        self.when, self.known, self.said = when, known, said
        self.running: Running | None = Running()

    def on_mount(self) -> None:
        self.run_worker(self._work, thread=True)
        self.set_interval(TICK, self._tick)

    def on_unmount(self) -> None:
        if self.running is not None:
            self.running.stop()

    def _work(self) -> None:
        from storage.past.changed_since import changed_since
        from storage.reader import Reader
        from storage.tables.damage import judged

        running = self.running or Running()
        try:
            with closing(Reader(self.store.path)) as source, judged(source.path):
                found = changed_since(source, self.when, running.watch, known=self.known)
            self.post_message(Work("changes", found))
        except Refused as refused:
            self.post_message(Work("changes", refused=refused))
        except Stopped:
            return

    def on_work(self, message: Work) -> None:
        self.running = None
        if message.refused is not None:
            self.refuse(message.refused)
        else:
            found: list[list[FieldChange]] = message.result  # type: ignore[assignment]
            self.found = {changes[0].record: changes for changes in found}
        self.show_all()

    def _tick(self) -> None:
        if self.running is not None:
            self.show_beside()

    def called(self) -> str:
        return say("changes.title", since=self.said)

    def nothing(self) -> str:
        return say("changes.nothing" if self.running is None else "changes.looking")

    def lines(self, width: int, *, colour: bool) -> Iterable[Line]:
        if self.running is not None:
            return progress_lines(self.running, width)
        return super().lines(width, colour=colour)
