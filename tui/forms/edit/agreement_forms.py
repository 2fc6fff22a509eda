"""Small forms of some fields of an agreement, for one or for several: trekker, termijn, places."""

from collections.abc import Sequence
from typing import ClassVar

from storage.errors import Refused
from storage.records.record_json import Json
from storage.views.change import Change
from tui.commands import keymap
from tui.draw.spans import clean, cut
from tui.forms.change_maker import make
from tui.forms.form_messages import Closed
from tui.forms.model.answer import Answer
from tui.forms.model.choice_sources import Records
from tui.forms.model.element_parts import AskedPart
from tui.forms.model.form_state import WHY, FormState
from tui.forms.model.named_change import NamedChange, Subject
from tui.forms.model.record_answers import FormBuilder
from tui.forms.model.set_answer import Several
from tui.forms.model.watched_record import WatchedRecord
from tui.forms.parts.form import FormTitle
from tui.forms.parts.watching_form import Watching
from tui.locale import say
from tui.store import Store
from tui.user.drafts import Drafts

LEAD = "parties/lead"
LONGEST = 40


class LinesForm(Watching):
    """Some lines of the form of an agreement. Of one they say what stands there, of several they
    are empty; what is typed comes in the place of what each of them says."""

    command: ClassVar[str]

    def __init__(self, store: Store, about: Subject, drafts: Drafts) -> None:
        self.store = store
        self.of = about
        name = f"{self.command} {about.name}"
        # first what is seen, then what is shown: so nothing shows on which an act does not stand
        record = about.records[0]
        watched = None if about.several else WatchedRecord(store, record, drafts.saw(name))
        heading = FormTitle(
            keymap.letter(self.command),
            say(f"{self.command}_form.title", title=about.title),
            about.code,
        )
        super().__init__(heading, self.fresh(), drafts, name, watched)

    def fresh(self) -> FormState:
        held = None if self.of.several else self.store.record(self.of.records[0])
        self.maker = FormBuilder(self.store, "agreements", held)
        reason = Answer(WHY, say("form.why"), hint=say("form.may_be_empty"))
        lines = self.lines(held)
        for one in lines:
            one.quick = True
        return FormState("agreements", [lines, [reason]], held, self.maker.making)

    def lines(self, held: Json | None) -> list[Answer]:
        """What is asked; ``held`` is the one agreement as it stands."""
        raise NotImplementedError

    def named(self) -> NamedChange:
        """What was filled in, as a change. Raises Refused for what cannot be read."""
        raise NotImplementedError

    def made(self, field: str) -> list[Answer]:
        """The lines that the whole form has for a field."""
        return [
            one for group in self.maker.groups() for one in group if field in (one.key, one.field)
        ]

    def ready(self) -> None:
        if not self.right():
            return
        asked = [one for one in self.state.answers if one.key != WHY]
        if not any(one.changed for one in asked):
            self.drafts.forget(self.about)
            self.post_message(Closed())
            return
        try:
            if self.look_again():
                return
            named = self.named()
            change = named.change._replace(make=self.state.made, reason=self.state.why)
            named = named._replace(change=change)
            message = make(self.store, self.of.records, named, self.watched)
        except Refused as refused:
            self.refuse(refused)
            return
        self.drafts.forget(self.about)
        self.post_message(message)


class LeadForm(LinesForm):
    """Who is trekker, with no others beside them."""

    command = "lead"

    def lines(self, held: Json | None) -> list[Answer]:
        return self.made(LEAD)

    def named(self) -> NamedChange:
        leads = self.state.answers[0]
        assert isinstance(leads, Several)
        tails = tuple(one.partition("/")[2] for one in leads.elements)
        named = cut(clean(", ".join(map(leads.name, leads.elements))), LONGEST)
        named = named or say("value.none")
        change = Change(whole={LEAD: tails})
        label = say("move.lead", name=named)
        return NamedChange("lead", change, label, "toast.lead", {"name": named})


class TermForm(LinesForm):
    """The term as it is said, and how it is read."""

    command = "term"

    def lines(self, held: Json | None) -> list[Answer]:
        return self.made("term")

    def named(self) -> NamedChange:
        change = Change(sets={"term": self.state.changes().get("term")})
        return NamedChange("term", change, say("move.term"), "toast.term")


class PlacesForm(LinesForm):
    """Regions and programmes that come to all, and those that go."""

    command = "edit"

    def lines(self, held: Json | None) -> list[Answer]:
        return [
            self._several(field, goes=goes)
            for field in ("regions", "programmes")
            for goes in (False, True)
        ]

    def _several(self, field: str, *, goes: bool) -> Several:
        label = say(f"places_form.{field}_{'off' if goes else 'on'}")
        part = AskedPart(label, Records(self.store, field))
        return Several(f"{field}.off" if goes else field, label, (), [part])

    def named(self) -> NamedChange:
        sets: dict[str, object] = {}
        names: list[str] = []
        for one in _several(self.state.answers):
            goes = one.key.endswith(".off")
            sets |= {f"{one.field}/{element}": not goes for element in one.elements}
            names += [f"{'-' if goes else '+'} {one.name(element)}" for element in one.elements]
        label = cut(clean(", ".join(names)), LONGEST)
        return NamedChange("edit", Change(sets=sets), label, "toast.places", {"what": label})


def _several(answers: Sequence[Answer]) -> list[Several]:
    return [one for one in answers if isinstance(one, Several)]
