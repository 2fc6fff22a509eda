"""What can be done about what others ask to erase, and before one erases."""

from tui.commands.command import Command, Need
from tui.commands.common import BACK, EVERYWHERE, MOVES, PAGE_DOWN, PAGE_UP, READING

ON_ERASURE = Need("lit", "no_erasure")
MAY_KEEP = Need("may_keep", "is_kept")
MAY_CONFIRM = Need("may_confirm", "is_erased")

ASKED = (
    Command("confirm_erasure", ("b",), "edit", (ON_ERASURE, MAY_CONFIRM), "confirm"),
    Command("refuse_erasure", ("w",), "edit", (ON_ERASURE, MAY_KEEP), "keep_here"),
    Command("copies_anew", ("c",), "edit", (Need("can_renew", "no_old_copies"),)),
    *(BACK, *READING, *MOVES, *EVERYWHERE),
)
ERASING = (
    Command("erase_also", ("f6",), "edit", (Need("also", "stands_nowhere_else"),), "take_also"),
    *(PAGE_DOWN, PAGE_UP, BACK, *EVERYWHERE),
)
