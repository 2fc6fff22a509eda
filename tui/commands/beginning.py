"""A new arrangement, in a file of its own."""

from typing import TYPE_CHECKING

from tui.commands.needs import OnFile
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Begin(OnFile):
    """Ask for its title, its period and the prefix of its codes, and go on with it."""

    id = "begin"

    @classmethod
    def title(cls) -> str:
        return say("new.arrangement")

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.forms.edit.begin_form import BeginForm

        folder = screen.store.path.absolute().parent
        screen.open_form(BeginForm(folder, screen.drafts), large=True)
