"""What was typed and not saved: the list of it, and going on with one or throwing it away."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.commands.adding import add
from tui.commands.base import Command
from tui.commands.editing import Evidence, Lead, Note, Signal, Status, Term, edit
from tui.commands.fields import edit_field
from tui.commands.introducing import Myself
from tui.commands.joining import Join
from tui.commands.needs import OnFile
from tui.locale import say
from tui.user.drafts import OF_RECORD

if TYPE_CHECKING:
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


_PASSAGES = ("leave_empty", "link_agreement")
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
    elif rest.startswith(OF_RECORD):
        record = rest.removeprefix(OF_RECORD)
        screen.store.record(record)
        screen.go_to(record)
        edit_field(screen, record, kind)
    else:
        record = rest or about
        screen.store.record(record)
        screen.marks.clear()  # what was typed is about this one
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
