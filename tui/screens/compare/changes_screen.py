"""What changed between two moments: block by block, with who and why."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.errors import Refused
from storage.progress import Stopped
from storage.views.changed_record import Changed
from tui.base.app_messages import Work
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.base.option_picker import PickerOption
from tui.base.since_picker import SinceScreen, moment_before
from tui.draw.spans import Line, ink, quiet
from tui.locale import number, say
from tui.pages.progress_lines import lines as progress_lines
from tui.rows.row import Blank, Heading, Row, SentenceRow
from tui.screens.compare.changed_blocks import ChangedBlock, changed_lines
from tui.screens.compare.commands import CHANGES
from tui.screens.compare.period_side import PeriodWords, ordered, period_lines
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.line_pane import LinePane
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Moved
from tui.words import dates
from tui.words.remaining import TICK, Running

COPIED = 100  # columns of what is copied


class ChosenMoment(NamedTuple):
    """A moment as it was chosen, and what it is called."""

    key: str
    said: str


class ChangesScreen(BaseScreen):
    """Worked out beside the screen. Gives the record to go to, or None."""

    TOPIC = "changes"
    DOES = CHANGES

    def __init__(
        self,
        store: Store,
        start: ChosenMoment,
        options: Sequence[PickerOption],
        end: ChosenMoment | None = None,
    ) -> None:
        """``options`` are the moments that can be chosen in words; without an end up to now."""
        super().__init__()
        self.store = store
        self.start = start
        self.end = end
        self.options = options
        self.running: Running | None = None
        self.found: Changed | None = None
        self._drawn_for: tuple[int, bool] | None = None

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        with Horizontal(id="body", classes="since"):
            yield RowList("changed", tone="page")
            yield LinePane("period", tone="sunken", focusable=False)

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        self.rows.focus()
        self.set_interval(TICK, self._tick)
        self._look()

    def on_unmount(self) -> None:
        self._stop()

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    # working it out

    def _look(self) -> None:
        self._stop()
        self.running, self.found = Running(), None
        self.run_worker(self._work, thread=True)
        self.show_all()

    def _stop(self) -> None:
        if self.running is not None:
            self.running.stop()

    def _work(self) -> None:
        from storage.past.changed_since import Moment, changed_since
        from storage.reader import Reader
        from storage.tables.damage import judged

        running = self.running or Running()
        start = Moment(*moment_before(self.start.key))
        end = Moment(self.end.key, self.end.key.startswith("#")) if self.end else None
        try:
            with closing(Reader(self.store.path)) as source, judged(source.path):
                found = changed_since(source, start, running.watch, end)
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
            self.found = message.result  # type: ignore[assignment]
        self.show_all()

    def _tick(self) -> None:
        if self.running is not None:
            self._show_side()

    # what shows

    def show_all(self) -> None:
        width = self.rows.size.width
        colour = not self.app.no_color
        self._drawn_for = width, colour
        rows: list[Row] = []
        for name, records in ordered(self.found.records) if self.found is not None else ():
            rows += [Blank()] if rows else []
            rows.append(Heading(name, number(len(records))))
            for n, record in enumerate(records):
                rows += [Blank()] if n else []
                rows.append(ChangedBlock(record, width, colour=colour))
        looking = "changes.looking" if self.running is not None else "changes.nothing"
        self.rows.show(rows or [SentenceRow(say(looking))])
        self._show_place()
        self._show_side()
        self.show_hints()

    def on_resize(self) -> None:
        """Blocks are as high as they must be for the width there is."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self._drawn_for != (self.rows.size.width, not self.app.no_color):
            self.show_all()

    def _show_place(self) -> None:
        keys = [one.key for one in self.rows.rows if one.key is not None]
        at = keys.index(self.rows.key) + 1 if self.rows.key in keys else 0
        place = [quiet(f"{number(at)}/{number(len(keys))}")] if keys else []
        self.rows.head([ink(self.shown_name(), bold=True)], place)

    def _show_side(self) -> None:
        running = self.running
        if running is not None:
            self.query_one(LinePane).show(lambda width: progress_lines(running, width))
            return
        end = self.end.said if self.end is not None else say("changes.until_now")
        period = PeriodWords(self.start.said, end, to_now=self.end is None)
        self.query_one(LinePane).show(lambda width: period_lines(self.found, period, width), _head)

    @guarded
    def on_moved(self, message: Moved) -> None:
        self._show_place()

    # what can be done

    @property
    def lit(self) -> str | None:
        """The record with the bar."""
        return self.rows.key

    def enter(self) -> None:
        self.dismiss(self.lit)

    def change_start(self) -> None:
        """Choose from when."""

        @guarded
        def chosen(screen: ChangesScreen, key: str | None) -> None:
            if key is not None:
                screen.start = screen._asked(key)
                screen._look()

        self.app.push_screen(SinceScreen(self.options), lambda key: chosen(self, key))

    def change_end(self) -> None:
        """Choose until when; now is one of them."""

        @guarded
        def chosen(screen: ChangesScreen, key: str | None) -> None:
            if key is not None:
                screen.end = screen._asked(key) if key != NOW else None
                screen._look()

        now = PickerOption(NOW, say("changes.until_now"))
        options = [now, *self.options]
        picker = SinceScreen(options, asked=say("changes.until_asked"))
        self.app.push_screen(picker, lambda key: chosen(self, key))

    def _asked(self, key: str) -> ChosenMoment:
        names: Mapping[str, str] = {one.key: one.text for one in self.options}
        return ChosenMoment(key, names.get(key) or dates.day(key))

    def shown_name(self) -> str:
        if self.end is not None:
            return say("changes.between", since=self.start.said, until=self.end.said)
        return say("changes.title", since=self.start.said)

    def shown_text(self) -> str:
        """All blocks, also those that do not show; words that went and came between signs."""
        lines = [self.shown_name()]
        for name, records in ordered(self.found.records) if self.found is not None else ():
            lines += ["", name]
            for record in records:
                lines.append("")
                lines += map(_plain, changed_lines(record, COPIED, colour=False))
        return "".join(f"{line}\n" for line in lines)

    def hints(self) -> Sequence[KeyHint]:
        moves = [KeyHint(say("key.up_down"), say("command.choose"))] if self.lit else []
        return [*moves, *self.hint("open_row", "change_start", "change_end", "copy", "back")]


NOW = "now"


def _head(width: int, more: bool) -> tuple[Line, Line]:
    return [ink(say("changes.period"), bold=True)], ()


def _plain(line: Line) -> str:
    return "".join(span.text for span in line).rstrip().removeprefix("  ")
