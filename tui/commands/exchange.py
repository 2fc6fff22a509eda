"""What can be done on the screen of the exchange."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.commands.history import OtherHalf
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.exchange import ExchangeScreen


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


class DropApart(Command):
    """Throw away for good what has the bar, after asking once."""

    id = "drop_apart"
    keys = ("d", "delete")
    group = "exchange"

    @classmethod
    def available(cls, screen: "ExchangeScreen") -> str | None:
        return None if screen.lit_apart else say("reason.not_apart")

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


IN_EXCHANGE: tuple[type[Command], ...] = (RetryApart, DropApart, OtherHalf, LeaveExchange)
