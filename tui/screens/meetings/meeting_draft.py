"""What a draft of something typed in a meeting is about, going on there; and a report of one."""

from collections.abc import Callable
from typing import NamedTuple

from storage.views.meeting import MeetingFacts, Point
from tui.base.asked_steps import AskedSteps, Steps
from tui.base.base_screen import BaseScreen
from tui.screens.meetings.lines import title_of_point
from tui.user.drafts import IN_MEETING
from tui.words.contents.agenda_contents import meeting_title

NOWHERE = "-"  # in the place of a meeting that is not made yet, or of a point


class MeetingDraft(NamedTuple):
    """The command that asked, at a point of a meeting; both ids, "" for none."""

    meeting: str
    item: str
    command: str

    @property
    def about(self) -> str:
        """The same as a draft names it."""
        return " ".join((IN_MEETING, self.meeting or NOWHERE, self.item or NOWHERE, self.command))


class ToReport(NamedTuple):
    """A report of a meeting that is asked for, and where one comes back from it: to the screen of
    the meeting where it was ``opened``, else to the list."""

    kind: str
    meeting: str
    opened: bool = True


def read_draft(about: str) -> MeetingDraft | None:
    """What a draft is about; None for one that was not typed in a meeting."""
    match about.split(" "):
        case [kind, meeting, item, command] if kind == IN_MEETING:
            none = {NOWHERE: ""}
            return MeetingDraft(none.get(meeting, meeting), none.get(item, item), command)
    return None


def ask(
    host: BaseScreen,
    command: str,
    steps: Callable[[], Steps],
    meeting: MeetingFacts | None = None,
    point: Point | None = None,
    *,
    item: str = "",
) -> None:
    """Ask the questions of a command at a point of a meeting, or at an ``item`` of its own."""
    at = item or (point.id if point else "")
    draft = MeetingDraft(meeting.id if meeting else "", at, command)
    found = host.command(command)
    called = [
        meeting_title(meeting) if meeting else "",
        title_of_point(point) if point else "",
        found.title() if found else "",
    ]
    AskedSteps(host, steps, draft.about, ": ".join(filter(None, called))).begin()
