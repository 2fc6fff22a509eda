"""Changing the arrangement, and taking that back."""

from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.records.fields import type_of
from tui.commands.needs import OnChosen, OnChosenAgreements, OnFile, OnRecord, OnWritable
from tui.locale import say
from tui.user.state import PLACE_TYPES
from tui.words.called import called

if TYPE_CHECKING:
    from tui.forms.model.named_change import NamedChange
    from tui.screens.main import MainScreen

STAYING = ("arrangement", "authors")


class Edit(OnChosen):
    """Everything of one record; of several agreements the regions and programmes."""

    id = "edit"
    keys = ("e",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        if len(screen.changes.targets) == 1:
            edit(screen, screen.changes.targets[0])
            return
        from tui.forms.edit.agreement_forms import PlacesForm

        screen.open_form(PlacesForm(screen.store, screen.changes.about, screen.changes.drafts_here))


def edit(screen: "MainScreen", record: str, line: str = "", value: str = "") -> None:
    """Open the form of any record; at the line of a field, where one is meant, and of several
    such lines at the one where this value stands."""
    from tui.forms.edit.record_form import RecordForm

    form = RecordForm(screen.store, type_of(record), record, drafts=screen.drafts)
    form.begin_at(line, value)
    screen.open_form(form, large=True)


def read(screen: "MainScreen") -> str:
    """The id of what is read on page 0."""
    if screen.reading is None:
        raise Refused("no_agreement")
    return screen.reading.record


class Status(OnChosenAgreements):
    id = "status"
    keys = ("s",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.forms.edit.status_form import StatusForm

        screen.open_form(StatusForm(screen.store, screen.changes.about, screen.changes.drafts_here))


class Signal(OnChosenAgreements):
    id = "signal"
    keys = ("z",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.forms.edit.signal_form import SignalForm

        screen.open_form(SignalForm(screen.store, screen.changes.about, screen.changes.drafts_here))


class Lead(OnChosenAgreements):
    id = "lead"
    keys = ("L",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.forms.edit.agreement_forms import LeadForm

        screen.open_form(LeadForm(screen.store, screen.changes.about, screen.changes.drafts_here))


class Term(OnChosenAgreements):
    id = "term"
    keys = ("I",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.forms.edit.agreement_forms import TermForm

        screen.open_form(TermForm(screen.store, screen.changes.about, screen.changes.drafts_here))


class Note(OnChosen):
    id = "note"
    keys = ("a",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.forms.edit.note_form import NoteForm

        screen.open_form(NoteForm(screen.store, screen.changes.about, screen.changes.drafts_here))


class Evidence(OnChosen):
    """A note of the kind that shows that something is done."""

    id = "evidence"
    keys = ("V",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.forms.edit.note_form import NoteForm

        screen.open_form(
            NoteForm(screen.store, screen.changes.about, screen.changes.drafts_here, "evidence")
        )


class Repeat(OnChosen):
    """The last change once more, here; a note opens with its text, to be kept or changed."""

    id = "repeat"
    keys = ("full_stop",)

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        last = screen.changes.last
        if last is None:
            return say("reason.nothing_to_repeat")
        elsewhere = not screen.changes.marking and screen.page is None
        needs = say("reason.no_agreement") if elsewhere and not last.writes_only else None
        return super().available(screen) or needs

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.changes.repeat()


class Delete(OnChosen):
    id = "delete"
    keys = ("d", "delete")

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        stays = screen.reading is not None and type_of(screen.reading.record) in STAYING
        if screen.state.pane in PLACE_TYPES:  # a list of places is walked through, not worked in
            return say("reason.delete_on_page")
        return super().available(screen) or (say("reason.stays") if stays else None)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.changes.make(_of_life("delete", "deleted", "toast.deleted"))


class Restore(OnRecord):
    id = "restore"
    keys = ("R",)
    group = "edit"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        gone = screen.reading is not None and screen.reading.life != "live"
        gone = gone or (screen.changes.marking and screen.state.view == "deleted")
        return super().available(screen) or (None if gone else say("reason.not_deleted"))

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.changes.make(_of_life("restore", "live", "toast.restored"))


def _of_life(command: str, life: str, told: str) -> "NamedChange":
    from storage.views.change import Change
    from tui.forms.model.named_change import NamedChange

    return NamedChange(command, Change(sets={"life": life}), say(f"preview.{life}"), told)


class TakeSource(OnWritable):
    """What the source says of what is read, where another value stands before it."""

    id = "take_source"
    keys = ("F",)

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        there = screen.reading is not None and screen.reading.sourced
        return super().available(screen) or (None if there else say("reason.nothing_of_source"))

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        record = read(screen)
        screen.store.take_source(record)
        screen.saved(say("toast.took_source", name=called(screen.store, record)))


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
