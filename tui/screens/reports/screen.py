"""A report is chosen by three lists, seen as it will be, and written to a file."""

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from platformdirs import user_downloads_path
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from storage.errors import Refused
from storage.progress import Progress, Watch
from storage.reader import Reader
from storage.tables.damage import judged
from tui.base.app_messages import Work
from tui.base.guard import guarded
from tui.base.job_screen import JobScreen
from tui.base.line_asked import LineScreen
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.draw.spans import clean, quiet
from tui.locale import say
from tui.reports.report import FORMATS, KINDS, PROFILES, Report, ReportRequest, make_report, of_what
from tui.reports.report_file import check_report_target, named_file, write_report
from tui.screens.reports.commands import REPORT
from tui.screens.reports.report_choice import ReportChoice
from tui.screens.reports.report_subject import ReportSubject
from tui.screens.reports.sheet_pane import MADE, SheetPane
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved
from tui.words import dates

LISTS = ("kind", "form", "profile")


class ReportScreen(JobScreen):
    """``kind`` is shown first; ``meeting`` and ``party`` are ids of what it is of. What it will be
    is worked out beside the screen, and so is the file."""

    TOPIC = "reports"
    DOES = REPORT

    def __init__(
        self, store: Store, kind: str = "list", meeting: str = "", party: str = ""
    ) -> None:
        super().__init__()
        self.store = store
        self._subject = ReportSubject(store, meeting, party)
        self._first = kind

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        with Horizontal(id="reports"):
            with Vertical(id="choices"):
                for name in LISTS:
                    yield RowList(name, tone="sunken")
            yield SheetPane()

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        self._show_choices()
        self._list("kind").select(self._first)
        self._list("kind").focus()
        self.show_all()

    def _show_choices(self) -> None:
        """Fill the lists; a kind tells beside it what it is of."""
        told = {one: self._day_of(one) for one in KINDS if of_what(one) == "meetings"}
        if self._subject.party:
            who = clean(self.store.title(self._subject.party)[1])
            told |= {one: who for one in KINDS if of_what(one) == "organisations"}
        rows = {
            "kind": [(one, say(f"report.{one}"), told.get(one, "")) for one in KINDS],
            "form": [(one, one, say(f"report.form_{one}")) for one in FORMATS],
            "profile": [(one, say(f"report.for_{one}"), "") for one in (*PROFILES, "public")],
        }
        for name, some in rows.items():
            listed = self._list(name)
            listed.head([quiet(say(f"report.choose_{name}"))])
            listed.show([ReportChoice(*one, listed) for one in some])

    def _list(self, name: str) -> RowList:
        return self.query_one(f"#{name}", RowList)

    def _chosen(self, name: str) -> str:
        return self._list(name).key or ""

    def step_list(self, by: int) -> None:
        """To the next of the three lists."""
        at = next((n for n, one in enumerate(LISTS) if self._list(one).has_focus), 0)
        self._list(LISTS[(at + by) % len(LISTS)]).focus()

    @guarded
    def on_moved(self, message: Moved) -> None:
        self.show_all()

    def on_chosen(self, message: Chosen) -> None:
        self.action_do("write_report")

    @guarded
    def refreshed(self) -> None:
        self._show_choices()
        self.show_all()

    # what it will be

    @property
    def sheet(self) -> SheetPane:
        return self.query_one(SheetPane)

    def show_all(self) -> None:
        """Show the report as it will be, or why it cannot be."""
        if self.busy:
            return
        try:
            self.sheet.look(partial(self._made, self._chosen("kind"), self._asked()))
        except Refused as refused:
            self.sheet.refuse(refused)

    def _made(self, kind: str, asked: ReportRequest, progress: Progress) -> Report:
        with closing(Reader(self.store.path, self.store.today)) as source, judged(source.path):
            return make_report(source, kind, asked, progress)

    def _asked(self) -> ReportRequest:
        return self._subject.request(self._chosen("kind"), self._chosen("profile"))

    def _day_of(self, kind: str) -> str:
        try:
            meeting = self._subject.meeting_of(kind)
        except Refused:
            return ""
        if kind == "minutes" and meeting.phase not in ("running", "closed"):
            return say("report.not_held")
        return dates.day_short(meeting.date)

    def shown_name(self) -> str:
        return self.sheet.name_of_report

    def shown_text(self) -> str:
        return self.sheet.text

    # whose, and where

    def whose_report(self) -> None:
        """Choose the organisation that a report is of."""
        options = [
            PickerOption(f"organisations/{one.tail}", one.name, others=one.short_forms)
            for one in self.store.lists.organisations()
        ]
        self.app.push_screen(ChooseScreen(say("report.whose"), options), self._of)

    @guarded
    def _of(self, party: str | None) -> None:
        if party is not None:
            self._subject.party = party
            self._show_choices()
            if self._chosen("kind") != "actions":
                self._list("kind").select("party")
            self.show_all()

    def write_report(self) -> None:
        """Ask for the name of the file, and write it."""
        kind, asked, form = self._chosen("kind"), self._asked(), self._chosen("form")
        if isinstance(self.sheet.report, Refused):
            raise self.sheet.report
        name = self._subject.file_name(kind)
        folder = user_downloads_path()
        folder = folder if folder.is_dir() else Path.home()
        told = say("report.in_folder", folder=clean(str(folder)))
        line = LineScreen(say("report.which_file"), told, f"{name}.{form}")

        def named(typed: str | None) -> None:
            if typed:
                target, end = named_file(folder, typed, form)
                self._write(target, partial(self._written, kind, asked, end, target))

        self.app.push_screen(line, named)

    @guarded
    def _write(self, target: Path, job: Callable[[Watch], Path], *, force: bool = False) -> None:
        try:
            check_report_target(target, self.store.path, force=force)
        except Refused as refused:
            if refused.key != "file_exists":
                raise
            options = [PickerOption(one, say(f"report.replace_{one}")) for one in ("no", "yes")]
            asked = ChooseScreen(say("report.exists", name=clean(target.name)), options)
            self.app.push_screen(asked, partial(self._replace, target, job))
            return
        self.work(MADE, job)
        self.sheet.running = self.running

    def _replace(self, target: Path, job: Callable[[Watch], Path], answer: str | None) -> None:
        if answer == "yes":
            self._write(target, job, force=True)

    def _written(
        self, kind: str, asked: ReportRequest, form: str, target: Path, watch: Watch
    ) -> Path:
        progress = Progress(watch, MADE)
        report = self._made(kind, asked, progress.part(0, 0.3))
        write_report(report, target, form, progress.part(0.3, 1))
        return target

    def on_work(self, message: Work) -> None:
        self.sheet.running = None
        self.sheet.draw()

    def ended(self, name: str, result: object) -> None:
        assert isinstance(result, Path)
        self.toast(say("toast.kept", name=result.name, folder=result.parent))

    def stopped(self) -> None:
        self.toast(say("progress.stopped"), "amber")

    def progressed(self) -> None:
        self.sheet.draw()
        self.show_hints()

    def hints(self) -> Sequence[KeyHint]:
        if self.running is not None:
            return self.meanwhile
        return self.hint("write_report", "next_choice", "whose_report", "copy", "back")
