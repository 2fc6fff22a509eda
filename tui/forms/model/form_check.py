"""Which lines of a form cannot be kept, and which must still be filled in."""

from collections.abc import Iterator

from storage.errors import Refused
from storage.records.fields import FIELDS
from storage.tables.damage import blocked
from tui.forms.model.answer import Answer
from tui.forms.model.form_state import WHY, FormState, is_value
from tui.locale import say

LACKS = {"evidence_needed": "status", "successor_needed": "related"}


class FormCheck:
    """What is wrong is said at the lines themselves; nothing is changed by looking."""

    def __init__(self, state: FormState) -> None:
        self._state = state

    def line(self, answer: Answer) -> bool:
        """Check what was typed on a line together with what it belongs to."""
        parts = [one for one in self._state.answers if one.field == answer.field]
        settled = [one.settle() for one in parts]
        if all(settled) and answer.changed and is_value(answer):
            self._validate(answer.field, answer)
        return not answer.wrong

    def all(self) -> Answer | None:
        """Check everything that was typed, and what must not be empty; the first that is wrong."""
        answers = self._state.answers
        for answer in {one.field: one for one in answers if one.changed}.values():
            self.line(answer)
        if self._state.record is None:
            for answer in answers:
                if self._required(answer) and not answer.text.strip():
                    answer.refuse(Refused("required", field=answer.key))
        return next((answer for answer in answers if answer.wrong), None)

    def find_needed(self) -> None:
        """Say of each line whether it is empty and must not stay so, as it is filled in now."""
        lacking = [*self._reasons_needed()]
        for answer in self._state.answers:
            answer.needed = answer.empty and (self._required(answer) or answer in lacking)

    def place(self, refused: Refused, asked: Answer | None = None) -> Answer | None:
        """Say why something cannot be at the line that it is about; None where there is none."""
        line = LACKS.get(refused.key, str(refused.details.get("field", "")))
        answer = self._state.line(line) or asked
        if refused.key == "reason_needed":
            answer = self._reason()
        if answer is not None:
            answer.refuse(refused)
            if refused.key in LACKS:
                answer.wrong = say(f"form.{refused.key}")
        return answer

    def _required(self, answer: Answer) -> bool:
        field = FIELDS[self._state.type].get(answer.key)
        return field is not None and field.required

    def _reasons_needed(self) -> Iterator[Answer | None]:
        state = self._state
        for field in FIELDS[state.type].values():
            parts = [one for one in state.answers if one.field == field.name]
            if field.needs and any(one.changed for one in parts):
                try:
                    needs = field.need(state.value(field.name))
                except Refused:
                    continue
                if needs == "reason":
                    yield state.line(f"{field.name}.reason") or state.line(WHY)

    def _reason(self) -> Answer | None:
        """The line of the reason that lacks: a value may have one of its own, the others have
        that of the change."""
        state = self._state
        for field in FIELDS[state.type].values():
            own = state.line(f"{field.name}.reason")
            if own is None or own.text.strip():
                continue
            if field.need(state.value(field.name)) == "reason":
                return own
        return state.line(WHY)

    def _validate(self, field: str, asked: Answer) -> None:
        if field not in FIELDS[self._state.type]:
            return  # asked by a form of its own, and no field of a record
        try:
            from storage.records.validation import checked
        except ImportError as error:
            self.place(blocked(error), asked)
            return
        try:
            checked(f"{self._state.type}/", field, self._state.value(field))
        except Refused as refused:
            self.place(refused, asked)
