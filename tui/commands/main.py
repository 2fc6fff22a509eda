"""The commands of the main screen, in the order of help and palette."""

from typing import Any

from tui.commands.adding import ADDS, Add
from tui.commands.beginning import Begin
from tui.commands.common import EVERYWHERE, MOVES, SELFTEST
from tui.commands.drafting import Drafts
from tui.commands.editing import (
    Delete,
    Edit,
    Evidence,
    Lead,
    Note,
    Redo,
    Repeat,
    Restore,
    Signal,
    Status,
    TakeSource,
    Term,
    Undo,
)
from tui.commands.erasures import Erasures
from tui.commands.exchanging import Brought, Compare, Exchange, Export, Import, Sync
from tui.commands.fields import EditField
from tui.commands.introducing import Myself
from tui.commands.joining import Join, Problems
from tui.commands.looking import Conflicts, History, Search
from tui.commands.marking import MarkAll, MarkOne
from tui.commands.moving import (
    TO_PANES,
    Ahead,
    Back,
    Behind,
    Enter,
    Jump,
    Mark,
    Marks,
    NextPane,
    PreviousPane,
    Whole,
)
from tui.commands.narrowing import CLEARS, Arrange, ChooseOurs, ClearFilter, Ours, These, View
from tui.commands.overviews import OVERVIEWS
from tui.commands.past import PAST, UndoList
from tui.commands.setting import Settings
from tui.commands.sharing import Copy, CopyToFile
from tui.commands.sizing import SIZING
from tui.commands.source import Attach, Coverage, Source
from tui.commands.ticking import TickOff

MAIN: tuple[Any, ...] = (
    *(Status, Signal, Lead, Term, Edit, EditField, Note, Evidence, TickOff, Repeat, TakeSource),
    *(Undo, Redo, UndoList, Add, Delete, Restore, Join),
    *(MarkOne, MarkAll),
    *ADDS,
    *(Search, View, Ours, These, Arrange, ClearFilter, History, Conflicts, Problems, ChooseOurs),
    *PAST,
    *(Source, Coverage),
    *OVERVIEWS,
    *CLEARS,
    *(Copy, CopyToFile, Export, Import, Sync, Brought, Compare, Exchange, Erasures, Attach),
    *(Enter, Back, NextPane, PreviousPane, Jump, Behind, Ahead, Mark, Marks, Whole),
    *TO_PANES,
    *MOVES,
    *(Myself, Drafts, Settings, SELFTEST, Begin),
    *EVERYWHERE,
    *SIZING,
)
