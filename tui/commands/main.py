"""The commands of the main screen, in the order of help and palette."""

from tui.commands.base import Command
from tui.commands.common import EVERYWHERE, MOVES
from tui.commands.editing import Delete, Edit, Note, Redo, Restore, Status, Undo
from tui.commands.exchanging import Export, Import
from tui.commands.looking import ClearFilter, Conflicts, History, Search, View
from tui.commands.moving import TO_PANES, Back, Enter, NextPane, PreviousPane

MAIN: tuple[type[Command], ...] = (
    *(Status, Edit, Note, Undo, Redo, Delete, Restore),
    *(Search, History, Conflicts, View, ClearFilter),
    *(Export, Import),
    *(Enter, Back, NextPane, PreviousPane),
    *TO_PANES,
    *MOVES,
    *EVERYWHERE,
)
