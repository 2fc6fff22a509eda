"""Time travel: everything on the main screen as it stood on a day, only to read."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from textual.message import Message

from storage.errors import Refused
from storage.progress import Progress, Stopped
from tui.screens.main.slider import Slider
from tui.store import Store
from tui.widgets.header import HeaderLine
from tui.words import dates
from tui.words.remaining import Running

if TYPE_CHECKING:
    from storage.past.past_reader import PastReader
    from storage.past.timeline import Timeline
    from storage.views.time_marks import TimeMarks


@dataclass
class Stood(Message):
    """A past was made, or why it was not; neither where someone stopped it."""

    past: "PastReader | None" = None
    timeline: "Timeline | None" = None
    marks: "TimeMarks | None" = None
    refused: Refused | None = None


class TimeTravel:
    """The past is made beside the screen, each from the one before, and comes to the time line as
    ``Stood``; only the last that is wanted is shown, and what was shown stays until it is there.
    ``file`` gives the file of now, ``show`` shows ``past``, or that file where it is None; the time
    line stands in the place of the header."""

    def __init__(
        self, header: HeaderLine, file: Callable[[], Store], show: Callable[[], None]
    ) -> None:
        self.slider = Slider()
        self.on = False
        """Whether one is in the past, or on the way there."""
        self.past: PastReader | None = None
        self._header = header
        self._file = file
        self._show = show
        self._timeline: Timeline | None = None
        self._marks: TimeMarks | None = None
        self._known = False
        self._made: tuple[str, bool] | None = None
        self._dropped: list[PastReader] = []

    @property
    def moving(self) -> bool:
        """Whether a past is being made."""
        return self.slider.running is not None

    # there and back

    def begin(self) -> None:
        """To how it stood; when one is there already, to the time line."""
        if not self.on:
            self._turn(on=True)
            self.slider.show((), date.today().isoformat(), known=self._known)
            self.make()
        self.slider.focus()

    def end(self) -> None:
        """Back to how it stands now."""
        if not self.on:
            return
        self._turn(on=False)
        self._timeline = self._made = self._marks = None
        self._known = False
        self._stop()
        self._replace(None)
        self._show()

    def close(self) -> None:
        """Let go of everything; nothing is shown any more."""
        self._stop()
        if self.past is not None:
            self._dropped.append(self.past)
        self._drop()

    def turn_known(self) -> None:
        """By what was known here then, or again by when it was said."""
        self._known = not self._known
        self._stops()
        self.make()

    def _turn(self, *, on: bool) -> None:
        self.on = self.slider.display = on
        self._header.display = not on

    # making it

    def make(self) -> None:
        """Make the past that is wanted, unless one is being made: then after that."""
        wanted = self.slider.day, self._known
        if not self.on or wanted == self._made or self.moving:
            return
        self.slider.running = running = Running()
        file, near, timeline = self._file(), self.past, self._timeline
        path, me = file.path, (file.device, file.author)

        def run() -> None:
            from storage.past.marks_along import time_marks
            from storage.past.past_reader import PastReader
            from storage.past.timeline import Timeline
            from storage.reader import Reader
            from storage.tables.damage import judged

            progress = Progress(running.watch, "past")
            try:
                with closing(Reader(path)) as source, judged(path):
                    line = timeline or Timeline(source.connection, progress.part(0, 0.3))
                    rest = progress.part(0.3, 1)
                    day, known = wanted
                    past = PastReader(
                        source, line, day, known=known, near=near, me=me, progress=rest
                    )
                    marks = time_marks(source, past)
                self.slider.post_message(Stood(past, line, marks))
            except Stopped:
                self.slider.post_message(Stood())
            except Refused as refused:
                self.slider.post_message(Stood(refused=refused))

        self.slider.run_worker(run, thread=True)

    def arrived(self, message: Stood) -> None:
        """Show the past that was made, and make the next where another is wanted by now. Raises
        why it was not made; then it shows how it stands now."""
        self.slider.running = None
        if message.refused is not None:
            self.end()
            raise message.refused
        if message.past is not None and self.on:
            self._replace(message.past)
            self._timeline = message.timeline
            self._made = message.past.when, message.past.known
            self._marks = message.marks
            self._stops()
            self._show()
        elif message.past is not None:
            message.past.close()
        self.slider.refresh()
        self.make()

    def _stops(self) -> None:
        """The days that one can step to, of how it was said or of how it was known."""
        if self._timeline is None:
            return
        times = self._timeline.moments(known=self._known)[::-1]
        stops = [dates.local_day(times[first]) for first in dates.days_of(times)][::-1]
        self.slider.show(stops, self.slider.day, known=self._known)
        if self._marks is not None:
            changed = self._timeline.changes(known=self._known)[::-1]
            firsts = [*dates.days_of(changed), len(changed)]
            days = [(dates.local_day(changed[n]), end - n) for n, end in pairwise(firsts)]
            self.slider.show_line(days[::-1], self._marks)

    def _stop(self) -> None:
        if self.slider.running is not None:
            self.slider.running.stop()

    def _replace(self, past: "PastReader | None") -> None:
        """Show another past; the one before is closed, unless something is being made from it or
        a screen that lies over this one reads it."""
        if self.past is not None:
            self._dropped.append(self.past)
        self.past = past
        if self.slider.app.screen_stack[-1:] == [self.slider.screen]:
            self._drop()

    def _drop(self) -> None:
        if not self.moving:
            for one in self._dropped:
                one.close()
            self._dropped = []
