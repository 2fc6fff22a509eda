"""What can be done on the screen of the exchange."""

from typing import TYPE_CHECKING

from tui.accepting import acceptable
from tui.commands.base import Command
from tui.commands.exchanging import Sync
from tui.commands.history import OtherHalf
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.exchange.screen import ExchangeScreen


class SyncIt(Sync):
    """See what waits in the folder with the bar; else as elsewhere."""

    @classmethod
    def available(cls, screen: "ExchangeScreen") -> str | None:  # type: ignore[override]
        return None

    @classmethod
    def run(cls, screen: "ExchangeScreen") -> None:  # type: ignore[override]
        screen.sync()


class SeeIt(Command):
    """The same of a folder with the bar; of anything else to what there is to know of it."""

    id = "see_it"
    keys = ("enter",)
    group = "exchange"

    @classmethod
    def available(cls, screen: "ExchangeScreen") -> str | None:
        return None if screen.lit else say("reason.nothing_to_see")

    @classmethod
    def run(cls, screen: "ExchangeScreen") -> None:
        if screen.lit_folder is not None:
            screen.sync()
        else:
            screen.other_half()


class NewFolder(Command):
    """Choose another folder to exchange in."""

    id = "new_folder"
    keys = ("n",)
    group = "exchange"

    @classmethod
    def run(cls, screen: "ExchangeScreen") -> None:
        screen.choose_folder()


class RetryApart(Command):
    """Try again what was set apart, all of it: it costs nothing."""

    id = "retry_apart"
    keys = ("r",)
    group = "exchange"

    @classmethod
    def available(cls, screen: "ExchangeScreen") -> str | None:
        return None if screen.apart else say("reason.nothing_apart")

    @classmethod
    def run(cls, screen: "ExchangeScreen") -> None:
        screen.retry()


class Accept(Command):
    """Accept what is of the source, or in its name: beside it stands what that changes."""

    id = "accept"
    keys = ("o",)
    group = "exchange"

    @classmethod
    def available(cls, screen: "ExchangeScreen") -> str | None:
        return None if acceptable(screen.lit) else say("reason.nothing_to_accept")

    @classmethod
    def run(cls, screen: "ExchangeScreen") -> None:
        screen.accept()


class Drop(Command):
    """Forget a folder; throw away for good what was set apart, after asking once."""

    id = "drop"
    keys = ("d", "delete")
    group = "exchange"

    @classmethod
    def available(cls, screen: "ExchangeScreen") -> str | None:
        there = screen.lit_folder or screen.lit_apart
        return None if there else say("reason.stays_here")

    @classmethod
    def run(cls, screen: "ExchangeScreen") -> None:
        screen.drop()


class LeaveExchange(Command):
    """From what is read beside the list to the list, and from there back."""

    id = "back"
    keys = ("escape",)
    group = "move"

    @classmethod
    def run(cls, screen: "ExchangeScreen") -> None:
        screen.back()


IN_EXCHANGE: tuple[type[Command], ...] = (
    *(SyncIt, SeeIt, NewFolder, RetryApart, Accept, Drop, OtherHalf, LeaveExchange),
)
