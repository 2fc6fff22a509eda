"""Who writes: name and organisation."""

from typing import TYPE_CHECKING

from tui.commands.needs import OnFile

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Myself(OnFile):
    id = "myself"
    keys = ("N",)
    group = "edit"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.forms.edit.author_form import WhoForm

        screen.open_form(WhoForm(screen.store, screen.drafts))
