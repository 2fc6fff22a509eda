"""A conflict: the values side by side, equal, and a key to choose."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.errors import Refused
from storage.views import ActRow, Claim, Conflict
from tui import dates, signs
from tui.acts import describe, who
from tui.commands.base import Command
from tui.commands.common import EVERYWHERE
from tui.guard import guarded
from tui.locale import refusal, say, say_count
from tui.pages import field_name, labelled
from tui.redline import compared
from tui.screens.base import Base
from tui.spans import (
    Line,
    amber,
    clean,
    cut,
    gap,
    ink,
    quiet,
    row,
    width_of,
    wrap,
    wrap_spans,
)
from tui.store import Store
from tui.values import in_words
from tui.widgets.fields import Field
from tui.widgets.footer import Hint
from tui.widgets.forms import Label
from tui.widgets.header import Header
from tui.widgets.lines import Lines
from tui.words import short_code

SIDE = 2  # how many values stand side by side


class Left(Command):
    id = "left"
    keys = ("left",)
    group = "move"

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.select(screen.index - 1)


class Right(Command):
    id = "right"
    keys = ("right",)
    group = "move"

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.select(screen.index + 1)


class Next(Command):
    """The next conflict; this one stays."""

    id = "next_conflict"
    keys = ("n",)
    group = "look"

    @classmethod
    def available(cls, screen: "ConflictScreen") -> str | None:
        return None if len(screen.conflicts) > 1 else say("reason.only_conflict")

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.go(screen.place + 1)


class TakeChosen(Command):
    """Take the value that has the bar."""

    id = "take"
    keys = ("enter",)
    group = "edit"

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.take(screen.index)


class Reason(Command):
    """Type why; it may stay empty."""

    id = "reason"
    keys = ("tab", "w")
    group = "edit"

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.query_one(Field).focus()


class Later(Command):
    """From the reason back to the values, and from those back to the main screen."""

    id = "back"
    keys = ("escape",)
    group = "move"

    @classmethod
    def word(cls) -> str:
        return say("command.later")

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        if isinstance(screen.focused, Field):
            screen.select(screen.index)
        else:
            screen.dismiss()


class Undo(Command):
    """Take back what was settled here."""

    id = "undo"
    keys = ("u",)
    group = "edit"

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.take_back()


def _take(number: int) -> type[Command]:
    """The command that takes one value by its number."""

    class Take(Command):
        id = f"take_{number}"
        keys = (str(number),)
        group = "edit"

        @classmethod
        def word(cls) -> str:
            return say("command.take_n", n=number) if number > 2 else say(f"command.{cls.id}")

        @classmethod
        def available(cls, screen: "ConflictScreen") -> str | None:
            there = number <= len(screen.claims)
            return None if there else say("reason.no_value", n=number)

        @classmethod
        def run(cls, screen: "ConflictScreen") -> None:
            screen.take(number - 1)

    return Take


class ConflictScreen(Base):
    """One field with several values. None of them is called new: nobody saw the other's."""

    TOPIC = "conflict"
    DOES: ClassVar[tuple[type[Command], ...]] = (
        *(_take(number) for number in range(1, 10)),
        *(TakeChosen, Left, Right, Reason, Next, Undo, Later),
        *EVERYWHERE,
    )

    def __init__(self, store: Store, first: str | None = None) -> None:
        super().__init__()
        self.store = store
        self.first = first
        self.conflicts: list[Conflict] = []
        self.acts: dict[str, ActRow] = {}
        self.place = 0
        self.index = 0

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

    @guarded
    def on_mount(self) -> None:
        self.conflicts = self.store.conflicts()
        mine = [n for n, found in enumerate(self.conflicts) if found.record == self.first]
        self.go(mine[0] if mine else 0)

    @property
    def conflict(self) -> Conflict | None:
        return self.conflicts[self.place] if self.conflicts else None

    @property
    def claims(self) -> Sequence[Claim]:
        return self.conflict.claims if self.conflict else ()

    @property
    def start(self) -> int:
        """The first of the values that show."""
        return max(min(self.index, len(self.claims) - SIDE), 0)

    def go(self, place: int) -> None:
        """Show a conflict; leave when there is none any more."""
        if not self.conflicts:
            self.dismiss()
            return
        self.place = place % len(self.conflicts)
        record = self.conflicts[self.place].record
        self.acts = {act.id: act for act in self.store.history(record)}
        self.query_one(Field).value = ""
        self.select(0)

    def select(self, index: int) -> None:
        """Put the bar along one of the values."""
        self.index = max(min(index, len(self.claims) - 1), 0)
        self._show()
        self.query_one(f"#value-{self.index - self.start}", Lines).focus()

    def take(self, index: int) -> None:
        """Settle the conflict with one of its values."""
        conflict = self.conflict
        if conflict is None:
            return
        why = self.query_one(Field).value.strip() or None
        claim = conflict.claims[index]
        try:
            self.store.resolve(conflict.record, conflict.field, claim.value, why)
        except Refused as refused:
            self.toast(refusal(refused.key, refused.details), "red")
            return
        code = clean(short_code(conflict.code or conflict.title))
        told = say("toast.resolved", field=field_name(conflict.field), code=code)
        self.conflicts = self.store.conflicts()
        if self.conflicts:
            self.go(min(self.place, len(self.conflicts) - 1))
            self.toast(told, "green", "undo")
        else:
            self.dismiss(told)

    def take_back(self) -> None:
        """Take back my last act, and show what is in conflict then."""
        told = say("toast.undone", what=describe(self.store.undo()))
        self.refreshed()
        self.toast(told, "green")

    def on_input_submitted(self) -> None:
        self.action_do("take")

    @guarded
    def refreshed(self) -> None:
        """What someone else settled goes."""
        before = self.conflict
        self.conflicts = self.store.conflicts()
        places = [
            n
            for n, found in enumerate(self.conflicts)
            if before and (found.record, found.field) == (before.record, before.field)
        ]
        self.go(places[0] if places else 0)

    # drawing

    def _show(self) -> None:
        conflict = self.conflict
        if conflict is None:
            return
        self.query_one(Header).show(self.store.totals())
        self.query_one("#about", Lines).show(lambda width: list(self._about(conflict, width)))
        for n in range(SIDE):
            self._show_value(n, conflict)
        self.query_one("#before", Lines).show(lambda width: list(self._before(conflict, width)))
        self.query_one("#after", Lines).show(lambda width: list(self._after(width)))
        self.show_hints()

    def _show_value(self, n: int, conflict: Conflict) -> None:
        widget = self.query_one(f"#value-{n}", Lines)
        place = self.start + n
        widget.display = place < len(conflict.claims)
        if not widget.display:
            return
        widget.digit = str(place + 1)
        claim = conflict.claims[place]
        widget.show(
            lambda width: list(self._value(conflict, place, width)),
            lambda width, more: _claim_head(claim, self.acts.get(claim.act), width),
        )

    def _about(self, conflict: Conflict, width: int) -> Iterator[Line]:
        code = [gap(3), quiet(clean(short_code(conflict.code)))] if conflict.code else []
        of = say("conflict.position", n=self.place + 1, total=len(self.conflicts))
        room = width - 6 - len(of) - width_of(code)
        title = ink(cut(clean(conflict.title), max(room, 1)), bold=True)
        yield row(width, [title, *code], [quiet(of)], signs.OVERDUE)
        count = len(conflict.claims)
        name = field_name(conflict.field)
        text = (
            say("conflict.two", field=name)
            if count == 2
            else say_count("conflict.values", count, field=name)
        )
        if conflict.incomplete:
            text = f"{text} {say('conflict.incomplete')}"
        for line in wrap(text, width - 4, "quiet"):
            yield row(width, line)

    def _value(self, conflict: Conflict, place: int, width: int) -> Iterator[Line]:
        claim = conflict.claims[place]
        yield row(width, [quiet(dates.moment(claim.at))])
        act = self.acts.get(claim.act)
        key = "conflict.this_device" if act and act.own_device else "conflict.device"
        yield row(width, [quiet(say(key, device=clean(claim.device[:8])))])
        yield row(width, [])
        words = [in_words(conflict.field, found.value) for found in conflict.claims]
        other = words[1 - place] if len(words) == 2 else words[0 if place else 1 % len(words)]
        for line in wrap_spans(compared(words[place], other), width - 4):
            yield row(width, line)
        if claim.why:
            yield row(width, [])
            yield row(width, [quiet(say("conflict.why"))])
            for line in wrap(claim.why, width - 4):
                yield row(width, line)

    def _before(self, conflict: Conflict, width: int) -> Iterator[Line]:
        told = [in_words(conflict.field, value) for value in conflict.before]
        text = "; ".join(told) or say("conflict.nothing_before")
        yield from labelled(say("conflict.before"), text, min(84, width - 4), width)

    def _after(self, width: int) -> Iterator[Line]:
        if len(self.conflicts) < 2:
            return
        found = self.conflicts[(self.place + 1) % len(self.conflicts)]
        name = f"{found.title}, {field_name(found.field)}"
        code = [gap(3), quiet(clean(short_code(found.code)))] if found.code else []
        title = ink(cut(clean(name), max(width - 20 - width_of(code), 1)))
        yield row(width, [quiet(say("conflict.next").ljust(12)), amber("!"), gap(), title, *code])

    def hints(self) -> Sequence[Hint]:
        if isinstance(self.focused, Field):  # a digit belongs to the reason
            chosen = self.command(f"take_{self.index + 1}")
            word = chosen.word() if chosen else say("command.take")
            return [Hint(say("key.enter"), word), Hint(say("key.escape"), say("command.back"))]
        takes = self.hint(*(f"take_{n}" for n in range(1, 5)))
        return [*takes, *self.hint("reason", "next_conflict", "back")]


def _claim_head(claim: Claim, act: ActRow | None, width: int) -> tuple[Line, Line]:
    """Who said it: a name, u, or nobody that is known here."""
    author = claim.author or (who(act) if act else say("history.someone"))
    right = [quiet(cut(clean(claim.organisation), 20))] if claim.organisation else []
    room = width - 6 - width_of(right)
    return [ink(cut(clean(author), max(room, 1)), bold=True)], right
