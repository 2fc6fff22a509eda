"""All answers of one form together: what they change, and which of them cannot be kept."""

from collections.abc import Iterator, Sequence
from typing import Any

from storage.errors import Refused
from storage.records.fields import FIELDS
from storage.records.record_json import Json
from storage.tables.damage import blocked
from storage.views.change import Change
from tui.forms.model.answer import Answer
from tui.forms.model.named_records import NamedRecords
from tui.forms.model.set_answer import Several
from tui.forms.model.term_phrase import UNREAD
from tui.forms.model.watched_record import WatchedRecord
from tui.locale import say

WHY, OWN = "why", "own"
LACKS = {"evidence_needed": "status", "successor_needed": "related"}
MADE = "made"  # in a draft: the names of records that the form makes
BESIDE = (WHY, OWN)  # asked beside the fields of the record


class FormState:
    """The filled-in form of a record of a type; ``record`` is how it stood, None for a new one.
    ``headings`` say what each group is about."""

    def __init__(
        self,
        type_: str,
        groups: Sequence[list[Answer]],
        record: Json | None,
        making: NamedRecords | None = None,
        headings: Sequence[str] = (),
    ) -> None:
        self.type = type_
        self.groups = groups
        self.headings = headings or [""] * len(groups)
        self.record = record
        self.answers = [answer for group in groups for answer in group]
        self._making = making or NamedRecords()
        self.settled: set[str] = set()
        """The fields in conflict for which a value was chosen here, as acts name them."""
        self._by_key = {answer.key: answer for answer in self.answers}

    @property
    def changed(self) -> bool:
        return bool(self.settled) or any(answer.changed for answer in self.answers)

    @property
    def why(self) -> str | None:
        """The reason of the change."""
        answer = self._by_key.get(WHY)
        return (answer.text.strip() or None) if answer else None

    # drafts

    def draft(self) -> dict[str, Any]:
        """What was typed, by line."""
        if not self.changed:
            return {}
        filled = [one for one in self.answers if isinstance(one, Several) and one.elements]
        kept = filled if self.record is None else []  # a new one began with these
        found = {one.key: one.kept for one in self.answers if one.changed or one in kept}
        return found | ({MADE: self.made} if self.made else {})

    def bring(self, draft: dict[str, Any]) -> None:
        """Bring back what was typed before."""
        made = draft.get(MADE)
        if isinstance(made, dict) and all(isinstance(name, str) for name in made.values()):
            self._making.bring(made)
        for key, state in draft.items():
            answer = self._by_key.get(key)
            if answer is not None and answer.fits(state):
                answer.bring(state)

    def reset(self) -> None:
        """Everything as it stood."""
        self.settled.clear()
        for answer in self.answers:
            answer.reset()

    # checking

    def check(self, answer: Answer) -> bool:
        """Check what was typed on a line together with what it belongs to."""
        parts = [one for one in self.answers if one.field == answer.field]
        settled = [one.settle() for one in parts]
        if all(settled) and answer.changed and _is_value(answer):
            self._validate(answer.field, answer)
        return not answer.wrong

    def check_all(self) -> Answer | None:
        """Check everything that was typed, and what must not be empty; the first that is wrong."""
        for answer in {one.field: one for one in self.answers if one.changed}.values():
            self.check(answer)
        if self.record is None:
            for answer in self.answers:
                field = FIELDS[self.type].get(answer.key)
                if field is not None and field.required and not answer.text.strip():
                    answer.refuse(Refused("required", field=answer.key))
        return self.first_wrong

    def find_needed(self) -> None:
        """Say of each line whether it is empty and must not stay so, as it is filled in now."""
        lacking = [*self._reasons_needed()]
        for answer in self.answers:
            field = FIELDS[self.type].get(answer.key)
            required = field is not None and field.required
            answer.needed = answer.empty and (required or answer in lacking)

    def _reasons_needed(self) -> Iterator[Answer | None]:
        for field in FIELDS[self.type].values():
            parts = [one for one in self.answers if one.field == field.name]
            if field.needs and any(one.changed for one in parts):
                try:
                    needs = field.need(self._value(field.name))
                except Refused:
                    continue
                if needs == "reason":
                    yield self._by_key.get(f"{field.name}.reason") or self._by_key.get(WHY)

    @property
    def first_wrong(self) -> Answer | None:
        return next((answer for answer in self.answers if answer.wrong), None)

    def _validate(self, field: str, asked: Answer) -> None:
        try:
            from storage.records.validation import checked
        except ImportError as error:
            self.place(blocked(error), asked)
            return
        try:
            checked(f"{self.type}/", field, self._value(field))
        except Refused as refused:
            self.place(refused, asked)

    def place(self, refused: Refused, asked: Answer | None = None) -> Answer | None:
        """Say why something cannot be at the line that it is about; None where there is none."""
        line = LACKS.get(refused.key, str(refused.details.get("field", "")))
        answer = self._by_key.get(line) or asked
        if refused.key == "reason_needed":
            answer = self._reason()
        if answer is not None:
            answer.refuse(refused)
            if refused.key in LACKS:
                answer.wrong = say(f"form.{refused.key}")
        return answer

    def _reason(self) -> Answer | None:
        """The line of the reason that lacks: a value may have one of its own, the others have
        that of the change."""
        for field in FIELDS[self.type].values():
            own = self._by_key.get(f"{field.name}.reason")
            if own is None or own.text.strip():
                continue
            if field.need(self._value(field.name)) == "reason":
                return own
        return self._by_key.get(WHY)

    # what others change meanwhile

    def line_of(self, field: str) -> Answer | None:
        """The line that is about a field, as acts name fields; of several one that was changed."""
        found = [
            one for one in self.answers if one.field == field or field.startswith(f"{one.key}/")
        ]
        return next((one for one in found if one.changed), found[0] if found else None)

    def touches(self, field: str) -> bool:
        """Whether a field, as acts name fields, was changed here."""
        answer = self.line_of(field)
        if isinstance(answer, Several):
            return field in answer.changes()
        return answer is not None and (answer.changed or field in self.settled)

    def renew(self, field: str, fresh: "FormState", *, whole: bool = False) -> None:
        """Show a field as it stands in another state of the same record; what was put in or
        taken out of a set here stays so, unless the ``whole`` field is to be as it is there."""
        for group in self.groups:
            for n, answer in enumerate(group):
                if answer.field != field:
                    continue
                there = fresh._by_key[answer.key]
                if not whole and isinstance(answer, Several) and isinstance(there, Several):
                    answer.stands(there.elements)
                else:
                    group[n] = there
        self.answers = [answer for group in self.groups for answer in group]
        self._by_key = {answer.key: answer for answer in self.answers}
        now = (fresh.record or {}).get(field)
        self.record = {**(self.record or {}), field: now}

    # changes

    @property
    def made(self) -> dict[str, str]:
        """The names of the records that are made with this, by id."""
        return self._making.used(id_ for answer in self.answers for id_ in answer.refers)

    def change(self, record: str | None, watched: WatchedRecord | None = None) -> Change:
        """What was filled in, for this record or for a new one, on what was seen of it."""
        return Change(
            records=(record,) if record else (),
            new=None if record else self.type,
            sets=self.changes(),
            make=self.made,
            reason=self.why,
            seen=watched.stands_on if watched else None,
            chosen=frozenset(self.settled),
        )

    def changes(self) -> dict[str, object]:
        """Values by field, as acts name fields. Raises Refused for what cannot be read."""
        found: dict[str, object] = {}
        for answer in self.answers:
            if isinstance(answer, Several):
                found |= answer.changes()
            elif (answer.changed or answer.filled) and _is_value(answer):
                found[answer.field] = self._value(answer.field)
        for field in self.settled - found.keys():
            found[field] = self._value_now(field)
        return found

    def settle(self, field: str, value: object, there: "FormState") -> None:
        """Of a field in conflict this value is chosen, as it stands in the lines of another
        state; what was typed there before gives way."""
        self.settled.add(field)
        element = field.partition("/")[2]
        for answer in self.answers:
            if isinstance(answer, Several):
                if field.startswith(f"{answer.key}/"):
                    answer.hold(element, held=value is True)
            elif answer.field == field:
                answer.bring(there._by_key[answer.key].state)
                answer.wrong = ""

    def _value_now(self, field: str) -> object:
        element, line = field.partition("/")[2], self.line_of(field)
        return element in line.elements if isinstance(line, Several) else self._value(field)

    def _value(self, field: str) -> object:
        """The value of a field; an object with the keys that were changed, and the others as
        they stood."""
        parts = [answer for answer in self.answers if answer.field == field]
        if parts[0].key == field:
            return parts[0].read()
        held = (self.record or {}).get(field)
        whole = dict(held) if isinstance(held, dict) else {}
        known = {part.key.partition(".")[2]: part for part in parts}
        changed = {key: part for key, part in known.items() if part.changed}
        if field == "term" and "phrase" in changed:  # what was read into them goes with the words
            changed |= {key: known[key] for key in UNREAD if key in known}
        for key, part in changed.items():
            whole[key] = part.read()
        kept = {key: value for key, value in whole.items() if value is not None}
        return kept or None


def _is_value(answer: Answer) -> bool:
    """Whether an answer is a whole value of the record, or a part of one."""
    return not isinstance(answer, Several) and answer.key not in BESIDE
