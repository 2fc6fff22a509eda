"""Problems: what a merge left and no form would allow, each explained, with its remedy."""

from collections.abc import Sequence
from contextlib import closing
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Container

from storage.errors import Refused
from storage.queries.problems.resting import asks_nothing
from storage.views.problem import Problem
from tui.base.app_messages import Work
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.draw.spans import ink, quiet
from tui.locale import number, say
from tui.rows.row import SentenceRow as Said
from tui.screens.problems.commands import PROBLEMS
from tui.screens.problems.lines import problem_lines
from tui.screens.problems.rows import problem_row_key, problem_rows
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.line_pane import LinePane
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved
from tui.words.act_words import describe
from tui.words.called import short_name_of
from tui.words.contents.problem_words import (
    Mending,
    mending,
    problem_kind,
    problem_sentence,
    target_of,
)


class ToMend(NamedTuple):
    """Where mending goes on: a problem with its way, or only the record to go to."""

    problem: Problem
    mending: Mending | None


class ProblemsScreen(BaseScreen):
    """A list by kind; of the one with the bar what is the matter, and the page it is about."""

    TOPIC = "problems"
    DOES = PROBLEMS

    def __init__(self, store: Store, last_year: str) -> None:
        super().__init__()
        self.store = store
        self.last_year = last_year
        self.problems: Sequence[Problem] | None = None

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        with Container(classes="twice"):
            yield RowList("problems", tone="sunken")
            yield LinePane("problem", focusable=False)

    @guarded
    def on_mount(self) -> None:
        self.query_one(RowList).focus()
        self.query_one(RowList).show([Said(say("problems.looking"))])
        self._head()
        self.look()

    def refreshed(self) -> None:
        """Someone else wrote: there may be more problems now, or fewer."""
        self.look()

    def look(self) -> None:
        """Look for problems in a thread: of 100,000 agreements that takes a while."""
        path, today = self.store.path, self.store.today

        def look() -> None:
            from storage.reader import Reader

            try:
                with closing(Reader(path, today)) as reader:
                    found = [*reader.problems.all(), *reader.problems.doubles()]
                self.post_message(Work("problems", found))
            except Refused as refused:
                self.post_message(Work("problems", refused=refused))

        self.run_worker(look, thread=True, exclusive=True)

    @guarded
    def on_work(self, message: Work) -> None:
        if message.refused is not None:
            self.refuse(message.refused)
        elif isinstance(message.result, list):
            self.problems = message.result
            self.query_one(HeaderLine).show(self.store.totals())
            self.query_one(HeaderLine).mind(wrong=len(self.asking))
            rows = list(problem_rows(self.problems))
            self.query_one(RowList).show(rows or [Said(say("problems.none"))])
            self._show()

    @property
    def lit(self) -> Problem | None:
        """The problem with the bar."""
        key = self.query_one(RowList).key
        return next((one for one in self.problems or () if problem_row_key(one) == key), None)

    @property
    def asking(self) -> Sequence[Problem]:
        """Those that do not rest."""
        return [one for one in self.problems or () if not one.resting]

    @guarded
    def on_moved(self, message: Moved) -> None:
        self._show()

    def on_chosen(self, message: Chosen) -> None:
        self._show()

    # mending

    @property
    def remedy(self) -> Mending | None:
        """How the problem with the bar is mended with Enter."""
        return mending(self.lit) if self.lit else None

    @property
    def target(self) -> str | None:
        """The deleted record that it is about, which can be brought back."""
        return target_of(self.lit) if self.lit else None

    @property
    def double(self) -> str | None:
        """The other one, of two records that may be the same."""
        lit = self.lit
        return str(lit.details["other"]) if lit and lit.kind == "double" else None

    @property
    def may_rest(self) -> bool:
        """Whether it asks nothing of anyone."""
        return self.lit is not None and asks_nothing(self.lit)

    def fix(self) -> None:
        """Mend it: at once, or in the form that opens elsewhere."""
        problem, how = self.lit, self.remedy
        if problem is None or how is None:
            return
        store, record = self.store, problem.record
        name = short_name_of(store, record)
        match how.way:
            case "recode":
                self._mended(say("toast.recoded", name=name, code=store.changes.recode(record)))
            case "loose":
                store.edit(record, {"joined": None})
                self._mended(say("toast.loose", name=name))
            case "take_out":
                store.edit(record, {str(problem.details["element"]): False})
                self._mended(say("toast.edited", code=name))
            case "restore":
                self.restore()
            case "delete":
                store.delete(record)
                self._mended(say("toast.deleted", code=name))
            case _:
                self.leave(how)

    def rest(self) -> None:
        """Let it rest until it changes, for it was seen; or no longer."""
        problem = self.lit
        if problem is not None:
            self.store.problems.rest(problem, seen=not problem.resting)
            self.toast(say("toast.minded_again" if problem.resting else "toast.rests"))
            self.look()

    def restore(self) -> None:
        """Bring back what was deleted and is pointed at."""
        target = self.target
        if target is not None:
            self.store.restore(target)
            self._mended(say("toast.restored", code=short_name_of(self.store, target)))

    def join(self) -> None:
        """See what joining the two would do."""
        self.leave(Mending("join"))

    def keep_apart(self) -> None:
        """Say that these are two; only this laptop remembers that."""
        problem, other = self.lit, self.double
        if problem is not None and other is not None:
            self.store.problems.keep_apart(problem.record, other)
            self.toast(say("toast.apart"))
            self.look()

    def leave(self, to: Mending | None = None) -> None:
        """Go on where it can be mended, or to its record."""
        if self.lit is not None:
            self.dismiss(ToMend(self.lit, to))

    def undo(self) -> None:
        """Take back what was done last."""
        told = say("toast.undone", what=describe(self.store.undo()))
        self.wrote()
        self.toast(told)
        self.look()

    def _mended(self, told: str) -> None:
        """Something was done about it here: say so, and look again."""
        self.wrote()
        self.toast(told, "green", "undo")
        self.look()

    # drawing

    def _head(self) -> None:
        rows = self.query_one(RowList)
        right = [quiet(number(len(self.asking)))] if self.problems else []
        rows.head([ink(say("problems.title"), bold=True)], right)

    def _show(self) -> None:
        self._head()
        problem, page = self.lit, self.query_one(LinePane)
        if problem is None:
            page.show(lambda width: ())
        else:
            told = problem_sentence(self.store, problem)
            page.show(
                lambda width: list(problem_lines(self.store, problem, told, self.last_year, width)),
                lambda width, more: ([ink(problem_kind(problem).capitalize(), bold=True)], ()),
            )
        self.show_hints()

    def hints(self) -> Sequence[KeyHint]:
        return self.hint("fix", "rest", "restore", "join", "apart", "open_problem", "undo", "back")
