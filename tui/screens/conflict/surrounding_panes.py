"""What is told around the values of a conflict, and the story that stands in their place."""

from tui.draw.spans import ink, quiet
from tui.locale import say
from tui.pages.conflict_lines import (
    ConflictView,
    about_lines,
    about_short,
    after_lines,
    alike_lines,
    before_lines,
    field_story_lines,
)
from tui.screens.conflict.open_conflicts import OpenConflicts
from tui.screens.conflict.value_panes import SMALL
from tui.widgets.line_pane import LinePane
from tui.words.alike import Alike


class SurroundingPanes:
    """What it is about, what stood before, which conflicts come after it, how it came to this."""

    def __init__(self, conflicts: OpenConflicts) -> None:
        self.about = LinePane("about", tone="canvas", focusable=False)
        self.before = LinePane("before", tone="canvas", focusable=False)
        self.after = LinePane("after", tone="canvas", focusable=False)
        self.story = LinePane("story")
        self._conflicts = conflicts

    def show(self, seen: ConflictView, asked: Alike | None) -> None:
        """Show what is told of a conflict; what would be settled alike, where that is asked."""
        found, place, proposal = (
            self._conflicts.all,
            self._conflicts.place,
            self._conflicts.proposal,
        )
        self.about.show(
            lambda width: list(
                (about_short if self.about.screen.has_class(SMALL) else about_lines)(seen, width)
            )
        )
        self.before.show(lambda width: list(before_lines(seen, proposal, width)))
        if asked is not None:
            self.after.show(lambda width: list(alike_lines(asked, width)))
        else:
            self.after.show(lambda width: list(after_lines(found, place, width)))
        self.story.show(
            lambda width: field_story_lines(seen.story, width),
            lambda width, more: (
                [ink(say("conflict.story"), bold=True)],
                [quiet(say("page.more"))] if more else (),
            ),
        )
