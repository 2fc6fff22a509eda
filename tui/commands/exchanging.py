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

        screen.open_form(ExportForm(screen.store, screen.state), large=True)


class Import(OnFile):
    id = "import"
    keys = ("i",)
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.take_in import ImportForm

        screen.open_form(ImportForm(screen.store, screen.state), large=True)


class Exchange(OnFile):
    """Who sent what, and what was set apart."""

    id = "exchange"
    keys = ("X",)
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.exchange import ExchangeScreen

        found = ExchangeScreen(screen.store, screen.wrong or 0)
        screen.app.push_screen(found, screen.from_exchange)
