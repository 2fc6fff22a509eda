"""All answers of one form together, and what they change."""

from collections.abc import Sequence
from typing import Any

from storage.records.record_json import Json
from storage.views.change import Change
from tui.forms.model.answer import Answer
from tui.forms.model.named_records import NamedRecords
from tui.forms.model.set_answer import Several
from tui.forms.model.term_phrase import UNREAD
from tui.forms.model.watched_record import WatchedRecord
from tui.words.line_keys import field_of_key

WHY, OWN = "why", "own"
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
        answer = self.line(WHY)
        return (answer.text.strip() or None) if answer else None

    def line(self, key: str) -> Answer | None:
        """The line with this key, if the form has it."""
        return self._by_key.get(key)

    def line_to_begin(self, line: str, value: str = "") -> Answer | None:
        """Which to ask first: the one with this key, else one of this field, if there is any; of
        those that are sets the one in which ``value`` stands."""
        of_field = [one for one in self.answers if line and one.field == field_of_key(line)]
        exact = [one for one in of_field if one.key == line]
        held = [one for one in of_field if isinstance(one, Several) and one.has(value)]
        return next(iter((*exact, *held, *of_field)), None)

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
            elif (answer.changed or answer.filled) and is_value(answer):
                found[answer.field] = self.value(answer.field)
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
        return element in line.elements if isinstance(line, Several) else self.value(field)

    def value(self, field: str) -> object:
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


def is_value(answer: Answer) -> bool:
    """Whether an answer is a whole value of the record, or a part of one."""
    return not isinstance(answer, Several) and answer.key not in BESIDE
