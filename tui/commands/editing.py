"""Changing the arrangement, and taking that back."""

from typing import TYPE_CHECKING

from tui.commands.needs import OnAgreement, OnFile, OnLive
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Edit(OnLive):
    id = "edit"
    keys = ("e",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.edit import EditForm

        screen.open_form(EditForm(screen.store, screen.shown))


class Status(OnLive):
    id = "status"
    keys = ("s",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.status import StatusForm

        screen.open_form(StatusForm(screen.store, screen.shown))


class Note(OnLive):
    id = "note"
    keys = ("a",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.note import NoteForm

        screen.open_form(NoteForm(screen.store, screen.shown))


class Delete(OnLive):
    id = "delete"
    keys = ("d", "delete")

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        page = screen.shown
        screen.store.delete(page.row.id)
        screen.saved(say("toast.deleted", code=screen.short))


class Restore(OnAgreement):
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


class Undo(OnFile):
    id = "undo"
    keys = ("u",)
    group = "edit"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.taken_back(screen.store.undo())


class Redo(OnFile):
    id = "redo"
    keys = ("ctrl+r",)
    group = "edit"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.done_again(screen.store.redo())
