"""A conflict: the values side by side, equal, and a key to choose."""

from collections.abc import Sequence
from itertools import chain

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.errors import Refused
from storage.records.fields import field_of
from storage.views.disagreement import Conflict
from storage.views.page_content import Reading
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.draw.spans import clean, ink, quiet, row
from tui.forms.edit.settle_form import ThirdForm, can_type
from tui.forms.parts.form import Form, Label
from tui.locale import refusal, say, say_count
from tui.messages import Closed, Settled
from tui.pages import heading, page_lines
from tui.pages.conflict_lines import (
    Seen,
    about_lines,
    after_lines,
    alike_lines,
    as_text,
    before_lines,
    claim_head,
    claim_lines,
    contest_lines,
    story_lines,
)
from tui.screens.conflict.commands import CONFLICT
from tui.store import Store
from tui.widgets.footer import Hint
from tui.widgets.header import Header
from tui.widgets.line_pane import Lines
from tui.widgets.safe_inputs import Field
from tui.words.act_words import describe
from tui.words.alike import Alike, alike
from tui.words.contents.labels import field_name
from tui.words.contents.story_sentences import Story, story_of
from tui.words.record_words import short_code
from tui.words.text_merge import merged

SIDE = 2  # how many values stand side by side
LIVES = ("live", "deleted")
"""What can become of a record that was both deleted and changed."""


class ConflictScreen(BaseScreen):
    """One field with several values. None of them is called new: nobody saw the other's."""

    TOPIC = "conflict"
    DOES = CONFLICT

    def __init__(self, store: Store, first: str | None = None, last_year: str = "") -> None:
        super().__init__()
        self.store = store
        self.first = first
        self.last_year = last_year
        self.conflicts: list[Conflict] = []
        self.story: Story | None = None
        self.telling = False
        self.place = 0
        self.index = 0
        self.proposal: str | None = None
        self.asked_alike: Alike | None = None
        self.form: Form | None = None

    def parts(self) -> ComposeResult:
        yield Header()
        yield Lines("about", tone="canvas", focusable=False)
        with Horizontal(id="values"):
            for n in range(SIDE):
                yield Lines(f"value-{n}", digit=str(n + 1), airy=True)
        yield Lines("before", tone="canvas", focusable=False)
        with Horizontal(id="why"):
            yield Label([quiet(say("conflict.reason").ljust(12))], tone="canvas")
            yield Field(placeholder=say("conflict.reason_hint"))
        yield Lines("after", tone="canvas", focusable=False)
        yield Lines("story")

    @guarded
    def on_mount(self) -> None:
        self.conflicts = self.store.conflicts()
        mine = [n for n, found in enumerate(self.conflicts) if found.record == self.first]
        self.go(mine[0] if mine else 0)

    # what is looked at

    @property
    def conflict(self) -> Conflict | None:
        return self.conflicts[self.place] if self.conflicts else None

    @property
    def values(self) -> Sequence[object]:
        """What can be taken, in the order in which it is numbered."""
        conflict = self.conflict
        if conflict is None:
            return ()
        return LIVES if conflict.field == "life" else [one.value for one in conflict.claims]

    @property
    def start(self) -> int:
        """The first of the values that show."""
        return max(min(self.index, len(self.values) - SIDE), 0)

    def shown_name(self) -> str:
        conflict = self.conflict
        if conflict is None:
            return ""
        return f"{short_code(conflict.code or conflict.title)} {field_name(conflict.field)}"

    @property
    def has_others(self) -> bool:
        """Whether there are more conflicts."""
        return len(self.conflicts) > 1

    @property
    def has_proposal(self) -> bool:
        """Whether the words of both go together."""
        return self.proposal is not None

    @property
    def is_alike(self) -> bool:
        """Whether more can be settled as the value with the bar."""
        found = self.alike
        return found is not None and len(found.settled) > 1

    def lacks_value(self, number: int) -> str | None:
        """That there is no value with this number; None where there is."""
        return None if number <= len(self.values) else say("reason.no_value", n=number)

    @property
    def can_type(self) -> bool:
        """Whether another value can be typed."""
        return self.conflict is not None and can_type(self.conflict)

    @property
    def alike(self) -> Alike | None:
        """All that can be settled as the value with the bar."""
        conflict = self.conflict
        if conflict is None or conflict.field == "life":
            return None
        return alike(self.conflicts, conflict.claims[self.index])

    def shown_text(self) -> str:
        seen = self._seen()
        return as_text(seen, self.proposal) if seen else ""

    def go(self, place: int) -> None:
        """Show a conflict; leave when there is none any more."""
        if not self.conflicts:
            self.dismiss()
            return
        self.place = place % len(self.conflicts)
        conflict = self.conflicts[self.place]
        self.story = story_of(self.store, conflict)
        self.proposal = _proposal(conflict)
        self.query_one(Field).value = ""
        self.select(0)

    def select(self, index: int) -> None:
        """Put the bar along one of the values."""
        self.index = max(min(index, len(self.values) - 1), 0)
        self.asked_alike = None
        self.telling = False
        self._show()
        self.query_one(f"#value-{self.index - self.start}", Lines).focus()

    def step(self, by: int) -> None:
        """Put the bar along the next value, or the one before."""
        self.select(self.index + by)

    def next_conflict(self) -> None:
        """The next conflict; this one stays."""
        self.go(self.place + 1)

    def to_reason(self) -> None:
        """Type why; it may stay empty."""
        self.query_one(Field).focus()

    def back(self) -> None:
        """From the reason back to the values, and from those back to the main screen."""
        aside = self.telling or self.asked_alike is not None
        if aside or isinstance(self.focused, Field):
            self.select(self.index)
        else:
            self.dismiss()

    def tell_story(self) -> None:
        """Tell how it came to this in the place of the values; asked again, show those."""
        if self.telling:
            self.select(self.index)
            return
        self.telling = True
        self._show()
        self.query_one("#story", Lines).focus()

    # settling

    @property
    def why(self) -> str | None:
        return self.query_one(Field).value.strip() or None

    def take(self, number: int) -> None:
        """Settle the conflict with one of its values, counted from one."""
        if self.conflict is not None:
            self.settle(self.values[number - 1])

    def take_chosen(self) -> None:
        """Take the value that has the bar."""
        if self.asked_alike is not None:
            self.take_alike()
        else:
            self.take(self.index + 1)

    def take_proposal(self) -> None:
        """Take the words of both, as proposed."""
        self.settle(self.proposal)

    def settle(self, value: object, why: str | None = None) -> None:
        """Settle the conflict with any value."""
        conflict = self.conflict
        if conflict is None:
            return
        self._settle([(conflict, value)], why or self.why)

    def ask_alike(self) -> None:
        """Show what would be settled alike; Enter does it."""
        self.asked_alike = self.alike
        self._show()

    def take_alike(self) -> None:
        """Settle alike what was shown, in one act."""
        asked = self.asked_alike
        if asked is not None:
            self._settle(asked.settled, self.why)

    def _settle(self, settled: Sequence[tuple[Conflict, object]], why: str | None) -> None:
        try:
            self.store.resolve_all([(one.record, one.field, value) for one, value in settled], why)
        except Refused as refused:
            self.toast(refusal(refused.key, refused.details), "red")
            return
        self.wrote()
        first = settled[0][0]
        code = clean(short_code(first.code or first.title))
        told = say("toast.resolved", field=field_name(first.field), code=code)
        if len(settled) > 1:
            told = say_count("toast.resolved_alike", len(settled))
        self.conflicts = self.store.conflicts()
        if self.conflicts:
            self.go(min(self.place, len(self.conflicts) - 1))
            self.toast(told, "green", "undo")
        else:
            self.dismiss(told)

    def undo(self) -> None:
        """Take back my last act, and show what is in conflict then."""
        told = say("toast.undone", what=describe(self.store.undo()))
        self.wrote()
        self.refreshed()
        self.toast(told, "green")

    def on_input_submitted(self) -> None:
        self.action_do("take")

    # another value

    def type_third(self) -> None:
        """Put the field's own form in the place of the values."""
        conflict = self.conflict
        if conflict is None:
            return
        begin = self.proposal if self.proposal is not None else self.values[self.index]
        self.form = ThirdForm(self.store, conflict, begin, self.why or "")
        self.add_class("third")
        self.mount(self.form, before="#values")
        self.show_hints()

    def action_do(self, name: str) -> None:
        if self.form is not None and name not in ("quit", "help"):
            self.form.keep_focus()
            return
        super().action_do(name)

    def on_closed(self, message: Closed) -> None:
        self._close_form()
        self.select(self.index)

    def on_settled(self, message: Settled) -> None:
        self._close_form()
        self.settle(message.value, message.why)

    def on_hinted(self) -> None:
        self.show_hints()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.remove()
        self.form = None
        self.remove_class("third")

    @guarded
    def refreshed(self) -> None:
        """What someone else settled goes; what is being typed stays."""
        before = self.conflict
        self.conflicts = self.store.conflicts()
        places = [
            n
            for n, found in enumerate(self.conflicts)
            if before and (found.record, found.field) == (before.record, before.field)
        ]
        if self.form is not None and places:
            self.place = places[0]
            return
        self._close_form()
        self.go(places[0] if places else 0)

    # drawing

    def _seen(self) -> Seen | None:
        conflict = self.conflict
        if conflict is None or self.story is None:
            return None
        return Seen(conflict, self.place, len(self.conflicts), self.story)

    def _show(self) -> None:
        seen = self._seen()
        if seen is None:
            return
        conflict = seen.conflict
        self.query_one(Header).show(self.store.totals())
        self.query_one("#about", Lines).show(lambda width: list(about_lines(seen, width)))
        for n in range(SIDE):
            self._show_value(n, seen)
        self.set_class(conflict.field == "life", "life")
        self.set_class(self.telling, "telling")
        self.query_one("#story", Lines).show(
            lambda width: story_lines(seen.story, width),
            lambda width, more: (
                [ink(say("conflict.story"), bold=True)],
                [quiet(say("page.more"))] if more else (),
            ),
        )
        before = self.query_one("#before", Lines)
        before.show(lambda width: list(before_lines(seen, self.proposal, width)))
        after, asked = self.query_one("#after", Lines), self.asked_alike
        if asked is not None:
            after.show(lambda width: list(alike_lines(asked, width)))
        else:
            after.show(lambda width: list(after_lines(self.conflicts, self.place, width)))
        self.show_hints()

    def _show_value(self, n: int, seen: Seen) -> None:
        widget = self.query_one(f"#value-{n}", Lines)
        place = self.start + n
        widget.display = place < len(self.values)
        if not widget.display:
            return
        widget.digit = str(place + 1)
        if seen.conflict.field == "life":
            self._show_life(widget, place, seen.conflict.record)
            return
        claim = seen.conflict.claims[place]
        turn = seen.turn(claim)
        widget.show(
            lambda width: claim_lines(seen, place, width),
            lambda width, more: claim_head(claim, turn.act if turn else None, width),
        )

    def _show_life(self, widget: Lines, place: int, record: str) -> None:
        """The record whole, and beside it who deleted and who changed it."""
        head = [ink(say(f"conflict.{LIVES[place]}"), bold=True)]
        if LIVES[place] == "live":
            found: Reading = self.store.reading(record)
            widget.show(
                lambda width: chain(
                    [row(width, *heading(found, width, more=False))],
                    page_lines(found, width, self.last_year, keys=False),
                ),
                lambda width, more: (head, [quiet(say("page.more"))] if more else ()),
            )
        else:
            contest = self.store.contest(record)
            widget.show(
                lambda width: contest_lines(contest, width),
                lambda width, more: (head, [quiet(say("page.more"))] if more else ()),
            )

    def hints(self) -> Sequence[Hint]:
        if self.form is not None:
            return self.form.hints()
        chosen = self.command(f"take_{self.index + 1}")
        word = chosen.word() if chosen else say("command.take")
        if self.asked_alike is not None:
            return [
                Hint(say("key.enter"), say("command.take_alike")),
                Hint(say("key.escape"), say("command.back")),
            ]
        if isinstance(self.focused, Field):  # a digit belongs to the reason
            return [Hint(say("key.enter"), word), Hint(say("key.escape"), say("command.back"))]
        if self.telling:
            back = Hint(say("key.escape"), say("command.back"))
            return [Hint(say("key.up_down"), say("command.read")), back]
        names = ("next_conflict", "story", "take_merge", "third", "alike", "reason", "back")
        takes = self.hint(*(f"take_{n}" for n in range(1, 5)))
        if self.conflict is not None and self.conflict.field == "life":
            words = (say("command.let_be"), say("command.delete"))
            takes = [take._replace(word=word) for take, word in zip(takes, words, strict=False)]
        return [*takes, *self.hint(*names)]


def _proposal(conflict: Conflict) -> str | None:
    """The words of everyone together, of a text that they changed from one that stood before."""
    described = field_of(conflict.record, conflict.field)
    values = [one.value for one in conflict.claims]
    if described is None or described.form != "text" or described.is_set or described.refers:
        return None
    if conflict.field in ("code", "joined") or len(conflict.before) != 1:
        return None
    before = conflict.before[0]
    texts = [value for value in values if isinstance(value, str)]
    if not isinstance(before, str) or len(texts) != len(values):
        return None
    return merged(before, texts)
