"""Sync with an exchange folder: choose it, see what would come and go, and then Enter does it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from storage.errors import Refused
from storage.exchange.folder_root import root_of
from storage.progress import Watch
from storage.views.exchange_folders import Synced
from storage.views.import_preview import Preview
from tui.forms.files.file_form import CHOOSE, FileForm
from tui.forms.files.file_preview import waiting_told
from tui.forms.files.sync_preview import (
    KINDS,
    LookedInto,
    SyncChoice,
    ended_lines,
    other_kind,
    sync_lines,
)
from tui.forms.form_messages import Closed, Done
from tui.locale import say
from tui.rows.file_rows import FilePlaceRow, HereRow
from tui.rows.row import Row
from tui.store import Store
from tui.user.state import ScreenState
from tui.widgets.footer import KeyHint
from tui.widgets.widget_messages import Hinted
from tui.words.contents.readership import INTERNAL
from tui.words.contents.sync_result import synced_told, warnings
from tui.words.leaving import profile_name

SEEN, ENDED = "seen", "ended"


class SyncForm(FileForm):
    """A folder that is given is shown at once. What could not be read or written stays on the
    screen until it was read; else a toast says how it went."""

    command = "sync"
    asking, finding = "waits.folder", "waits.find"
    endings = ()

    def __init__(
        self, store: Store, habits: ScreenState, place: Path | None = None, back_to: str = ""
    ) -> None:
        super().__init__(store, habits)
        self.back_to = back_to
        self.given = place is not None
        self.file = place or self.file
        self.stage = SEEN if self.given else CHOOSE
        self.profile = KINDS[0]
        self.elsewhere_chosen = False
        """Whether another program chose meanwhile for whom the folder is."""
        self.asked = False
        """Whether it was said who reads there, and asked once more whether own notes may go."""
        self.into: LookedInto | None = None
        self.synced: Synced | None = None

    @property
    def seen(self) -> Preview | None:
        return self.into.found.preview if self.into is not None else None

    def on_mount(self) -> None:
        if self.given:
            self.call_later(self.look_into, self.file)

    # choosing

    def choices(self) -> list[Row]:
        return [FilePlaceRow(place) for place in self.places]

    def inside(self) -> list[Row]:
        """First the folder itself: one in which others exchange has folders of its own."""
        here = self.folder
        return [*([HereRow(here)] if here is not None else []), *super().inside()]

    def choose(self) -> None:
        place = self.place if self.choosing else None
        if place is not None and not self.busy:
            self.enter(place.folder)
        else:
            super().choose()

    # what it does

    def look_into(self, path: Path) -> None:
        self.file = path

        def look(watch: Watch) -> LookedInto:
            root = root_of(path)
            place = root or path
            found = self.store.exchange.look_into(place, watch)
            shares = {one: self.store.shares(one) for one in KINDS}
            return LookedInto(place, path if root else None, found, shares)

        self.work("preview", look)

    def go_on(self) -> None:
        if self.stage == ENDED:
            self.action_leave()
        elif self.into is None or self._chosen_elsewhere():
            self.elsewhere_chosen = self.into is not None
            self.look_into(self.file)
        elif self._asks:
            self.asked = True
            self.redraw()
            self.post_message(Hinted())
        else:
            place, profile = self.file, self.profile
            self.work("sync", lambda watch: self._synced(place, profile, watch))

    @property
    def _asks(self) -> bool:
        """Whether own notes would go where they did not go before, and nobody was asked yet."""
        before = self.into.found.profile if self.into else None
        return self.profile == INTERNAL != before and not self.asked

    def _chosen_elsewhere(self) -> bool:
        """Whether another program chose for whom the folder is since it was looked into."""
        now = {one.place: (one.profile, one.was) for one in self.store.exchange.folders()}.get(
            self.file
        )
        seen = self.into.found if self.into else None
        return seen is not None and now not in (None, (seen.profile, seen.was))

    def _synced(self, place: Path, profile: str, watch: Watch) -> Synced:
        """Sync; where something is erased at once, once more: then the folder has it no longer."""
        done = self.store.exchange.sync(place, profile, watch)
        waiting = self.confirm(done.erasures)
        if len(waiting) < len(done.erasures):
            self.store.exchange.sync(place, profile, watch)
        return replace(done, erasures=waiting)

    def refused(self, name: str, refused: Refused) -> None:
        if name == "preview" and not self.given:
            self.go(CHOOSE)
        self.refuse(refused)

    def finished(self, name: str, result: object) -> None:
        if isinstance(result, LookedInto):
            self.into, self.confirms, self.asked = result, False, False
            self.file, self.profile = result.place, result.found.profile
            self.redraw()
            self.go(SEEN)
        elif isinstance(result, Synced) and warnings(result):
            self.synced = result
            self.draw(lambda width: ended_lines(result, width))
            self.go(ENDED)
        elif isinstance(result, Synced):
            self._done(result)

    def _done(self, done: Synced) -> None:
        """Close, with what came in, told as it was shown before."""
        brought = None
        if self.into is not None and done.new_acts:
            seen = self.into.found.preview
            brought = seen._replace(
                new_acts=done.new_acts,
                senders=done.senders,
                gone=done.gone,
                follows=done.follows.beside(seen.follows.problems),
            )
        self.post_message(
            Done(synced_told(done, waiting_told(done.erasures)), undoable=False, brought=brought)
        )

    def redraw(self) -> None:
        into, colour = self.into, not self.app.no_color
        if into is not None:
            choice = SyncChoice(
                self.profile,
                changed=self.elsewhere_chosen,
                asked=self.asked,
                confirms=self.confirms,
            )
            self.draw(lambda width: sync_lines(into, choice, width, colour=colour))

    # keys

    def action_complete(self) -> None:
        if self.choosing:
            super().action_complete()
        elif self.stage == SEEN and self.into is not None and not self.busy:
            self.profile, self.asked = other_kind(self.profile), False
            self.redraw()
            self.post_message(Hinted())

    def action_leave(self) -> None:
        if self.busy or self.choosing:
            super().action_leave()
        elif self.synced is not None:
            self._done(self.synced)
        elif self.given:
            self.post_message(Closed())
        else:
            self.into = None
            self.go(CHOOSE)

    def explanation(self) -> str:
        if self.stage == ENDED:
            return say("synced.not_all")
        return say("file.hint_sync" if self.choosing else "file.nothing_yet_sync")

    def more_hints(self) -> Sequence[KeyHint]:
        enter = say("key.enter")
        if self.stage == ENDED:
            return [KeyHint(enter, say("command.go_on"))]
        if self.into is None:
            return [KeyHint(enter, say("command.again"))]
        return [
            KeyHint(say("key.tab"), profile_name(other_kind(self.profile))),
            KeyHint(enter, say("command.sync")),
        ]

    @property
    def other_choice(self) -> str:
        return "leave" if self.given else "other_folder"
