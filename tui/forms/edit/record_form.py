"""The form of any record: a new one, or one that is changed."""

from collections.abc import Mapping, Sequence

from storage.errors import Refused
from storage.records.record_json import Json
from tui.commands import keymap
from tui.forms.form_messages import Closed, Done
from tui.forms.model.answer import Answer
from tui.forms.model.form_fields import belongs
from tui.forms.model.form_state import WHY, FormState
from tui.forms.model.named_records import NamedRecords
from tui.forms.model.record_answers import FormBuilder
from tui.forms.model.set_answer import Several
from tui.forms.model.watched_record import WatchedRecord
from tui.forms.parts.form import FormTitle
from tui.forms.parts.watching_form import Watching
from tui.locale import say
from tui.store import Store
from tui.user.drafts import Drafts
from tui.words.called import short_name_of
from tui.words.labels import label_of
from tui.words.record_words import short_code


class RecordForm(Watching):
    """Every field that a person fills in; only what was changed is written, in one act.

    ``record`` is the id, None for a new one of the type; ``filled`` holds what a new one begins
    with, by line: values, and of a set one element; ``made_of`` tells its drafts apart from those
    of others. With ``only`` no more than that field is asked.
    """

    def __init__(
        self,
        store: Store,
        type_: str,
        record: str | None = None,
        *,
        drafts: Drafts,
        filled: Mapping[str, object] | None = None,
        made_of: str = "",
        only: str = "",
    ) -> None:
        self.store = store
        self.record = record
        about = record or " ".join(("new", type_, made_of)).strip()
        saw = f"{only} of {about}" if only else about
        # first what is seen, then what is shown: so nothing shows on which an act does not stand
        watched = WatchedRecord(store, record, drafts.saw(saw)) if record else None
        held = store.record(record) if record else None
        self.only = only
        self.making = NamedRecords()  # whatever state of the form: what was to be made stays known
        state = self._state(type_, held)
        for answer in state.answers:
            if filled and answer.key in filled:
                answer.begin_with(filled[answer.key])
        called = label_of(only, type_, held.get("kind") if held else "") if only else ""
        title = _title(type_, held, called)
        self.folds = not only
        super().__init__(title, state, drafts, saw, watched)

    def fresh(self) -> FormState:
        held = self.store.record(self.record) if self.record else None
        return self._state(self.state.type, held)

    def _state(self, type_: str, held: Json | None) -> FormState:
        maker = FormBuilder(self.store, type_, held, self.making)
        groups, headings = maker.groups(), maker.headings
        reason = Answer(WHY, say("form.why"), hint=say("form.may_be_empty"))
        if self.only:
            headings = []
            groups = [[one for one in group if belongs(one, self.only)] for group in groups]
            groups = [group for group in groups if group]
            for answer in (one for group in groups for one in group):
                answer.quick = not isinstance(answer, Several)  # to a set one adds
            return FormState(type_, [*groups, [reason]], held, self.making)
        if held is not None:
            groups = [filled_first(group) for group in groups]
        why = say("form.group_why")
        if headings[-1] == why:
            groups[-1].append(reason)
        else:
            groups.append([reason])
            headings.append(why)
        return FormState(type_, groups, held, self.making, headings)

    def ready(self) -> None:
        if not self.right():
            return
        if not self.state.changed:
            self._nothing()
            return
        try:
            self._save()
        except Refused as refused:
            self.refuse(refused)

    def _nothing(self) -> None:
        if self.record is None:
            self.answer.wrong = say("form.empty")
            self.asked.update()
            return
        self.drafts.forget(self.about)
        self.post_message(Closed())

    def _save(self) -> None:
        if self.look_again():
            return
        added = self.store.apply(self.state.change(self.record, self.watched)).added
        if self.record is None:
            done = Done(
                say("toast.added", name=short_name_of(self.store, added[0])), record=added[0]
            )
        else:
            done = Done(say("toast.edited", code=short_name_of(self.store, self.record)))
        self.drafts.forget(self.about)
        self.post_message(done)


def filled_first(group: Sequence[Answer]) -> list[Answer]:
    """The lines of a group with the empty ones last; what is one value stays together."""
    filled = {_of_one(one) for one in group if not one.empty}
    return sorted(group, key=lambda one: _of_one(one) not in filled)


def _of_one(answer: Answer) -> str:
    return answer.key if isinstance(answer, Several) else answer.field


def _title(type_: str, held: Json | None, label: str) -> FormTitle:
    if held is None:
        return FormTitle(keymap.letter("add"), say(f"new.{type_}"))
    name = next((held[key] for key in ("title", "name", "abbreviation") if held.get(key)), "")
    name = name or say(f"type.{type_}")
    told = say("edit_form.title", title=name)
    if label:
        told = say("field_form.title", label=label.lower(), title=name)
    code = held.get("code")
    return FormTitle(
        keymap.letter("edit_field" if label else "edit"),
        told,
        short_code(code) if isinstance(code, str) else "",
    )
