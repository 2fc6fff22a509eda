"""Erasing: what others ask, and what stands in a history."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.commands.needs import OnFile
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.erasure.asked_screen import ErasuresScreen
    from tui.screens.erasure.erasing_screen import EraseScreen
    from tui.screens.history.screen import HistoryScreen, Narrowed
    from tui.screens.main import MainScreen


class Erasures(OnFile):
    """What others ask to erase, and what was decided of that."""

    id = "erasures"
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.erasure.asked_screen import ErasuresScreen

        screen.app.push_screen(ErasuresScreen(screen.store), screen.looked_back)


class ConfirmErasure(Command):
    """Erase here what someone asks, after asking once."""

    id = "confirm_erasure"
    keys = ("b",)
    group = "edit"

    @classmethod
    def available(cls, screen: "ErasuresScreen") -> str | None:
        if screen.lit is None:
            return say("reason.no_erasure")
        done = screen.lit.confirmed and screen.is_clean
        return say("reason.is_erased") if done else None

    @classmethod
    def run(cls, screen: "ErasuresScreen") -> None:
        screen.confirm()


class RefuseErasure(Command):
    """Keep here what someone asks to erase."""

    id = "refuse_erasure"
    keys = ("w",)
    group = "edit"

    @classmethod
    def available(cls, screen: "ErasuresScreen") -> str | None:
        if screen.lit is None:
            return say("reason.no_erasure")
        return say("reason.is_kept") if screen.lit.confirmed is False else None

    @classmethod
    def run(cls, screen: "ErasuresScreen") -> None:
        screen.keep_here()


class CopiesAnew(Command):
    """Make the daily copies anew, without what was erased."""

    id = "copies_anew"
    keys = ("c",)
    group = "edit"

    @classmethod
    def available(cls, screen: "ErasuresScreen") -> str | None:
        can = any(copy.why is None for copy in screen.old)
        return None if can else say("reason.no_old_copies")

    @classmethod
    def run(cls, screen: "ErasuresScreen") -> None:
        screen.copies_anew()


class EraseAct(Command):
    """Erase what is marked, or else what has the bar; what goes is shown first."""

    id = "erase_act"
    keys = ("x",)
    group = "edit"

    @classmethod
    def available(cls, screen: "Narrowed") -> str | None:
        if not screen.store.writes:
            return say("reason.past")
        return None if screen.act else say("reason.no_act")

    @classmethod
    def run(cls, screen: "Narrowed") -> None:
        screen.erase([act.id for act in screen.chosen])


class EraseRecord(Command):
    """Erase all that was ever said of this record."""

    id = "erase_record"
    keys = ("X",)
    group = "edit"

    @classmethod
    def available(cls, screen: "HistoryScreen") -> str | None:
        if not screen.store.writes:
            return say("reason.past")
        return None if screen.act else say("reason.no_act")

    @classmethod
    def run(cls, screen: "HistoryScreen") -> None:
        screen.erase([screen.record])


class ShowToErase(Command):
    """Show what someone asks to erase."""

    id = "show_to_erase"
    keys = ("v",)
    group = "look"

    @classmethod
    def available(cls, screen: "Narrowed") -> str | None:
        hidden = screen.act is not None and screen.act.to_erase
        return None if hidden else say("reason.nothing_hidden")

    @classmethod
    def run(cls, screen: "Narrowed") -> None:
        screen.show_to_erase()


class EraseAlso(Command):
    """Erase too the other changes in which the names stand."""

    id = "erase_also"
    keys = ("f6",)
    group = "edit"

    @classmethod
    def available(cls, screen: "EraseScreen") -> str | None:
        return None if screen.also else say("reason.stands_nowhere_else")

    @classmethod
    def run(cls, screen: "EraseScreen") -> None:
        screen.take_also()


IN_ERASURES: tuple[type[Command], ...] = (ConfirmErasure, RefuseErasure, CopiesAnew)
ERASING: tuple[type[Command], ...] = (EraseAct, ShowToErase)
