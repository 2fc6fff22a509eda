"""A form of a record that others may change while it is open."""

from collections.abc import Sequence

from tui.base.guard import guarded
from tui.commands import keymap
from tui.draw.spans import cut
from tui.forms.model.answer import Answer
from tui.forms.model.form_state import FormState
from tui.forms.model.record_answers import FormBuilder
from tui.forms.model.watched_record import LIFE, WatchedRecord, other_change
from tui.forms.parts.fill_form import FillForm
from tui.forms.parts.form import FormTitle
from tui.forms.parts.side_lines import sides_of
from tui.locale import say
from tui.user.drafts import Drafts, Saw
from tui.widgets.footer import KeyHint
from tui.words.record_words import person

TAKE = "f7"


class Watching(FillForm):
    """What others change shows at once where nothing was typed; where something was, it is said
    at that line before anything is saved. Saving then makes a conflict, and overwrites nothing;
    one that is there stays.

    ``watched`` is None for a new record.
    """

    def __init__(
        self,
        title: FormTitle,
        state: FormState,
        drafts: Drafts,
        about: str,
        watched: WatchedRecord | None,
    ) -> None:
        super().__init__(title, state, drafts, about)
        self.watched = watched
        self.keys = {**self.keys, TAKE: self.take}
        self.asked.decide = self.decide
        self._tell_besides()

    def fresh(self) -> FormState:
        """The state as it would be opened now."""
        raise NotImplementedError

    def saw(self) -> Saw:
        if self.watched is None:
            return {}
        return self.watched.saw([one for one in self.watched.seen if self.state.touches(one)])

    @guarded
    def elsewhere(self) -> None:
        self.look_again()

    def look_again(self) -> bool:
        """Show what others changed; whether there is something to be read before saving."""
        watched = self.watched
        news = watched.news() if watched else []
        if watched is None or not news:
            return False
        self.asked.sync()
        fresh, asked = self.fresh(), None
        for one in news:
            mine = self.state.touches(one.field)
            line = self.state.line_of(one.field)
            before = (self.state.record or {}).get(one.field)
            told = other_change(one, before, line or fresh.line_of(one.field), mine=mine)
            if one.field == LIFE:
                self.warn(told)
            if mine or one.field == LIFE:
                watched.tell(one)
            else:
                watched.adopt(one)
                self.state.renew(one.field.partition("/")[0], fresh)
                line = self.state.line_of(one.field)
            if line is not None:
                line.told, line.urgent = told, mine
                asked = asked or (line if mine else None)
        self._tell_besides()
        self.show(asked or self.answer)
        return asked is not None

    def _tell_besides(self) -> None:
        """Let each line in conflict know what stands there, unless someone chose here."""
        for answer in self.state.answers:
            answer.conflicts = ()
        for conflict in self.watched.conflicts if self.watched else ():
            line = self.state.line_of(conflict.field)
            if line is not None and conflict.field not in self.state.settled:
                line.conflicts = (*line.conflicts, conflict)

    def decide(self, number: int) -> None:
        """Choose one of the values of the line that is asked, by its number; the last one is a
        value of one's own. Saving settles it then."""
        if self.watched is None:
            return
        answer, sides = self.answer, sides_of(self.answer)
        chosen = sides[number - 1] if number <= len(sides) else None
        settled = (chosen.conflict,) if chosen else answer.conflicts
        for conflict in settled:
            value = chosen.claim.value if chosen else conflict.claims[0].value
            if chosen or not answer.changed:
                self.state.settle(conflict.field, value, self._with(conflict.field, value))
            else:
                self.state.settled.add(conflict.field)
            self.watched.settle(conflict.field)
        answer.conflicts = tuple(one for one in answer.conflicts if one not in settled)
        answer.settled = True
        self.go(self.index)

    def _decisions(self) -> list[KeyHint]:
        sides = sides_of(self.answer)
        takes = [
            KeyHint(str(n), say("form.take_of", who=cut(person(one.claim.author), 14)))
            for n, one in enumerate(sides, 1)
        ]
        return [
            *takes,
            KeyHint(str(len(sides) + 1), say("form.own_value")),
            KeyHint(say("key.down"), say("form.leave_both")),
            KeyHint(say("key.enter"), say("command.save")),
            KeyHint(say("key.escape"), say("form.leave")),
        ]

    def _with(self, field: str, value: object) -> FormState:
        """The form as it would be opened if this stood in a field."""
        if "/" in field:
            return self.state
        held = {**(self.state.record or {}), field: value}
        assert self.watched is not None
        groups = FormBuilder(self.watched.store, self.state.type, held).groups()
        return FormState(self.state.type, groups, held)

    def again(self) -> None:
        if self.watched is not None:
            self.watched.unsettle()
        super().again()
        self._tell_besides()
        self.show(self.answer)

    def show(self, answer: Answer) -> None:
        """Draw all lines anew, and ask this one; what is being typed is left alone."""
        self.index = self.state.answers.index(answer)
        if self.asked.answer is answer:
            self.draw()
            self.asked.update_around()
        else:
            self.go(self.index)

    def take(self) -> None:
        """Take what someone else said meanwhile of the field that is asked."""
        field = self.answer.field
        if self.watched is not None and self.watched.told(field):
            self.watched.take(field)
            self.state.renew(field, self.fresh(), whole=True)
            self.go(self.index)

    def hints(self) -> Sequence[KeyHint]:
        if self.answer.undecided:
            return self._decisions()
        found = [*super().hints()]
        theirs = self.watched is not None and self.watched.told(self.answer.field)
        if theirs and not self.asked.open:
            found.insert(0, KeyHint(keymap.shown_key(TAKE), say("form.take_theirs")))
        return found
