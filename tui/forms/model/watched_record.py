"""A record that is being changed in a form: what was seen of it, and what others said since."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from storage.views.change import FieldSeen
from storage.views.disagreement import Claim, Conflict
from tui.draw.spans import clean, cut
from tui.forms.model.answer import Answer
from tui.forms.model.choice_answers import One
from tui.forms.model.set_answer import Several
from tui.locale import say
from tui.store import Store
from tui.user.drafts import Saw
from tui.words import dates
from tui.words.record_words import person
from tui.words.values import NO_NAMES, in_words

if TYPE_CHECKING:
    from storage.queries.history.meanwhile import Meanwhile

LIFE = "life"
LONGEST = 80  # cells of a value in a sentence


class WatchedRecord:
    """What is said of the record stands on what was seen of it here, whatever others say.

    ``saw`` is what the form of a draft had seen of the fields that were changed in it.
    """

    def __init__(self, store: Store, record: str, saw: Saw) -> None:

        self.store = store
        self.record = record
        self.seen: dict[str, FieldSeen] = store.log.seen(record)
        for field, (parents, heads) in saw.items():
            self.seen[field] = FieldSeen(tuple(parents), tuple(heads))
        self._told: dict[str, FieldSeen] = {}
        self._settled: dict[str, FieldSeen] = {}

    def news(self) -> "list[Meanwhile]":
        """What others changed and is not told yet."""
        found = self.store.log.meanwhile(self.record, self.seen)
        return [one for one in found if self._told.get(one.field) != one.now]

    def tell(self, one: "Meanwhile") -> None:
        """This is told; what is said in the form stands on what was seen all the same."""
        self._told[one.field] = one.now

    def adopt(self, one: "Meanwhile") -> None:
        """What the form shows is this from now on."""
        self.seen[one.field] = one.now

    def told(self, field: str) -> bool:
        """Whether it was told that others changed a field, or elements of a set."""
        return any(one.partition("/")[0] == field for one in self._told)

    def take(self, field: str) -> None:
        """What others said of a field, or of the elements of a set, is taken over."""
        for one in self.store.log.meanwhile(self.record, self.seen):
            if one.field.partition("/")[0] == field:
                self.adopt(one)
                self._told.pop(one.field, None)

    @property
    def conflicts(self) -> list[Conflict]:
        """The fields on which several values stand; what is said of them here settles nothing."""
        return [one for one in self.store.conflicts(self.record) if one.field != LIFE]

    def settle(self, field: str) -> None:
        """What is said of this field here settles its conflict: it stands on every value."""
        self._settled[field] = self.store.log.all_said(self.record, field)

    def unsettle(self) -> None:
        """Nothing was settled after all."""
        self._settled.clear()

    @property
    def stands_on(self) -> dict[str, FieldSeen]:
        """What is said here stands on this."""
        return {**self.seen, **self._settled}

    def saw(self, fields: Iterable[str]) -> Saw:
        """What was seen of these fields, to go with a draft."""
        return {
            field: [list(self.seen[field].parents), list(self.seen[field].heads)]
            for field in fields
            if field in self.seen
        }


def other_change(one: "Meanwhile", before: object, line: Answer | None, *, mine: bool) -> str:
    """What someone else did with a field that stands on this line, and where something was typed
    there too, what saving does then."""
    who = clean(one.who) if one.who else say("history.someone")
    if one.field == LIFE:
        return say("meanwhile.deleted" if is_deleted(one) else "meanwhile.restored", who=who)
    if isinstance(line, Several):
        name = line.name(one.field.partition("/")[2])
        return say("meanwhile.put_in" if one.value else "meanwhile.taken_out", who=who, name=name)
    old, now = (_words(one.field, value, line) for value in (before, one.value))
    told = say("meanwhile.changed" if old != now else "meanwhile.is_now", who=who, old=old, now=now)
    return f"{told} {say('meanwhile.mine')}" if mine else told


def claimed(conflict: Conflict, claim: Claim, line: Answer | None) -> str:
    """One of the values of a field in conflict, in words."""
    if isinstance(line, Several):
        name = line.name(conflict.field.partition("/")[2])
        return say("conflict.with" if claim.value else "conflict.without", name=name)
    return clean(_in_line(conflict.field, claim.value, line, conflict.names))


def besides(conflict: Conflict, line: Answer | None) -> str:
    """What stands in a field in conflict besides the value that shows, by whom and since when."""
    others = []
    for claim in conflict.claims[1:]:
        value = cut(claimed(conflict, claim, line), LONGEST)
        who = person(claim.author)
        others.append(say("conflict.other", value=value, who=who, day=dates.day_whole(claim.when)))
    return say("conflict.besides", others="; ".join(others))


def is_deleted(one: "Meanwhile") -> bool:
    """Whether the record was deleted."""
    return (one.field, one.value) == (LIFE, "deleted")


def _words(
    field: str, value: object, line: Answer | None, names: Mapping[str, str] = NO_NAMES
) -> str:
    return cut(clean(_in_line(field, value, line, names)), LONGEST)


def _in_line(field: str, value: object, line: Answer | None, names: Mapping[str, str]) -> str:
    named = line.source.name(value) if isinstance(line, One) and isinstance(value, str) else None
    return named or in_words(field, value, names)
