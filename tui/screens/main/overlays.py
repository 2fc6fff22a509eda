"""The screens that lie over the main screen, and what one comes back with from each."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.forms.form_messages import Compared
from tui.screens.main.browser_screen import BrowserScreen
from tui.screens.main.file_forms import FileForms
from tui.screens.main.follow_ups import FollowUps
from tui.words import dates

if TYPE_CHECKING:
    from storage.views.import_preview import Preview
    from tui.screens.exchange.screen import ToSync
    from tui.screens.meetings.meeting_draft import MeetingDraft, ToReport
    from tui.screens.problems.screen import ToMend


class Overlays:
    """Their code is read only when one of them is opened."""

    def __init__(self, host: BrowserScreen, files: FileForms, follow_ups: FollowUps) -> None:
        self.last_import: Preview | None = None
        """What came in last, since the app was opened."""
        self._host = host
        self._files = files
        self._follow_ups = follow_ups

    # what happened

    def history(self) -> None:
        """The history of what is read."""
        from tui.screens.history.screen import HistoryScreen

        page = self._host.browser.pages.page
        if page is not None:
            self._host.push(HistoryScreen(self._host.store, page.record, page), self._looked_back)

    def whole_history(self) -> None:
        """Everything that was ever said."""
        from tui.screens.history.screen import WholeHistoryScreen

        self._host.push(WholeHistoryScreen(self._host.store), self._looked_back)

    def undo_list(self) -> None:
        """What I can take back, each with what that would do."""
        from tui.screens.history.screen import UndoListScreen

        self._host.push(UndoListScreen(self._host.store), self._looked_back)

    def erasures(self) -> None:
        """What others ask to erase, and what was decided of that."""
        from tui.screens.erasure.asked_screen import ErasuresScreen

        self._host.push(ErasuresScreen(self._host.store), self._looked_back)

    def choose_since(self) -> None:
        """Ask since when, and show what changed."""
        from tui.base.since_picker import SinceScreen, moments_to_choose

        options = moments_to_choose(self._host.store, self._host.state.visited)
        self._host.ask(SinceScreen(options), self._changes)

    def step_changes(self) -> None:
        """What changed in the step of the time line in which one stands."""
        if step := self._host.browser.travel.slider.step:
            first, last = step
            self._changes(first.isoformat(), last.isoformat() if last else None)

    def _changes(self, start: str, end: str | None = None) -> None:
        """What changed between two moments, up to now where that has no end."""
        from tui.base.since_picker import moments_to_choose
        from tui.screens.compare.changes_screen import ChangesScreen, ChosenMoment

        host = self._host
        options = moments_to_choose(host.store, host.state.visited)
        names: Mapping[str, str] = {one.key: one.text for one in options}

        def moment(key: str) -> ChosenMoment:
            return ChosenMoment(key, names.get(key) or dates.day(key))

        until = moment(end) if end else None
        host.push(ChangesScreen(host.store, moment(start), options, until), self._looked_back)

    def _looked_back(self, record: str | None) -> None:
        """Back from what happened: to a record that was chosen there; things may have been taken
        back there."""
        self._host.reload()
        self._host.go_to(record)

    def difference(self, message: Compared) -> None:
        """What a file says otherwise than what is here, or than another file."""
        from tui.screens.compare.difference_screen import DifferenceScreen

        found = DifferenceScreen(self._host.store, message.found, message.a, message.b)
        self._host.push(found, self._looked_back)

    # what asks something

    def conflicts(self) -> None:
        """Settle what two people said differently."""
        from tui.screens.conflict.screen import ConflictScreen

        host, page = self._host, self._host.browser.pages.agreement
        first = page.record if page else None
        host.push(ConflictScreen(host.store, first, host.browser.last_year), self._settled)

    def _settled(self, told: str | None) -> None:
        """The last one that was settled is told here."""
        if told:
            self._host.saved(told)
        else:
            self._host.reload()

    def problems(self) -> None:
        """Mend what a merge left and no form would allow."""
        from tui.screens.problems.screen import ProblemsScreen

        found = ProblemsScreen(self._host.store, self._host.browser.last_year)
        self._host.push(found, self._from_problems)

    def _from_problems(self, found: "ToMend | None") -> None:
        self._host.reload()
        if found is not None:
            self._follow_ups.mend(found)

    def unsaved(self) -> None:
        """What was typed and not saved."""
        from tui.screens.drafts.screen import DraftsScreen

        self._host.push(DraftsScreen(self._host.drafts), self._go_on)

    def _go_on(self, about: str | None) -> None:
        """To the form of a draft, or not now."""
        self._host.keep_drafts()
        if about is None:
            return
        from tui.screens.meetings.meeting_draft import read_draft

        if (draft := read_draft(about)) is not None:
            self._meetings(draft)
        else:
            self._follow_ups.go_on(about)

    def meetings(self) -> None:
        """Which meetings there are, to prepare, to hold and to read."""
        self._meetings()

    def _meetings(self, at: "MeetingDraft | ToReport | None" = None) -> None:
        from tui.screens.meetings.screen import MeetingsScreen

        self._host.push(MeetingsScreen(self._host.store, at), self._from_meetings)

    def _from_meetings(self, found: "ToReport | str | None") -> None:
        """To the actions, to a report, or to a record."""
        from tui.screens.meetings.meeting_draft import ToReport

        if found == "actions":
            self._host.reload()
            self.actions()
        elif isinstance(found, ToReport):
            self._host.reload()
            self._report(found.kind, found.meeting, back=lambda _: self._meetings(found))
        else:
            self._looked_back(found)

    def report(self) -> None:
        """What people send on: of the organisation that is read, or of all."""
        page = self._host.browser.pages.page
        if page is not None and page.record.startswith("organisations/"):
            self._report("party", party=page.record)
        else:
            self._report("list")

    def _report(
        self, kind: str, meeting: str = "", party: str = "",
        back: Callable[[object], None] = lambda _: None,
    ) -> None:  # fmt: skip
        from tui.screens.reports.screen import ReportScreen

        self._host.push(ReportScreen(self._host.store, kind, meeting, party), back)

    def watch(self, meeting: str) -> None:
        """Follow a meeting that runs elsewhere."""
        from tui.screens.meetings.watch_screen import WatchScreen

        self._host.push(WatchScreen(self._host.store, meeting), self._looked_back)

    def actions(self) -> None:
        """What people are to do."""
        from tui.screens.actions.screen import ActionsScreen

        self._host.push(ActionsScreen(self._host.store), self._looked_back)

    # exchange

    def exchange(self) -> None:
        """Exchange folders, who sent what, and what was set apart."""
        from tui.screens.exchange.screen import ExchangeScreen

        host = self._host
        found = ExchangeScreen(host.store, host.problems.wrong or 0, host.folders.found)
        host.push(found, self._from_exchange)
        host.folders.look()

    def _from_exchange(self, found: "ToSync | None") -> None:
        """To syncing with a folder, or only from what was tried again."""
        self._host.reload()
        if found is not None:
            self._files.sync_with(found.place, back_to="exchange")

    def brought(self) -> None:
        """What came in last, and what became of what people said."""
        from tui.screens.exchange.brought_screen import BroughtScreen

        if self.last_import is not None:
            self._host.push(BroughtScreen(self._host.store, self.last_import))
