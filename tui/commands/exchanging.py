"""Files for and from colleagues."""

from typing import TYPE_CHECKING

from tui.commands.needs import OnFile

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Export(OnFile):
    id = "export"
    keys = ("x",)
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.export import ExportForm

        screen.open_form(ExportForm(screen.store, screen.state))


class Import(OnFile):
    id = "import"
    keys = ("i",)
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.take_in import ImportForm

        screen.open_form(ImportForm(screen.store, screen.state), large=True)
