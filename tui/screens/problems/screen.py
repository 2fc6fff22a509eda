"""Problems: what a merge left and no form would allow, each explained, with its remedy."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.containers import Container

from storage.errors import Refused
from storage.queries.problems.resting import asks_nothing
from storage.records.fields import FIELDS, type_of
from storage.views import Problem
from tui import signs
from tui.acts import describe
from tui.base.base_screen import Base
from tui.called import called
from tui.commands.base import Command
from tui.commands.common import EVERYWHERE, MOVES
from tui.commands.mending import IN_PROBLEMS
from tui.contents.problems import Mending, mending, name_of, sentence, target_of, whose
from tui.draw.rows.row import Blank, Choice, Heading, Row
from tui.draw.rows.row import Sentence as Said
from tui.guard import guarded
from tui.keys import hint as key_of
from tui.locale import number, say
from tui.messages import Chosen, Moved, Work
from tui.pages import heading, page_lines
from tui.spans import Line, accent, clean, cut, gap, ink, quiet, room_in, row, wrap
from tui.store import Store
from tui.widgets.footer import Hint
from tui.widgets.header import Header
from tui.widgets.lines import Lines
from tui.widgets.rows import Rows
from tui.words import short_code

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class ToMend(NamedTuple):
    """Where mending goes on: a problem with its way, or only the record to go to."""

    problem: Problem
    mending: Mending | None


class ProblemsScreen(Base):
    """A list by kind; of the one with the bar what is the matter, and the page it is about."""

    TOPIC = "problems"
    DOES: ClassVar[tuple[type[Command], ...]] = (*IN_PROBLEMS, *MOVES, *EVERYWHERE)

    def __init__(self, store: Store, last_year: str) -> None:
        super().__init__()
        self.store = store
        self.last_year = last_year
        self.problems: Sequence[Problem] | None = None

    def parts(self) -> ComposeResult:
        yield Header()
        with Container(classes="twice"):
            yield Rows("problems", tone="sunken")
            yield Lines("problem", focusable=False)

    @guarded
    def on_mount(self) -> None:
        self.query_one(Rows).focus()
        self.query_one(Rows).show([Said(say("problems.looking"))])
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
                    found = [*reader.problems(), *reader.doubles()]
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
            self.query_one(Header).show(self.store.totals())
            self.query_one(Header).mind(len(self.asking))
            rows = list(_rows(self.problems))
            self.query_one(Rows).show(rows or [Said(say("problems.none"))])
            self._show()

    @property
    def lit(self) -> Problem | None:
        """The problem with the bar."""
        key = self.query_one(Rows).key
        return next((one for one in self.problems or () if _key(one) == key), None)

    @property
    def asking(self) -> Sequence[Problem]:
        """Those that do not rest."""
        return [one for one in self.problems or () if not one.resting]

    def let_rest(self) -> None:
        """Let the problem with the bar rest, or no longer."""
        problem = self.lit
        if problem is not None:
            self.store.rest(problem, seen=not problem.resting)
            self.toast(say("toast.minded_again" if problem.resting else "toast.rests"))
            self.look()

    @guarded
    def on_moved(self, message: Moved) -> None:
        self._show()

    def on_chosen(self, message: Chosen) -> None:
        self._show()

    # mending

    def leave(self, to: Mending | None = None) -> None:
        """Go on where the problem can be mended, or to its record."""
        if self.lit is not None:
            self.dismiss(ToMend(self.lit, to))

    def mended(self, told: str) -> None:
        """Something was done about it here: say so, and look again."""
        self.wrote()
        self.toast(told, "green", "undo")
        self.look()

    def take_back(self) -> None:
        told = say("toast.undone", what=describe(self.store.undo()))
        self.wrote()
        self.toast(told)
        self.look()

    # drawing

    def _head(self) -> None:
        rows = self.query_one(Rows)
        right = [quiet(number(len(self.asking)))] if self.problems else []
        rows.head([ink(say("problems.title"), bold=True)], right)

    def _show(self) -> None:
        self._head()
        problem, page = self.lit, self.query_one(Lines)
        if problem is None:
            page.show(lambda width: ())
        else:
            told = sentence(self.store, problem)
            page.show(
                lambda width: list(self._about(problem, told, width)),
                lambda width, more: ([ink(name_of(problem).capitalize(), bold=True)], ()),
            )
        self.show_hints()

    def _about(self, problem: Problem, told: str, width: int) -> Iterator[Line]:
        """What is the matter, the keys that mend it, and the page of the record."""
        for line in wrap(told, room_in(width)):
            yield row(width, line)
        yield row(width, [])
        for key, word in self._remedies(problem):
            yield row(width, [accent(key, bold=True), gap(), quiet(word)])
        if problem.record:
            yield row(width, [])
            yield from self._page(problem.record, width)

    def _remedies(self, problem: Problem) -> Iterator[tuple[str, str]]:
        how = mending(problem)
        if how is not None:
            yield say("key.enter"), say(f"mend.{how.way}")
        target = target_of(problem)
        if target is not None and (how is None or how.way != "restore"):
            yield key_of("restore"), say("mend.restore_it", name=called(self.store, target))
        if problem.kind == "double":
            yield key_of("apart"), say("mend.apart")
        if how is None:
            yield "", say("mend.nothing")
        if asks_nothing(problem):
            yield key_of("rest"), say("mend.no_rest" if problem.resting else "mend.rest")

    def _page(self, record: str, width: int) -> Iterator[Line]:
        if type_of(record) not in FIELDS:
            return
        try:
            reading = self.store.reading(record)
        except Refused:
            return
        title, right = heading(reading, width, more=False)
        yield row(width, title, right)
        yield from page_lines(reading, width, self.last_year, keys=False)

    def hints(self) -> Sequence[Hint]:
        return self.hint("fix", "rest", "restore", "join", "apart", "open_problem", "undo", "back")


def _key(problem: Problem) -> str:
    return repr((problem.kind, problem.record, sorted(problem.details.items(), key=repr)))


def _rows(problems: Sequence[Problem]) -> Iterator[Row]:
    groups: dict[str, list[Problem]] = {}
    for one in sorted(problems, key=lambda one: one.resting):
        name = say("problems.resting") if one.resting else name_of(one).capitalize()
        groups.setdefault(name, []).append(one)
    for n, (name, found) in enumerate(groups.items()):
        if n:
            yield Blank()
        yield Heading(name, number(len(found)))
        for one in found:
            yield _row(one)


def _row(problem: Problem) -> Row:
    type_ = type_of(problem.record)
    right = short_code(clean(problem.code)) if problem.code else ""
    if not right and type_:
        right = say(f"type.{type_}")
    title = whose(problem) if problem.title != problem.record else right.capitalize()
    if problem.resting:
        return Choice(_key(problem), [quiet(cut(clean(title), 200))], [quiet(name_of(problem))])
    return Choice(_key(problem), [ink(cut(clean(title), 200))], [quiet(right)], signs.OVERDUE)


def mend(screen: "MainScreen", found: ToMend) -> None:
    """Open on the main screen what mends a problem."""
    from tui.commands.editing import edit
    from tui.commands.joining import join
    from tui.forms.move import about
    from tui.widgets.forms.note import NoteForm
    from tui.widgets.forms.signal import SignalForm

    problem, how = found
    if how is not None and how.way == "exchange":
        screen.action_do("exchange")
        return
    if how is not None and how.way == "erase":
        screen.action_do("erasures")
        return
    screen.go_to(problem.record)
    one = [problem.record]  # whatever else is marked
    match how.way if how is not None else None:
        case "field":
            assert how is not None
            edit(screen, problem.record, how.line, str(problem.details.get("value", "")))
        case "note":
            form = NoteForm(screen.store, about(screen.store, one), screen.drafts, "evidence")
            screen.open_form(form)
        case "signal":
            screen.open_form(SignalForm(screen.store, about(screen.store, one), screen.drafts))
        case "join":
            join(screen, problem.record, str(problem.details["other"]))
