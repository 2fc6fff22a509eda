"""Agreements that were marked, and what a change is made in."""

from storage.errors import Refused
from storage.views.page_content import Page
from tui.draw.rows.agreements import Agreements
from tui.reading import id_of
from tui.screens.narrowing import Narrowing


class Marking(Narrowing):
    """Marks are by id: they stay while the list is put in another order or narrowed, and are
    gone when the app is left."""

    @property
    def marking(self) -> bool:
        """Whether a change is made in what was marked: not while something is read that is no
        agreement, for that is meant then."""
        return bool(self.marked) and (self.reading is None or isinstance(self.reading, Page))

    @property
    def targets(self) -> tuple[str, ...]:
        """What a change is made in: all that was marked, else what is read."""
        if self.marking:
            return tuple(self.marked)
        if self.reading is None:
            raise Refused("no_agreement")
        return (id_of(self.reading),)

    def mark_one(self) -> None:
        """Mark the highlighted agreement or take its mark away, and go to the next."""
        listed = self.pane_rows(3)
        if listed.key is None:
            return
        if listed.key in self.marked:
            del self.marked[listed.key]
        else:
            self.marked[listed.key] = None
        listed.move(1)
        self.marks_changed()

    def mark_all(self) -> None:
        """Mark everything in the list; where all of it is marked, take those marks away."""
        rows = self.pane_rows(3).rows
        shown = dict.fromkeys(rows.ids() if isinstance(rows, Agreements) else ())
        if shown.keys() <= self.marked.keys():
            for record in shown:
                del self.marked[record]
        else:
            self.marked.update(shown)
        self.marks_changed()

    def unmark(self) -> None:
        """Take all marks away."""
        self.marked.clear()
        self.unseen = 0
        self.marks_changed()

    def marks_changed(self) -> None:
        """Show the marks as they are now."""
        self.pane_rows(3).refresh()
        self.show_heading()
        self.show_hints()

    def back(self) -> None:
        """In the list the marks go first."""
        if self.state.pane == 3 and self.marked:
            self.unmark()
        else:
            super().back()
