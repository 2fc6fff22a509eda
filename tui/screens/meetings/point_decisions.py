"""What is decided and written down of the point that a meeting looks at."""

from collections.abc import Callable

from storage.views.meeting import Decision
from storage.views.page_elements import Entry
from tui.base.asked_steps import Steps
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.locale import say
from tui.screens.meetings.card_screen import CardScreen
from tui.screens.meetings.lines import title_of_point
from tui.screens.meetings.meeting_draft import ask
from tui.screens.meetings.questions import ask_organisation
from tui.screens.meetings.running_questions import (
    ANEW,
    ask_answer,
    ask_entry,
    ask_otherwise,
    ask_reservation,
)
from tui.words.record_words import short_code


class PointDecisions(CardScreen):
    """A key for each; what is typed is asked over the card."""

    def _ask(self, command: str, steps: Callable[[], Steps]) -> None:
        ask(self, command, steps, self.agenda.meeting, self.point)

    def _did(self, told: str) -> None:
        self.wrote()
        self.show_all()
        self.toast(told, "green", "undo")

    def _decide(self, decision: Decision, *, anyway: bool = False) -> None:
        point = self.point
        if point is not None:
            self.store.meetings.decide(self.meeting, point.id, decision, anyway=anyway)
            told = "reserved" if decision.reservation else decision.outcome
            self._did(say(f"meeting.did_{told}", title=point.title))

    def adopt_one(self) -> None:
        """As was proposed; where something changed since, after a look."""
        point = self.point
        if point is not None and point.proposal is not None and point.proposal.stale:
            self._ask("adopt_one", self._anyway)
        else:
            self._decide(Decision("as_proposed"))

    def _anyway(self) -> Steps:
        options = [PickerOption(one, say(f"meeting.stale_{one}")) for one in ("anyway", "not")]
        chosen = yield ChooseScreen(say("meeting.stale_asked"), options)
        if chosen == "anyway":
            self._decide(Decision("as_proposed"), anyway=True)

    def decide(self, outcome: str) -> None:
        """Held over, only talked about, or withdrawn."""
        self._decide(Decision(outcome))  # type: ignore[arg-type]

    def decide_otherwise(self) -> None:
        """Something else than was proposed."""
        self._ask("decide_otherwise", self._otherwise)

    def _otherwise(self) -> Steps:
        if self.point is not None:
            decision = yield from ask_otherwise(self.store, self.point)
            if decision is not None:
                self._decide(decision)

    def reserve(self) -> None:
        """Adopted, but for one who has to agree yet."""
        self._ask("reserve", self._reserving)

    def _reserving(self) -> Steps:
        point = self.point
        if point is None:
            return
        waits = self.store.meetings.reserved(self.meeting, point)
        if waits is not None:
            meeting, reserved = waits
            answer = yield from ask_answer(reserved, anew=meeting != self.meeting)
            if answer != ANEW:
                self.store.meetings.answer(meeting, reserved.id, answer)
                self._did(say("meeting.answered", title=title_of_point(point)))
                return
        self._decide((yield from ask_reservation(self.store, point)))

    def note_for(self) -> None:
        """Write down who asks that a note be taken."""
        self._ask("note_for", self._noting_for)

    def _noting_for(self) -> Steps:
        who = yield from ask_organisation(self.store, say("meeting.who_asks_note"))
        if self.point is not None:
            self.store.edit(self.point.id, {f"noted_for/{who}": True})
            self._did(say("meeting.noted"))

    def say_of(self, kind: str) -> None:
        """A decision, an action or a note, of this point."""
        self._ask(f"say_{kind}", lambda: self._saying(kind))

    def _saying(self, kind: str) -> Steps:
        entry = yield from ask_entry(self.store, kind)
        if entry is not None and self.point is not None:
            self.store.meetings.note(self.meeting, self.point.id, entry)
            self._did(say("meeting.noted"))

    @property
    def last_action(self) -> Entry | None:
        """The last action of this point."""
        point = self.point
        said = self.store.meetings.card(self.agenda, point).said if point else ()
        return next((one for one in reversed(said) if one.kind == "action"), None)

    def action_to_agreement(self) -> None:
        """Make an agreement of the last action, with this meeting as its source."""
        action, point = self.last_action, self.point
        if action is not None and point is not None:
            made = self.store.meetings.as_agreement(self.meeting, point.id, action.id)
            code = short_code(str(self.store.record(made)["code"]))
            self._did(say("meeting.became_agreement", code=code))
