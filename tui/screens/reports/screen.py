"""A report is chosen by three lists, seen as it will be, and written to a file."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from platformdirs import user_downloads_path
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from storage.errors import Refused
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.base.line_asked import LineScreen
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.draw import signs
from tui.draw.spans import Line, amber, clean, cut, ink, quiet, room_in, row, wrap
from tui.locale import refusal, say
from tui.pages.block_lines import piece_lines
from tui.reports.report import FORMATS, KINDS, PROFILES, Report, ReportRequest, make_report
from tui.reports.report_file import profile_of, write_report
from tui.screens.reports.commands import REPORT
from tui.store import Store
from tui.user.textfile import file_name_of
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.line_pane import LinePane
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved

LISTS = ("kind", "form", "profile")
OF_MEETINGS = ("agenda", "minutes")
COPIED = 100


class ReportChoice:
    """Something to choose; the chosen one of its list has a sign."""

    height = 1

    def __init__(self, key: str, text: str, host: RowList) -> None:
        self.key: str | None = key
        self._text = text
        self._host = host

    def draw(self, width: int) -> Sequence[Line]:
        chosen = self._host.key == self.key
        text = ink(cut(self._text, max(width - 6, 4)), bold=chosen)
        return [row(width, [text], (), signs.CHOSEN if chosen else None)]


class ReportScreen(BaseScreen):
    """``kind`` is shown first; ``meeting`` and ``party`` are ids of what it is of."""

    TOPIC = "reports"
    DOES = REPORT

    def __init__(
        self, store: Store, kind: str = "list", meeting: str = "", party: str = ""
    ) -> None:
        super().__init__()
        self.store = store
        self.meeting = meeting
        self.party = party
        self._first = kind
        self._report: Report | Refused = Refused("no_meeting_now")

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        with Horizontal(id="reports"):
            with Vertical(id="choices"):
                for name in LISTS:
                    yield RowList(name, tone="sunken")
            yield LinePane("preview")

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        options = {
            "kind": {one: say(f"report.{one}") for one in KINDS},
            "form": {one: say(f"report.form_{one}") for one in FORMATS},
            "profile": {one: say(f"report.for_{one}") for one in (*PROFILES, "public")},
        }
        for name, some in options.items():
            listed = self._list(name)
            listed.head([quiet(say(f"report.choose_{name}"))])
            listed.show([ReportChoice(key, text, listed) for key, text in some.items()])
        self._list("kind").select(self._first)
        self._list("kind").focus()
        self.show_all()

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

    def refreshed(self) -> None:
        self.show_all()

    # what it will be

    def show_all(self) -> None:
        """Show the report as it will be, or why it cannot be."""
        try:
            self._report = make_report(self.store, self._chosen("kind"), self._asked())
        except Refused as refused:
            self._report = refused
        self.query_one(LinePane).show(self._lines, self._head)
        self.show_hints()

    def _asked(self) -> ReportRequest:
        kind, profile = self._chosen("kind"), profile_of(self._chosen("profile"))
        if kind in OF_MEETINGS:
            return ReportRequest(self.meeting or self._some_meeting(kind), profile)
        if kind == "party" and not self.party:
            raise Refused("no_party_chosen")
        return ReportRequest(self.party if kind in ("party", "actions") else "", profile)

    def _some_meeting(self, kind: str) -> str:
        phases = ("running", "closed") if kind == "minutes" else ("running", "planned")
        found = [one.id for one in self.store.meetings.all() if one.phase in phases]
        if not found:
            raise Refused("no_meeting_now")
        return found[0]

    def _lines(self, width: int) -> Iterable[Line]:
        report, room = self._report, room_in(width)
        if isinstance(report, Refused):
            for line in wrap(refusal(report.key, report.details), room):
                yield row(width, [amber(span.text) for span in line])
            return
        for text in (report.of, report.under):
            yield from (row(width, line) for line in wrap(clean(text), room, "quiet"))
        yield row(width, [])
        yield row(width, [ink(cut(clean(report.title), room), bold=True)])
        yield row(width, [])
        if report.left_out:
            yield from (row(width, line) for line in wrap(clean(report.left_out), room, "quiet"))
            yield row(width, [])
        yield from piece_lines(report.blocks, width)

    def _head(self, width: int, more: bool) -> tuple[Line, Line]:
        right = [quiet(say("page.more"))] if more else []
        return [ink(say("report.preview"), bold=True)], right

    def shown_name(self) -> str:
        report = self._report
        return say("report.preview") if isinstance(report, Refused) else clean(report.title)

    def shown_text(self) -> str:
        lines = ["".join(span.text for span in line) for line in self._lines(COPIED)]
        return "".join(f"{line.strip()}\n" for line in lines)

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
            self.party = party
            if self._chosen("kind") != "actions":
                self._list("kind").select("party")
            self.show_all()

    def write_report(self) -> None:
        """Ask for the name of the file, and write it."""
        report = self._report
        if isinstance(report, Refused):
            raise report
        name = file_name_of(f"{self._chosen('kind')}-{report.of}-{report.told}")
        folder = user_downloads_path()
        folder = folder if folder.is_dir() else Path.home()
        form = self._chosen("form")
        told = say("report.in_folder", folder=clean(str(folder)))
        asked = LineScreen(say("report.which_file"), told, f"{name}.{form}")

        def named(typed: str | None) -> None:
            if typed:
                self._write(report, folder / Path(typed).expanduser(), form)

        self.app.push_screen(asked, named)

    @guarded
    def _write(self, report: Report, target: Path, form: str, *, force: bool = False) -> None:
        try:
            write_report(report, target, form, self.store.path, force=force)
        except Refused as refused:
            if refused.key != "file_exists":
                raise
            options = [PickerOption(one, say(f"report.replace_{one}")) for one in ("no", "yes")]
            asked = ChooseScreen(say("report.exists", name=clean(target.name)), options)
            self.app.push_screen(asked, partial(self._replace, report, target, form))
            return
        self.toast(say("toast.kept", name=target.name, folder=target.parent))

    def _replace(self, report: Report, target: Path, form: str, answer: str | None) -> None:
        if answer == "yes":
            self._write(report, target, form, force=True)

    def hints(self) -> Sequence[KeyHint]:
        return self.hint("write_report", "next_choice", "whose_report", "copy", "back")
