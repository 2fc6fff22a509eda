"""Changing the arrangement, and taking that back."""

from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.records.fields import type_of
from tui.called import called
from tui.commands.needs import OnFile, OnLive, OnRecord, OnWritable
from tui.locale import say
from tui.reading import id_of
from tui.screens.browsing import TYPES

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

STAYING = ("arrangement", "authors")


class Edit(OnWritable):
    id = "edit"
    keys = ("e",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        edit(screen, read(screen))


def edit(screen: "MainScreen", record: str, line: str = "", value: str = "") -> None:
    """Open the form of any record; at the line of a field, where one is meant, and of several
    such lines at the one where this value stands."""
    from tui.widgets.forms.record import RecordForm

    form = RecordForm(screen.store, type_of(record), record, drafts=screen.drafts)
    form.begin_at(line, value)
    screen.open_form(form, large=True)


def read(screen: "MainScreen") -> str:
    """The id of what is read on page 0."""
    if screen.reading is None:
        raise Refused("no_agreement")
    return id_of(screen.reading)


class Status(OnLive):
    id = "status"
    keys = ("s",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.status import StatusForm

        screen.open_form(StatusForm(screen.store, screen.shown, screen.drafts))


class Signal(OnLive):
    id = "signal"
    keys = ("z",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.signal import SignalForm

        screen.open_form(SignalForm(screen.store, screen.shown, screen.drafts))


class Note(OnWritable):
    id = "note"
    keys = ("a",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.note import NoteForm

        screen.open_form(NoteForm(screen.store, read(screen), screen.drafts))


class Delete(OnWritable):
    id = "delete"
    keys = ("d", "delete")

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        stays = screen.reading is not None and type_of(id_of(screen.reading)) in STAYING
        if screen.state.pane in TYPES:  # a list of places is walked through, not worked in
            return say("reason.delete_on_page")
        return super().available(screen) or (say("reason.stays") if stays else None)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        record = read(screen)
        name = called(screen.store, record)
        screen.store.delete(record)
        screen.saved(say("toast.deleted", code=name))


class Restore(OnRecord):
    id = "restore"
    keys = ("R",)
    group = "edit"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        gone = screen.reading is not None and screen.reading.life != "live"
        return super().available(screen) or (None if gone else say("reason.not_deleted"))

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        record = read(screen)
        screen.store.restore(record)
        screen.saved(say("toast.restored", code=called(screen.store, record)))


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
