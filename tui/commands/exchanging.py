"""Files for and from colleagues."""

from typing import TYPE_CHECKING

from tui.commands.needs import OnFile
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Export(OnFile):
    id = "export"
    keys = ("x",)
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.forms.files.export_form import ExportForm

        screen.open_form(ExportForm(screen.store, screen.state), large=True)


class Import(OnFile):
    id = "import"
    keys = ("i",)
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.forms.files.import_form import ImportForm

        screen.open_form(ImportForm(screen.store, screen.state), large=True)


class Compare(OnFile):
    """A file with what is here, or two files."""

    id = "compare"
    keys = ("p",)
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.forms.files.compare_form import CompareForm

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
        from tui.words.contents.waiting_words import place_to_sync

        screen.sync(place_to_sync(screen.store.folders(), screen.folders.found))


class Brought(OnFile):
    """What came in last, and what became of what people said: what the preview told."""

    id = "brought"
    keys = ("Q",)
    group = "exchange"
    now_only = True

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        return super().available(screen) or (
            None if screen.brought else say("reason.nothing_brought")
        )

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.exchange.brought_screen import BroughtScreen

        if screen.brought is not None:
            screen.app.push_screen(BroughtScreen(screen.store, screen.brought))


class Exchange(OnFile):
    """Exchange folders, who sent what, and what was set apart."""

    id = "exchange"
    keys = ("X",)
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.exchange.screen import ExchangeScreen

        found = ExchangeScreen(screen.store, screen.problems.wrong or 0, screen.folders.found)
        screen.app.push_screen(found, screen.from_exchange)
        screen.folders.look()
