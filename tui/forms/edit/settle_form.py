"""Another value for a field in conflict, typed with the field's own widgets."""

from collections.abc import Sequence

from storage.records.fields import field_of
from storage.records.ids import type_of
from storage.views.disagreement import Conflict
from tui.commands import keymap
from tui.forms.form_messages import ValueGiven
from tui.forms.model.answer import Answer
from tui.forms.model.form_state import WHY, FormState
from tui.forms.model.record_answers import FormBuilder
from tui.forms.parts.fill_form import FillForm
from tui.forms.parts.form import FormTitle
from tui.locale import say
from tui.store import Store
from tui.user.drafts import Drafts
from tui.widgets.footer import KeyHint
from tui.words.labels import field_name
from tui.words.line_keys import fields_asked
from tui.words.record_words import short_code


def can_type(conflict: Conflict) -> bool:
    """Whether a field has a line in the form of its record; an element of a set, and whether a
    record lives, only know yes and no."""
    described = field_of(conflict.record, conflict.field)
    asked = described is not None and not described.is_set
    return asked and conflict.field in fields_asked(type_of(conflict.record))


class SettleForm(FillForm):
    """It begins with a value that can be changed; Enter settles the conflict with it."""

    def __init__(self, store: Store, conflict: Conflict, begin: object, why: str) -> None:
        self.conflict = conflict
        self.value = begin
        type_ = type_of(conflict.record)
        held = {**store.record(conflict.record), conflict.field: begin}
        made = [answer for group in FormBuilder(store, type_, held).groups() for answer in group]
        answers = [answer for answer in made if answer.field == conflict.field]
        reason = Answer(WHY, say("form.why"), hint=say("form.may_be_empty"))
        reason.text = why
        title = say("conflict.third_title", field=field_name(conflict.field), title=conflict.title)
        heading = FormTitle(keymap.letter("third"), title, short_code(conflict.code or ""))
        super().__init__(heading, FormState(type_, [answers, [reason]], held), Drafts(), "third")

    def ready(self) -> None:
        if self.right():
            value = self.state.changes().get(self.conflict.field, self.value)
            self.post_message(ValueGiven(value, self.state.why))

    def hints(self) -> Sequence[KeyHint]:
        if self.asked.open:
            return self.asked.list.hints()
        return [
            KeyHint(say("key.enter"), say("conflict.settles")),
            KeyHint(say("key.up_down"), say("command.field")),
            KeyHint(say("key.escape"), say("command.back")),
        ]
