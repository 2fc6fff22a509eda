"""What can be done in a history: narrowing it, marking acts in it, taking them back."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.commands.narrowing import ClearFilter
from tui.commands.sharing import Copy, CopyToFile
from tui.commands.source import OtherSide
from tui.locale import say

if TYPE_CHECKING:
    from tui.base.list_detail import Beside
    from tui.screens.history.acts_screen import ActsScreen
    from tui.screens.history.screen import HistoryScreen, Narrowed, UndoListScreen


class ByWhom(Command):
    id = "by_whom"
    keys = ("w",)
    group = "look"

    @classmethod
    def run(cls, screen: "HistoryScreen") -> None:
        screen.choose_whom()


class ByTime(Command):
    """Since when."""

    id = "by_time"
    keys = ("s",)
    group = "look"

    @classmethod
    def run(cls, screen: "HistoryScreen") -> None:
        screen.choose_since()


class ByType(Command):
    """Of which type of record."""

    id = "by_type"
    keys = ("t",)
    group = "look"

    @classmethod
    def run(cls, screen: "HistoryScreen") -> None:
        screen.choose_type()


class ByField(Command):
    """One field, with every value that it had."""

    id = "by_field"
    keys = ("f",)
    group = "look"

    @classmethod
    def run(cls, screen: "HistoryScreen") -> None:
        screen.choose_field()


class ClearLast(ClearFilter):
    @classmethod
    def available(cls, screen: "ActsScreen") -> str | None:  # type: ignore[override]
        return None if screen.chips() else say("reason.no_filter")

    @classmethod
    def run(cls, screen: "ActsScreen") -> None:  # type: ignore[override]
        screen.action_do(screen.chips()[-1].command)


class MarkAct(Command):
    """In the history of a record to compare with another act, else to take back together."""

    id = "mark_act"
    keys = ("space",)
    group = "look"

    @classmethod
    def available(cls, screen: "Narrowed") -> str | None:
        return None if screen.act else say("reason.no_act")

    @classmethod
    def run(cls, screen: "Narrowed") -> None:
        screen.mark()


class TakeBack(Command):
    """Take back what is marked, or else what has the bar; what that does is shown first."""

    id = "take_back"
    keys = ("u",)
    group = "edit"

    @classmethod
    def available(cls, screen: "Narrowed") -> str | None:
        if not screen.store.writes:
            return say("reason.past")
        if screen.act is None:
            return say("reason.no_act")
        return say("reason.taken_back") if any(act.void for act in screen.chosen) else None

    @classmethod
    def run(cls, screen: "Narrowed") -> None:
        screen.take_back()


class TakeBackNow(Command):
    """Take back the act with the bar, and none that came later."""

    id = "take_back_now"
    keys = ("enter",)
    group = "edit"

    @classmethod
    def available(cls, screen: "UndoListScreen") -> str | None:
        return None if screen.act else say("reason.no_act")

    @classmethod
    def run(cls, screen: "UndoListScreen") -> None:
        screen.take_back_now()


class ToActRecord(Command):
    """To the page of the record that the act is about."""

    id = "to_act_record"
    keys = ("enter",)
    group = "look"

    @classmethod
    def available(cls, screen: "ActsScreen") -> str | None:
        return None if screen.act and screen.act.changes else say("reason.no_act")

    @classmethod
    def run(cls, screen: "ActsScreen") -> None:
        if screen.act is not None:
            screen.dismiss(screen.act.changes[0].record)


class OtherHalf(OtherSide):
    """Between the list and what is read beside it."""

    @classmethod
    def available(cls, screen: "Beside") -> str | None:  # type: ignore[override]
        return None

    @classmethod
    def run(cls, screen: "Beside") -> None:  # type: ignore[override]
        screen.other_half()


class CopyShown(Copy):
    @classmethod
    def available(cls, screen: "Beside") -> str | None:  # type: ignore[override]
        return None

    @classmethod
    def run(cls, screen: "Beside") -> None:  # type: ignore[override]
        screen.app.copy_to_clipboard(screen.shown_text())
        screen.toast(say("toast.copied", what=screen.shown_name()), "green", "copy_to_file")


class ShownToFile(CopyToFile):
    @classmethod
    def available(cls, screen: "Beside") -> str | None:  # type: ignore[override]
        return None

    @classmethod
    def run(cls, screen: "Beside") -> None:  # type: ignore[override]
        from tui.textfile import keep

        path = keep(screen.shown_text(), screen.shown_name())
        screen.toast(say("toast.kept", name=path.name, folder=path.parent))


def _clear(name: str) -> type[Command]:
    """The command that takes one filter of a history away."""

    class Clear(Command):
        id = f"clear_by_{name}"
        group = "look"

        @classmethod
        def available(cls, screen: "ActsScreen") -> str | None:
            there = any(chip.command == cls.id for chip in screen.chips())
            return None if there else say("reason.no_filter")

        @classmethod
        def run(cls, screen: "ActsScreen") -> None:
            screen.narrow(**{name: None})

    return Clear


CLEARS: tuple[type[Command], ...] = tuple(_clear(name) for name in ("field", "by", "since", "type"))
READING: tuple[type[Command], ...] = (OtherHalf, CopyShown, ShownToFile)
