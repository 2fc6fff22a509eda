"""What was typed and not saved: the list of it, and going on with one or throwing it away."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from storage.records.fields import FIELDS, type_of
from tui.commands.adding import add
from tui.commands.base import Command
from tui.commands.editing import Evidence, Lead, Note, Signal, Status, Term, edit
from tui.commands.fields import edit_field
from tui.commands.introducing import Myself
from tui.commands.joining import Join
from tui.commands.needs import OnFile
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.drafts.screen import DraftsScreen
    from tui.screens.main import MainScreen
    from tui.screens.source.deciding import Way


class Drafts(OnFile):
    id = "drafts"
    group = "edit"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        none = None if screen.drafts.all() else say("reason.no_drafts")
        return super().available(screen) or none

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.show_drafts()


class GoOnDraft(Command):
    """Open the form again, with what was typed in it."""

    id = "go_on_draft"
    keys = ("enter",)
    group = "edit"

    @classmethod
    def run(cls, screen: "DraftsScreen") -> None:
        screen.dismiss(screen.about)


class ThrowAway(Command):
    id = "throw_away"
    keys = ("d", "delete")
    group = "edit"

    @classmethod
    def run(cls, screen: "DraftsScreen") -> None:
        screen.throw_away()


class PutBack(Command):
    """The draft that was thrown away last is there again."""

    id = "put_back"
    keys = ("u",)
    group = "edit"

    @classmethod
    def available(cls, screen: "DraftsScreen") -> str | None:
        return None if screen.thrown else say("reason.nothing_thrown")

    @classmethod
    def run(cls, screen: "DraftsScreen") -> None:
        screen.put_back()


_PASSAGES = ("leave_empty", "link_agreement")
_OF = "of "  # between the field and the record, where one field was edited
_FORMS: dict[str, type[Command]] = {
    one.id: one for one in (Note, Evidence, Status, Signal, Lead, Term, Join)
}
"""The commands that open the form of a draft about a record, by the first word of what it is
about."""


def go_on(screen: "MainScreen", about: str) -> None:
    """Open the form of a draft. Raises Refused where the record is not here."""
    kind, _, rest = about.partition(" ")
    if kind == "myself":
        Myself.run(screen)
    elif kind == "new" and " " in rest:  # of a passage
        _decide(screen, "make", rest.partition(" ")[2])
    elif kind == "new":
        add(screen, rest)
    elif kind in _PASSAGES:
        _decide(screen, "empty" if kind == "leave_empty" else "link", rest)
    elif rest.startswith(_OF):
        record = rest.removeprefix(_OF)
        screen.store.record(record)
        screen.go_to(record)
        edit_field(screen, record, kind)
    else:
        record = rest or about
        screen.store.record(record)
        screen.unmark()  # what was typed is about this one
        screen.go_to(record)
        opens: Callable[[MainScreen], None] | None = getattr(_FORMS.get(kind), "run", None)
        if opens is not None:
            opens(screen)
        else:
            edit(screen, record)


def _decide(screen: "MainScreen", way: "Way", locator: str) -> None:
    """Go on with what a passage of the document gives."""
    from tui.screens.source.deciding import ToDecide, decide  # pydantic comes along

    decide(screen, ToDecide(way, locator, "source"))


def type_of_draft(about: str) -> str:
    """The type of record whose fields a draft has; "" where it has none of any."""
    kind, _, rest = about.partition(" ")
    if rest.startswith(_OF):
        return type_of(rest.removeprefix(_OF))
    of = {"note": "entries", "evidence": "entries", "lead": "agreements", "term": "agreements"}
    found = {**of, "new": rest.partition(" ")[0], "myself": "authors"}.get(kind, type_of(about))
    return found if found in FIELDS and kind not in ("status", "signal") else ""
