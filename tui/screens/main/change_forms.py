"""Changes in what was marked, or else in what is read."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from storage.errors import Refused
from tui.draw.spans import cut
from tui.locale import say
from tui.screens.main.browser_screen import BrowserScreen
from tui.user.drafts import Drafts

if TYPE_CHECKING:
    from tui.forms.model.named_change import NamedChange, Subject

LABEL = 24  # cells for what is repeated


class ChangeForms:
    """Makes them, or opens the form that asks for them; ``edit`` opens that of all of a record."""

    def __init__(self, host: BrowserScreen, edit: Callable[[str], None]) -> None:
        self.last: NamedChange | None = None
        """What was made last, and can be made once more."""
        self._of_marked = Drafts()  # of several agreements; gone with their marks when one leaves
        self._host = host
        self._edit = edit

    @property
    def marking(self) -> bool:
        """Whether a change is made in what was marked: not while something is read that is no
        agreement, for that is meant then."""
        no_other = (
            self._host.browser.pages.page is None or self._host.browser.pages.agreement is not None
        )
        return bool(self._host.browser.marks) and no_other

    @property
    def targets(self) -> tuple[str, ...]:
        """What a change is made in: all that was marked, else what is read."""
        if self.marking:
            return tuple(self._host.browser.marks)
        if self._host.browser.pages.page is None:
            raise Refused("no_agreement")
        return (self._host.browser.pages.read_now,)

    @property
    def has_targets(self) -> bool:
        """Whether there is something to change."""
        return self.marking or self._host.browser.pages.page is not None

    @property
    def stand(self) -> bool:
        """Whether it was not deleted; of what is marked that is seen later."""
        return self.marking or self._host.browser.pages.stands

    @property
    def in_agreements(self) -> bool:
        """Whether it is one agreement or more."""
        return self.marking or self._host.browser.pages.agreement is not None

    @property
    def gone(self) -> bool:
        """Whether there is something to restore."""
        page = self._host.browser.pages.page
        listed = self.marking and self._host.state.view == "deleted"
        return listed or (page is not None and page.life != "live")

    @property
    def repeats_here(self) -> bool:
        """Whether the last change can be made here too."""
        return self.in_agreements or (self.last is not None and self.last.writes_only)

    # its forms

    def status(self) -> None:
        """The status, with what that asks for."""
        from tui.forms.edit.status_form import StatusForm

        self._host.open_form(StatusForm(self._host.store, self._about, self._drafts_here))

    def signal_of(self, record: str) -> None:
        """The signal of one record, whatever is marked."""
        from tui.forms.edit.signal_form import SignalForm

        self._host.open_form(SignalForm(self._host.store, self._of([record]), self._host.drafts))

    def signal(self) -> None:
        """The signal and its reason."""
        from tui.forms.edit.signal_form import SignalForm

        self._host.open_form(SignalForm(self._host.store, self._about, self._drafts_here))

    def lead(self) -> None:
        """Who is trekker."""
        from tui.forms.edit.agreement_forms import LeadForm

        self._host.open_form(LeadForm(self._host.store, self._about, self._drafts_here))

    def term(self) -> None:
        """The term."""
        from tui.forms.edit.agreement_forms import TermForm

        self._host.open_form(TermForm(self._host.store, self._about, self._drafts_here))

    def note(self) -> None:
        """A note on it."""
        from tui.forms.edit.note_form import NoteForm

        self._host.open_form(NoteForm(self._host.store, self._about, self._drafts_here))

    def evidence(self) -> None:
        """A note of the kind that shows that something is done."""
        from tui.forms.edit.note_form import NoteForm

        self._host.open_form(NoteForm(self._host.store, self._about, self._drafts_here, "evidence"))

    def evidence_on(self, record: str) -> None:
        """The same on one record, whatever is marked."""
        from tui.forms.edit.note_form import NoteForm

        about, drafts = self._of([record]), self._host.drafts
        self._host.open_form(NoteForm(self._host.store, about, drafts, "evidence"))

    def edit(self) -> None:
        """Everything of one record; of several agreements the regions and programmes."""
        from tui.forms.edit.agreement_forms import PlacesForm

        if len(self.targets) == 1:
            self._edit(self.targets[0])
        else:
            self._host.open_form(PlacesForm(self._host.store, self._about, self._drafts_here))

    @property
    def _about(self) -> "Subject":
        """What a form of a change is about."""
        return self._of(self.targets)

    def _of(self, records: Sequence[str]) -> "Subject":
        from tui.forms.model.named_change import subject

        return subject(self._host.store, records)

    @property
    def _drafts_here(self) -> Drafts:
        """Where a form of a change keeps what is typed."""
        return self._of_marked if len(self.targets) > 1 else self._host.drafts

    # without a form

    def delete(self) -> None:
        """Delete it."""
        self._set_life("delete", "deleted", "toast.deleted")

    def restore(self) -> None:
        """Bring it back."""
        self._set_life("restore", "live", "toast.restored")

    def _set_life(self, command: str, life: str, told: str) -> None:
        from storage.views.change import Change
        from tui.forms.model.named_change import NamedChange

        change = Change(sets={"life": life})
        self.make(NamedChange(command, change, say(f"preview.{life}"), told))

    def make(self, change: "NamedChange") -> None:
        """Make a change: in one record at once, in several after a look. Raises Refused."""
        from tui.forms.change_maker import make

        self._host.post_message(make(self._host.store, self.targets, change))

    def made(self, change: "NamedChange | None") -> None:
        """A change was made: it can be made once more, unless it deleted or restored; after that
        nothing is marked."""
        if change is not None and change.of_life:
            self._host.browser.marks.clear()
        elif change is not None:
            self.last = change

    @property
    def repeats(self) -> str:
        """What would be made once more, in a word or two."""
        return say("repeat.what", what=cut(self.last.label, LABEL)) if self.last else ""

    def repeat(self) -> None:
        """The last change once more; never a deletion."""
        if self.last is None:
            return
        if self.last.writes_only:
            from tui.forms.edit.note_form import NoteForm

            note = self.last.change
            kind = str((note.entry or {}).get("kind"))
            self._host.open_form(NoteForm(self._host.store, self._about, Drafts(), kind, note))
        else:
            self.make(self.last)
