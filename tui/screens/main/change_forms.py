"""Changes in what was marked, or else in what is read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from storage.errors import Refused
from tui.draw.spans import cut
from tui.forms.form_messages import Done, Prepared
from tui.forms.parts.form import Form
from tui.locale import say
from tui.screens.main.marks import Marks
from tui.screens.main.page_panes import PagePanes
from tui.store import Store
from tui.user.drafts import Drafts

if TYPE_CHECKING:
    from tui.forms.model.named_change import NamedChange, Subject

LABEL = 24  # cells for what is repeated


class ChangeForms:
    """Makes them in ``store``, or opens the form that asks for them."""

    def __init__(
        self,
        marks: Marks,
        pages: PagePanes,
        store: Callable[[], Store],
        tell: Callable[[Done | Prepared], None],
        open_form: Callable[[Form], None],
    ) -> None:
        self.drafts = Drafts()
        self.last: NamedChange | None = None
        """What was made last, and can be made once more."""
        self._of_marked = Drafts()  # of several agreements; gone with their marks when one leaves
        self._marks = marks
        self._pages = pages
        self._store = store
        self._tell = tell
        self._open_form = open_form

    @property
    def marking(self) -> bool:
        """Whether a change is made in what was marked: not while something is read that is no
        agreement, for that is meant then."""
        no_other = self._pages.page is None or self._pages.agreement is not None
        return bool(self._marks) and no_other

    @property
    def targets(self) -> tuple[str, ...]:
        """What a change is made in: all that was marked, else what is read."""
        if self.marking:
            return tuple(self._marks)
        if self._pages.page is None:
            raise Refused("no_agreement")
        return (self._pages.page.record,)

    @property
    def about(self) -> "Subject":
        """What a form of a change is about."""
        from tui.forms.model.named_change import subject

        return subject(self._store(), self.targets)

    @property
    def drafts_here(self) -> Drafts:
        """Where a form of a change keeps what is typed."""
        return self._of_marked if len(self.targets) > 1 else self.drafts

    def make(self, change: "NamedChange") -> None:
        """Make a change: in one record at once, in several after a look. Raises Refused."""
        from tui.forms.change_maker import make

        self._tell(make(self._store(), self.targets, change))

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
            self._open_form(NoteForm(self._store(), self.about, Drafts(), kind, note))
        else:
            self.make(self.last)
