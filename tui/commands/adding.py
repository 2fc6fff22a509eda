"""Adding records of every type that has a form."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.commands.needs import OnFile
from tui.forms.model.line_keys import ADDABLE
from tui.locale import say
from tui.user.state import PLACE_TYPES

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Add(OnFile):
    """What is added goes by where one stands: a region, a programme, or an agreement."""

    id = "add"
    keys = ("n",)
    group = "edit"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        add(screen, PLACE_TYPES.get(screen.state.pane, "agreements"))


def add(screen: "MainScreen", type_: str) -> None:
    """Open the form of a new record; an agreement is of the region and programme chosen."""
    from tui.forms.edit.record_form import RecordForm

    filled = {"regions": screen.lists.filter.region, "programmes": screen.lists.filter.programme}
    known = {field: tail for field, tail in filled.items() if tail and type_ == "agreements"}
    form = RecordForm(screen.store, type_, drafts=screen.drafts, filled=known)
    screen.open_form(form, large=True)


def _adding(type_: str) -> type[Command]:
    """The command that adds a record of one type, wherever one stands."""

    class AddOne(OnFile):
        id = f"add_{type_}"
        group = "edit"

        @classmethod
        def title(cls) -> str:
            return say(f"new.{type_}")

        @classmethod
        def run(cls, screen: "MainScreen") -> None:
            add(screen, type_)

    return AddOne


ADDS: tuple[type[Command], ...] = tuple(_adding(type_) for type_ in ADDABLE)
