"""What the screens of one meeting share: it can go, or get another phase, while they show it."""

from storage.errors import Refused
from tui.base.base_screen import BaseScreen
from tui.locale import say
from tui.screens.meetings.meeting_draft import ToReport
from tui.store import Store
from tui.words.act_words import describe

GONE = ("deleted", "no_meeting")


class MeetingScreen(BaseScreen):
    """Shows a meeting in one phase; gives it once that is another, None once it is gone, or the
    report that is asked for."""

    PHASE = "running"

    def __init__(self, store: Store, meeting: str) -> None:
        super().__init__()
        self.store = store
        self.meeting = meeting

    def show_all(self) -> None:
        """Show the meeting as it stands now. Raises Refused."""
        raise NotImplementedError

    def refreshed(self) -> None:
        try:
            self.show_all()
        except Refused as refused:
            self._cannot_show(refused)

    def come_back(self, found: ToReport | str | None) -> None:
        """Back from a screen over this one; a report that is asked for there is passed on."""
        if isinstance(found, ToReport):
            self.dismiss(found)
        else:
            self._stays()

    def undo(self) -> None:
        """Take back the last thing that was done; the phase can go with it."""
        undone = describe(self.store.undo())
        self.wrote()
        if self._stays():
            self.toast(say("meeting.taken_back", what=undone), "green", "undo")

    def _stays(self) -> bool:
        """Show the meeting where it is still in the phase of this screen, else leave; whether it
        stays."""
        try:
            if self.store.meetings.agenda(self.meeting).meeting.phase == self.PHASE:
                self.show_all()
                return True
            self.dismiss(self.meeting)
        except Refused as refused:
            self._cannot_show(refused)
        return False

    def _cannot_show(self, refused: Refused) -> None:
        """Leave where the meeting was deleted meanwhile; say it where the file is only busy."""
        if refused.key in GONE:
            self.dismiss(None)
            self.app.call_later(self._tell_gone)
        else:
            self.refuse(refused)

    def _tell_gone(self) -> None:
        """On the screen that is there now."""
        if isinstance(self.app.screen, BaseScreen):
            self.app.screen.toast(say("meeting.gone"), "amber")
