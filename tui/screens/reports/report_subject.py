"""Of which meeting or organisation a report is."""

from storage.errors import Refused
from storage.views.meeting import MeetingFacts
from tui.locale import say
from tui.reports.kinds.report_heads import arrangement_called
from tui.reports.report import ReportRequest, of_what
from tui.reports.report_file import profile_of
from tui.store import Store
from tui.user.textfile import file_name_of


class ReportSubject:
    """``meeting`` and ``party`` are ids of what was asked for, empty where nothing was."""

    def __init__(self, store: Store, meeting: str, party: str) -> None:
        self._store = store
        self._meeting = meeting
        self.party = party

    def request(self, kind: str, profile: str) -> ReportRequest:
        """What is asked of a kind; refused where it is of something that is not there."""
        profile = profile_of(profile)
        if of_what(kind) == "meetings":
            return ReportRequest(self.meeting_of(kind).id, profile)
        if kind == "party" and not self.party:
            raise Refused("no_party_chosen")
        return ReportRequest(self.party if of_what(kind) else "", profile)

    def meeting_of(self, kind: str) -> MeetingFacts:
        """The one that was asked for, else that runs; else the last that was held, for an agenda
        the first that is planned and has one."""
        if self._meeting:
            return self._store.meetings.agenda(self._meeting).meeting
        every = self._store.meetings.all()
        for one in every:
            if one.phase == "running":
                return one
        if kind == "minutes":
            found = [one for one in every if one.phase == "closed"]
        else:
            planned = [one for one in reversed(every) if one.phase == "planned"]
            found = [one for one in planned if self._store.meetings.agenda(one.id).points]
        if not found:
            raise Refused("no_meeting_now")
        return found[0]

    def file_name(self, kind: str) -> str:
        """A name that tells of what a report is, and of which day."""
        of, day = arrangement_called(self._store), self._store.today.isoformat()
        if of_what(kind) == "meetings":
            meeting = self.meeting_of(kind)
            of, day = meeting.title or of, meeting.date or day
        elif of_what(kind) and self.party:
            of = self._store.title(self.party)[1]
        return file_name_of(f"{say(f'report.{kind}')}-{of}-{day}")
