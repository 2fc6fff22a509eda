"""What the footer says of a conflict: the values that can be taken, and what else can be done."""

from tui.base.base_screen import BaseScreen
from tui.locale import say
from tui.screens.conflict.open_conflicts import OpenConflicts
from tui.screens.conflict.value_panes import SMALL
from tui.widgets.footer import KeyHint
from tui.widgets.safe_inputs import LineInput


def conflict_hints(
    screen: BaseScreen, conflicts: OpenConflicts, *, alike: bool, telling: bool
) -> list[KeyHint]:
    """The keys: while it is asked whether to settle ``alike`` what is in conflict alike, while a
    reason is typed, while the story is told, and else while the values stand side by side."""
    back = KeyHint(say("key.escape"), say("command.back"))
    if alike:
        return [KeyHint(say("key.enter"), say("command.take_alike")), back]
    if isinstance(screen.focused, LineInput):  # a digit belongs to the reason
        chosen = screen.command(f"take_{conflicts.index + 1}")
        word = chosen.word() if chosen else say("command.take")
        return [KeyHint(say("key.enter"), word), back]
    if telling:
        return [KeyHint(say("key.up_down"), say("command.read")), back]
    count = len(conflicts.values)
    takes = screen.hint(*(f"take_{n}" for n in range(1, count + 1)))
    own = [one._replace(word=say("form.own_value")) for one in screen.hint(f"take_{count + 1}")]
    if conflicts.of_life:
        words = (say("command.let_be"), say("command.delete"))
        takes = [take._replace(word=word) for take, word in zip(takes, words, strict=False)]
    elif screen.has_class(SMALL):  # where they stand below one another
        takes = [take._replace(word=say("command.take_this")) for take in takes]
    names = ("next_conflict", "story", "take_merge", "alike", "reason", "back")
    return [*takes, *(own if conflicts.can_type else ()), *screen.hint(*names)]
