"""What can be done about a conflict."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.locale import say
from tui.widgets.fields import Field

if TYPE_CHECKING:
    from tui.screens.conflict.screen import ConflictScreen


class _Settle(Command):
    group = "edit"


class Left(Command):
    id = "left"
    keys = ("left",)
    group = "move"

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.select(screen.index - 1)


class Right(Command):
    id = "right"
    keys = ("right",)
    group = "move"

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.select(screen.index + 1)


class Next(Command):
    """The next conflict; this one stays."""

    id = "next_conflict"
    keys = ("n",)
    group = "look"

    @classmethod
    def available(cls, screen: "ConflictScreen") -> str | None:
        return None if len(screen.conflicts) > 1 else say("reason.only_conflict")

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.go(screen.place + 1)


class Story(Command):
    """How the field came to this: who set, settled and opened it again."""

    id = "story"
    keys = ("h",)
    group = "look"

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.tell_story()


class TakeChosen(_Settle):
    """Take the value that has the bar."""

    id = "take"
    keys = ("enter",)

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        if screen.asked_alike is not None:
            screen.take_alike()
        else:
            screen.take(screen.index)


class TakeMerge(_Settle):
    """Take the words of both, as proposed."""

    id = "take_merge"
    keys = ("m",)

    @classmethod
    def available(cls, screen: "ConflictScreen") -> str | None:
        return None if screen.proposal is not None else say("reason.no_proposal")

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.settle(screen.proposal)


class Third(_Settle):
    """Type another value; it begins with the proposal, or with what has the bar."""

    id = "third"
    keys = ("e",)

    @classmethod
    def available(cls, screen: "ConflictScreen") -> str | None:
        return None if screen.can_type else say("reason.no_third")

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.type_third()


class Alike(_Settle):
    """The same choice in all conflicts where it can be made; it is shown first."""

    id = "alike"
    keys = ("a",)

    @classmethod
    def available(cls, screen: "ConflictScreen") -> str | None:
        found = screen.alike
        return None if found and len(found.settled) > 1 else say("reason.not_alike")

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.ask_alike()


class Reason(_Settle):
    """Type why; it may stay empty."""

    id = "reason"
    keys = ("tab", "w")

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.query_one(Field).focus()


class Later(Command):
    """From the reason back to the values, and from those back to the main screen."""

    id = "back"
    keys = ("escape",)
    group = "move"

    @classmethod
    def word(cls) -> str:
        return say("command.later")

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        aside = screen.telling or screen.asked_alike is not None
        if aside or isinstance(screen.focused, Field):
            screen.select(screen.index)
        else:
            screen.dismiss()


class Undo(_Settle):
    """Take back what was settled here."""

    id = "undo"
    keys = ("u",)

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.take_back()


class CopyConflict(Command):
    id = "copy"
    keys = ("y",)
    group = "exchange"

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        screen.app.copy_to_clipboard(screen.as_text())
        screen.toast(say("toast.copied", what=screen.called), "green", "copy_to_file")


class CopyConflictToFile(Command):
    id = "copy_to_file"
    keys = ("Y",)
    group = "exchange"

    @classmethod
    def run(cls, screen: "ConflictScreen") -> None:
        from tui.textfile import keep

        path = keep(screen.as_text(), screen.called)
        screen.toast(say("toast.kept", name=path.name, folder=path.parent))


def _take(number: int) -> type[Command]:
    """The command that takes one value by its number."""

    class Take(_Settle):
        id = f"take_{number}"
        keys = (str(number),)

        @classmethod
        def word(cls) -> str:
            return say("command.take_n", n=number) if number > 2 else say(f"command.{cls.id}")

        @classmethod
        def is_there(cls, screen: "ConflictScreen") -> bool:
            return number <= len(screen.values)

        @classmethod
        def available(cls, screen: "ConflictScreen") -> str | None:
            return None if cls.is_there(screen) else say("reason.no_value", n=number)

        @classmethod
        def run(cls, screen: "ConflictScreen") -> None:
            screen.take(number - 1)

    return Take


SETTLING: tuple[type[Command], ...] = (
    *(_take(number) for number in range(1, 10)),
    *(TakeChosen, TakeMerge, Third, Alike, Left, Right, Reason, Next, Story, Undo, Later),
    *(CopyConflict, CopyConflictToFile),
)
