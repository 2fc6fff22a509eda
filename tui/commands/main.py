"""The commands of the main screen."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.commands.common import EVERYWHERE, MOVES
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class _OnFile(Command):
    """Needs an open file."""

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        return None if screen.ready else say("reason.loading")


class _OnAgreement(_OnFile):
    """Needs an agreement, live or not."""

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        reason = super().available(screen)
        return reason or (None if screen.page else say("reason.no_agreement"))


class _OnLive(_OnAgreement):
    """Needs an agreement that was not deleted."""

    group = "edit"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        deleted = screen.page is not None and screen.page.life == "deleted"
        return super().available(screen) or (say("reason.deleted") if deleted else None)


class Search(_OnFile):
    id = "search"
    keys = ("slash",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.search import SearchScreen

        screen.app.push_screen(SearchScreen(screen.store, screen.last_year), screen.go_to)


class Edit(_OnLive):
    id = "edit"
    keys = ("e",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.edit import EditForm

        screen.open_form(EditForm(screen.store, screen.shown))


class Status(_OnLive):
    id = "status"
    keys = ("s",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.status import StatusForm

        screen.open_form(StatusForm(screen.store, screen.shown))


class Note(_OnLive):
    id = "note"
    keys = ("a",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.note import NoteForm

        screen.open_form(NoteForm(screen.store, screen.shown))


class Delete(_OnLive):
    id = "delete"
    keys = ("d", "delete")

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        page = screen.shown
        screen.store.delete(page.row.id)
        screen.saved(say("toast.deleted", code=screen.short))


class Restore(_OnAgreement):
    id = "restore"
    keys = ("R",)
    group = "edit"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        live = screen.page is not None and screen.page.life == "live"
        return super().available(screen) or (say("reason.not_deleted") if live else None)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        page = screen.shown
        screen.store.restore(page.row.id)
        screen.saved(say("toast.restored", code=screen.short))


class Undo(_OnFile):
    id = "undo"
    keys = ("u",)
    group = "edit"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.taken_back(screen.store.undo())


class Redo(_OnFile):
    id = "redo"
    keys = ("ctrl+r",)
    group = "edit"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.done_again(screen.store.redo())


class History(_OnAgreement):
    id = "history"
    keys = ("h",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.history import HistoryScreen

        screen.app.push_screen(HistoryScreen(screen.store, screen.shown))


class Conflicts(_OnFile):
    id = "conflicts"
    keys = ("c",)
    group = "look"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        none = screen.totals is not None and not screen.totals.conflicts
        return super().available(screen) or (say("reason.no_conflicts") if none else None)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.conflict import ConflictScreen

        first = screen.page.row.id if screen.page else None
        screen.app.push_screen(ConflictScreen(screen.store, first), screen.settled)


class Export(_OnFile):
    id = "export"
    keys = ("x",)
    group = "exchange"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.export import ExportForm

        screen.open_form(ExportForm(screen.store))


class Import(_OnFile):
    id = "import"
    keys = ("i",)
    group = "exchange"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.take_in import ImportForm

        screen.open_form(ImportForm(screen.store), large=True)


class View(_OnFile):
    id = "view"
    keys = ("t",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.next_view()


class ClearFilter(_OnFile):
    id = "clear_filter"
    keys = ("backspace",)
    group = "look"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        filtered = screen.state.region or screen.state.programme
        return super().available(screen) or (None if filtered else say("reason.no_filter"))

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.clear_filter()


class Enter(_OnFile):
    id = "enter"
    keys = ("enter",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.enter()


class Back(Command):
    id = "back"
    keys = ("escape",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.back()


class NextPane(Command):
    id = "next_pane"
    keys = ("tab",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.step_pane(1)


class PreviousPane(Command):
    id = "previous_pane"
    keys = ("shift+tab",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.step_pane(-1)


def _pane(number: int) -> type[Command]:
    """The command that goes to one pane by its digit."""

    class ToPane(Command):
        id = f"pane_{number}"
        keys = (str(number),)
        group = "move"

        @classmethod
        def run(cls, screen: "MainScreen") -> None:
            screen.go_pane(number)

    return ToPane


MAIN: tuple[type[Command], ...] = (
    Status, Edit, Note, Undo, Redo, Delete, Restore,
    Search, History, Conflicts, View, ClearFilter,
    Export, Import,
    Enter, Back, NextPane, PreviousPane, *(_pane(number) for number in (1, 2, 3, 0)), *MOVES,
    *EVERYWHERE,
)  # fmt: skip
