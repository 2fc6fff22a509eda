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


class Compare(OnFile):
    """A file with what is here, or two files."""

    id = "compare"
    keys = ("p",)
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.compare import CompareForm

        screen.open_form(CompareForm(screen.store, screen.state), large=True)


class Sync(OnFile):
    """See what waits in an exchange folder: where there is something, else where one synced last,
    else in one to choose."""

    id = "sync"
    keys = ("A",)
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.contents.waiting import place_to_sync

        screen.sync(place_to_sync(screen.store.folders(), screen.watched))


class Exchange(OnFile):
    """Exchange folders, who sent what, and what was set apart."""

    id = "exchange"
    keys = ("X",)
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.exchange import ExchangeScreen

        found = ExchangeScreen(screen.store, screen.wrong or 0, screen.watched)
        screen.app.push_screen(found, screen.from_exchange)
        screen.look_at_folders()
