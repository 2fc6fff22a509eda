"""A report as it will be, worked out beside the screen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual.message import Message

from storage.errors import Refused
from storage.progress import Progress
from tui.draw.spans import Line, amber, clean, cut, ink, quiet, room_in, row, wrap
from tui.locale import refusal, say
from tui.pages import progress_lines
from tui.pages.block_lines import piece_lines
from tui.reports.report import Report
from tui.widgets.line_pane import LinePane
from tui.words.remaining import TICK, Running, outcome

COPIED = 100  # cells of a line in a copy
MADE = "report"  # what the progress of a report is called


@dataclass
class Previewed(Message):
    """A report, or why there is none; ``looking`` is what made it."""

    looking: Running
    report: Report | Refused


class SheetPane(LinePane):
    """Shows the report that was asked for last, until that is there the one before; of what takes
    long how far it is. ``running`` is what goes on, here or beside this."""

    def __init__(self) -> None:
        super().__init__("preview")
        self.report: Report | Refused | None = None
        self.running: Running | None = None

    def on_mount(self) -> None:
        self.set_interval(TICK, self._tick)

    def on_unmount(self) -> None:
        if self.running is not None:
            self.running.stop()

    def look(self, make: Callable[[Progress], Report]) -> None:
        """Show what this makes, in a thread; what was asked before is made no further."""
        looking = self._begin()

        def work() -> None:
            report, refused, stopped = outcome(lambda watch: make(Progress(watch, MADE)), looking)
            if not stopped:
                self.post_message(Previewed(looking, refused or report))  # type: ignore[arg-type]

        self.run_worker(work, thread=True)

    def refuse(self, refused: Refused) -> None:
        """Show why there is none."""
        self.on_previewed(Previewed(self._begin(), refused))

    def _begin(self) -> Running:
        if self.running is not None:
            self.running.stop()
        self.running = running = Running()
        return running

    def on_previewed(self, message: Previewed) -> None:
        if message.looking is self.running:
            self.running, self.report = None, message.report
            self.draw()

    def _tick(self) -> None:
        if self.running is not None and self.running.slow:
            self.draw()

    def draw(self) -> None:
        """Show what there is by now."""
        self.show(self._sheet, self._title)

    def _sheet(self, width: int) -> Iterable[Line]:
        report, room = self.report, room_in(width)
        if self.running is not None and self.running.slow:
            yield from progress_lines.lines(self.running, width)
        elif isinstance(report, Refused):
            for line in wrap(refusal(report.key, report.details), room):
                yield row(width, [amber(span.text) for span in line])
        elif report is not None:
            for text in (report.of, report.under):
                yield from (row(width, line) for line in wrap(clean(text), room, "quiet"))
            yield row(width, [])
            yield row(width, [ink(cut(clean(report.title), room), bold=True)])
            yield row(width, [])
            if report.left_out:
                yield from (
                    row(width, line) for line in wrap(clean(report.left_out), room, "quiet")
                )
                yield row(width, [])
            yield from piece_lines(report.blocks, width)

    def _title(self, width: int, more: bool) -> tuple[Line, Line]:
        right = [quiet(say("page.more"))] if more else []
        return [ink(say("report.preview"), bold=True)], right

    @property
    def name_of_report(self) -> str:
        """What the report is called."""
        found = self.report
        return clean(found.title) if isinstance(found, Report) else say("report.preview")

    @property
    def text(self) -> str:
        """The whole report as text."""
        lines = ("".join(span.text for span in line) for line in self._sheet(COPIED))
        return "".join(f"{line.strip()}\n" for line in lines)
