"""What can be done about a problem: the one that has the bar."""

from typing import TYPE_CHECKING

from storage.queries.problems.resting import asks_nothing
from tui.called import called
from tui.commands.base import Command
from tui.contents.problems import Mending, mending, target_of
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.problems.screen import ProblemsScreen

ELSEWHERE = ("field", "note", "signal", "join", "exchange", "erase")
"""Ways that need a form, which stands on the main screen, or another screen."""


class OnProblem(Command):
    """Needs a problem."""

    group = "edit"

    @classmethod
    def available(cls, screen: "ProblemsScreen") -> str | None:
        return None if screen.lit else say("reason.no_problem")


class Fix(OnProblem):
    """Mend it: at once, or in the form that opens."""

    id = "fix"
    keys = ("enter",)

    @classmethod
    def available(cls, screen: "ProblemsScreen") -> str | None:
        mends = screen.lit is not None and mending(screen.lit) is not None
        return super().available(screen) or (None if mends else say("reason.mends_itself"))

    @classmethod
    def run(cls, screen: "ProblemsScreen") -> None:
        problem = screen.lit
        how = mending(problem) if problem else None
        if problem is None or how is None:
            return
        if how.way in ELSEWHERE:
            screen.leave(how)
            return
        store, record = screen.store, problem.record
        name = called(store, record)
        match how.way:
            case "recode":
                screen.mended(say("toast.recoded", name=name, code=store.recode(record)))
            case "loose":
                store.edit(record, {"joined": None})
                screen.mended(say("toast.loose", name=name))
            case "take_out":
                store.edit(record, {str(problem.details["element"]): False})
                screen.mended(say("toast.edited", code=name))
            case "restore":
                RestoreIt.run(screen)
            case "delete":
                store.delete(record)
                screen.mended(say("toast.deleted", code=name))


class Rest(OnProblem):
    """Say that it was seen: it asks nothing, and rests until it changes."""

    id = "rest"
    keys = ("z",)

    @classmethod
    def available(cls, screen: "ProblemsScreen") -> str | None:
        rests = screen.lit is not None and asks_nothing(screen.lit)
        return super().available(screen) or (None if rests else say("reason.asks_something"))

    @classmethod
    def run(cls, screen: "ProblemsScreen") -> None:
        screen.let_rest()


class RestoreIt(OnProblem):
    """Bring back what was deleted and is pointed at."""

    id = "restore"
    keys = ("R",)

    @classmethod
    def available(cls, screen: "ProblemsScreen") -> str | None:
        gone = screen.lit is not None and target_of(screen.lit) is not None
        return super().available(screen) or (None if gone else say("reason.not_deleted"))

    @classmethod
    def run(cls, screen: "ProblemsScreen") -> None:
        target = target_of(screen.lit) if screen.lit else None
        if target is not None:
            screen.store.restore(target)
            screen.mended(say("toast.restored", code=called(screen.store, target)))


class _OnDouble(OnProblem):
    @classmethod
    def available(cls, screen: "ProblemsScreen") -> str | None:
        double = screen.lit is not None and screen.lit.kind == "double"
        return super().available(screen) or (None if double else say("reason.no_double"))


class JoinIt(_OnDouble):
    """See what joining would do."""

    id = "join"
    keys = ("J",)

    @classmethod
    def run(cls, screen: "ProblemsScreen") -> None:
        screen.leave(Mending("join"))


class Apart(_OnDouble):
    """Say that these are two; only this laptop remembers that."""

    id = "apart"
    keys = ("x",)

    @classmethod
    def run(cls, screen: "ProblemsScreen") -> None:
        problem = screen.lit
        if problem is not None:
            screen.store.keep_apart(problem.record, str(problem.details["other"]))
            screen.toast(say("toast.apart"))
            screen.look()


class OpenProblem(OnProblem):
    """Go to the record."""

    id = "open_problem"
    keys = ("o",)
    group = "move"

    @classmethod
    def available(cls, screen: "ProblemsScreen") -> str | None:
        there = screen.lit is not None and bool(screen.lit.record)
        return super().available(screen) or (None if there else say("reason.no_record"))

    @classmethod
    def run(cls, screen: "ProblemsScreen") -> None:
        screen.leave()


class UndoMending(Command):
    """Take back what was done last."""

    id = "undo"
    keys = ("u",)
    group = "edit"

    @classmethod
    def run(cls, screen: "ProblemsScreen") -> None:
        screen.take_back()


class LeaveProblems(Command):
    """Back to where one came from."""

    id = "back"
    keys = ("escape",)
    group = "move"

    @classmethod
    def run(cls, screen: "ProblemsScreen") -> None:
        screen.dismiss(None)


IN_PROBLEMS: tuple[type[Command], ...] = (
    *(Fix, Rest, RestoreIt, JoinIt, Apart, OpenProblem, UndoMending, LeaveProblems),
)
