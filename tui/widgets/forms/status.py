"""Change the status: a list, with what the choice asks for in a line under it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from storage.errors import Refused
from storage.records.fields import STATUSES
from storage.views import Page
from tui import keys, signs
from tui.locale import known, refusal, say
from tui.messages import Done
from tui.spans import Line, amber, clean, cut, ink, quiet, row
from tui.store import Store
from tui.widgets.fields import Field
from tui.widgets.footer import Hint
from tui.widgets.forms import Form, Label, Title
from tui.words import short_code

NEEDS = {"partly_met": "reason", "lapsed": "reason", "met": "evidence", "superseded": "successor"}
NAME = 17


class Choice(Label):
    """One status; what it asks for stands quietly behind it."""

    def __init__(self, status: str, now: str | None) -> None:
        super().__init__()
        self.status = status
        self.now = now
        self.chosen = False
        self.missing = ""

    def mark(self, chosen: bool, missing: str = "") -> None:
        self.chosen, self.missing = chosen, missing
        self.tone = "sel" if chosen else "page"
        self.bar = "accent" if chosen else None
        self.refresh()

    def said(self) -> Line:
        name = ink(say(f"status.{self.status}").ljust(NAME), bold=self.chosen)
        if self.missing:
            return [name, amber(self.missing)]
        if self.status == self.now:
            return [name, quiet(say("status_form.now"))]
        need = NEEDS.get(self.status)
        return [name, quiet(say(f"status_form.{need}_needed"))] if need else [name]

    def line_at(self, width: int) -> Line:
        return row(width, self.said(), (), signs.STATUS[self.status])


class StatusForm(Form):
    """Saving never asks; where something is missing, the hint behind the choice says so."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
    ]

    def __init__(self, store: Store, page: Page) -> None:
        super().__init__()
        self.store = store
        self.page = page
        now = page.row.status
        self.index = STATUSES.index(now) if now in STATUSES else 0
        self.choices = [Choice(status, now) for status in STATUSES]

    @property
    def chosen(self) -> str:
        return STATUSES[self.index]

    @property
    def need(self) -> str:
        return NEEDS.get(self.chosen, "reason")

    def compose(self) -> ComposeResult:
        row = self.page.row
        yield Title(
            keys.letter("status"), say("status_form.title", title=row.title), short_code(row.code)
        )
        yield from self.choices
        with Horizontal(classes="answer"):
            yield Label(tone="sel", bar="accent")
            yield Field()

    def on_mount(self) -> None:
        self._show()
        self.take_focus()

    def action_choose(self, by: int) -> None:
        self.index = max(min(self.index + by, len(STATUSES) - 1), 0)
        self._show()

    def _show(self, missing: str = "") -> None:
        """The line to type in opens under the choice."""
        for n, choice in enumerate(self.choices):
            choice.mark(n == self.index, missing if n == self.index else "")
        answer = self.query_one(".answer")
        answer.query_one(Label).say([quiet(say(f"status_form.{self.need}"))])
        self.move_child(answer, after=self.choices[self.index])
        answer.scroll_visible(animate=False)

    def on_input_submitted(self) -> None:
        text = self.query_one(Field).value.strip() or None
        if self.chosen == self.page.row.status and text is None:
            self.action_leave()
            return
        row = self.page.row
        try:
            self.store.status(row.id, self.chosen, **{self._argument: text})
        except Refused as refused:
            self._show(self._missing(refused))
            return
        word = say(f"status.{self.chosen}")
        self.post_message(Done(say("toast.status", code=clean(short_code(row.code)), status=word)))

    @property
    def _argument(self) -> str:
        return "why" if self.need == "reason" else self.need

    def _missing(self, refused: Refused) -> str:
        need = "code" if refused.key == "unknown_code" else refused.key.removesuffix("_needed")
        if known(f"status_form.missing_{need}"):
            return say(f"status_form.missing_{need}")
        return cut(f"! {refusal(refused.key, refused.details)}", self.size.width - NAME - 4)

    def hints(self) -> Sequence[Hint]:
        return [Hint(say("key.up_down"), say("command.choose")), *super().hints()]
