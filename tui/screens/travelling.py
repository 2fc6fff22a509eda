"""Time travel: everything on the main screen as it stood on a day, only to read."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.message import Message

from storage.errors import Refused
from storage.progress import Progress, Stopped
from tui.base.guard import guarded
from tui.screens.compare.changes_screen import ChangesScreen
from tui.screens.history.since_picker import SinceScreen, moments
from tui.screens.narrowing import Narrowing
from tui.screens.panes import LISTS
from tui.store import Store
from tui.user import state
from tui.widgets.slider import Slid, Slider
from tui.words import dates
from tui.words.remaining import Running

if TYPE_CHECKING:
    from storage.past.past_reader import Past
    from storage.past.timeline import Timeline

TICK = 0.2


@dataclass
class Stood(Message):
    """A past was made, or why it was not; neither where someone stopped it."""

    past: "Past | None" = None
    timeline: "Timeline | None" = None
    refused: Refused | None = None


class Travelling(Narrowing):
    """The past is made beside the screen, each from the one before; only the last that is wanted
    is shown, and what was shown stays until it is there."""

    def __init__(self, habits: state.State, seen: Callable[[], None]) -> None:
        super().__init__(habits, seen)
        self.slider = Slider()
        self.travels = False
        self.past: Past | None = None
        self.timeline: Timeline | None = None
        self._known = False
        self._made: tuple[str, bool] | None = None
        self._dropped: list[Past] = []
        self._lit: dict[int, str | None] = {}
        self._instead: dict[int, str | None] = {}

    def parts(self) -> ComposeResult:
        yield self.slider
        yield from super().parts()

    @property
    def store(self) -> Store:
        """What is read: the file of now, or how it stood, in which nothing can be written."""
        return super().store if self.past is None else cast("Store", self.past)

    @property
    def moving(self) -> bool:
        """Whether a past is being made."""
        return self.slider.running is not None

    def on_mount(self) -> None:
        self.set_interval(TICK, self._tick)

    # there and back

    def travel_in_time(self) -> None:
        """To how it stood; when one is there already, to the time line."""
        if not self.travels:
            self.travels = True
            self.set_class(True, "past")
            self.slider.show((), date.today().isoformat(), known=self._known)
            self._make()
        self.slider.focus()
        self.show_hints()

    @guarded
    def to_now(self) -> None:
        """Back to how it stands now."""
        if not self.travels:
            return
        self.travels = False
        self.set_class(False, "past")
        if self.slider.running is not None:
            self.slider.running.stop()
        self._replace(None)
        self.timeline, self._made = None, None
        self._known = False
        self._show_again()
        self._lit, self._instead = {}, {}
        self.go_pane(self.state.pane)

    def turn_known(self) -> None:
        """By what was known here then, or again by when it was said."""
        self._known = not self._known
        self._stops(self.slider.day)
        self._make()

    def back(self) -> None:
        """One level back; where there is none, to how it stands now."""
        at_rest = self.state.pane == 3 if self.roomy else self.state.pane == 1
        if self.travels and (self.slider.has_focus or (at_rest and self.state.about is None)):
            self.to_now()
        else:
            super().back()

    def on_slid(self, message: Slid) -> None:
        self._make()

    def on_left(self) -> None:
        """From the time line to the pane one was in."""
        self.go_pane(self.state.pane)

    # making it

    def _make(self) -> None:
        """Make the past that is wanted, unless one is being made: then after that."""
        wanted = self.slider.day, self._known
        if not self.travels or wanted == self._made:
            return
        if self.slider.running is not None:
            return
        self.slider.running = running = Running()
        path, near, timeline = self.store.path, self.past, self.timeline
        me = (super().store.device, super().store.author)

        def run() -> None:
            from storage.past.past_reader import Past
            from storage.past.timeline import Timeline
            from storage.reader import Reader
            from storage.tables.damage import judged

            progress = Progress(running.watch, "past")
            try:
                with closing(Reader(path)) as source, judged(path):
                    line = timeline or Timeline(source.connection, progress.part(0, 0.3))
                    rest = progress.part(0.3, 1)
                    day, known = wanted
                    past = Past(source, line, day, known=known, near=near, me=me, progress=rest)
                self.post_message(Stood(past, line))
            except Stopped:
                self.post_message(Stood())
            except Refused as refused:
                self.post_message(Stood(refused=refused))

        self.run_worker(run, thread=True)

    @guarded
    def on_stood(self, message: Stood) -> None:
        """A past is there."""
        self.slider.running = None
        if message.past is not None:
            self.timeline = message.timeline
            self._replace(message.past if self.travels else None)
            if not self.travels:
                message.past.close()
        if message.refused is not None:
            self.to_now()
            self.refuse(message.refused)
        if not self.travels:
            return
        if self.past is not None:
            self._made = self.past.when, self.past.known
            self._stops(self.slider.day)
            self._show_again()
        self.slider.refresh()
        self._make()

    def _show_again(self) -> None:
        """Show everything as it is on the other day, and the same highlights as soon as what they
        were on is there again."""
        for pane in LISTS:
            key = self.pane_rows(pane).key
            if key != self._instead.get(pane, ""):
                self._lit[pane] = key
        self.reload()
        self._instead = {}
        for pane, key in self._lit.items():
            if not self.pane_rows(pane).select(key):
                self._instead[pane] = self.pane_rows(pane).key
        self.show_page()

    def _stops(self, day: str) -> None:
        """The days that one can step to, of how it was said or of how it was known."""
        if self.timeline is None:
            return
        times = self.timeline.moments(known=self._known)[::-1]
        stops = [dates.day_of(times[first]) for first in dates.days_of(times)][::-1]
        self.slider.show(stops, day, known=self._known)

    def _replace(self, past: "Past | None") -> None:
        """Show another past; the one before is closed, unless something is being made from it or
        a screen that lies over this one reads it."""
        if self.past is not None:
            self._dropped.append(self.past)
        self.past = past
        if self.app.screen_stack[-1:] == [self]:
            self._drop()

    def _drop(self) -> None:
        if self.slider.running is None:
            for one in self._dropped:
                one.close()
            self._dropped = []

    def _tick(self) -> None:
        if self.moving:
            self.slider.refresh()

    def on_unmount(self) -> None:
        if self.slider.running is not None:
            self.slider.running.stop()
        self._replace(None)
        self._drop()

    # what changed since

    def choose_since(self) -> None:
        """Ask since when, and show what changed."""
        options = moments(self.store, self.state.visited)

        @guarded
        def chosen(screen: Travelling, key: str | None) -> None:
            if key is None:
                return
            names = {one.key: one.text for one in options}
            said = names.get(key) or dates.day(key)
            when, known = before(key)
            found = ChangesScreen(screen.store, when, known=known, said=said)
            screen.app.push_screen(found, screen.looked_back)

        self.app.push_screen(SinceScreen(options), lambda key: chosen(self, key))

    @guarded
    def looked_back(self, record: str | None) -> None:
        """Back from what happened: to a record that was chosen there; things may have been taken
        back there."""
        self.reload()
        self.go_to(record)


def before(key: str) -> tuple[str, bool]:
    """How it stood before a day, at a time, or after an arrival: as it is asked of the store."""
    if len(key) == len("2014-10-07") and not key.startswith("#"):
        try:
            return (date.fromisoformat(key) - timedelta(1)).isoformat(), False
        except OverflowError as error:
            raise Refused("invalid_date", field="D", value=key) from error
    return key, key.startswith("#")
