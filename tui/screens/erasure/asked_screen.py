"""What others ask to erase: at the left who, at the right what; a key confirms or refuses it."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from storage.views.erasure import Erasure, OldCopy
from tui import dates
from tui.commands.base import Command
from tui.commands.common import EVERYWHERE, MOVES, Back
from tui.commands.erasures import IN_ERASURES
from tui.commands.history import READING
from tui.forgetting import forget_typed
from tui.guard import guarded
from tui.locale import number, say, say_count
from tui.messages import Chosen, Moved
from tui.pages.erasure import asker, erasure_lines
from tui.rows import Blank, Choice, Heading, Row, Sentence
from tui.screens.beside import Beside
from tui.spans import Line, amber, cut, ink, quiet, room_in, row, wrap
from tui.store import Store
from tui.widgets.footer import Hint
from tui.widgets.header import Header


class ErasuresScreen(Beside):
    """Those that wait first, then those that were decided on. Confirming asks once more."""

    TOPIC = "erasures"
    DOES: ClassVar[tuple[type[Command], ...]] = (
        *(*IN_ERASURES, Back),
        *READING,
        *MOVES,
        *EVERYWHERE,
    )

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.waiting: Sequence[Erasure] = ()
        self.decided: Sequence[Erasure] = ()
        self.old: Sequence[OldCopy] = ()
        self.asked: str | None = None
        """The act that was asked of whether it is really to be confirmed."""

    @guarded
    def on_mount(self) -> None:
        self.read()
        self.rows.focus()

    @guarded
    def refreshed(self) -> None:
        """Someone else wrote: there may be more."""
        self.read()

    def read(self) -> None:
        """Read all that shows, and show it."""
        self.waiting, self.decided = self.store.erasures(), self.store.erasures(decided=True)
        self.old = self.store.old_copies()
        self.query_one(Header).show(self.store.totals())
        count = number(len(self.waiting)) if self.waiting else ""
        self.rows.head([ink(say("erase.title"), bold=True)], [quiet(count)])
        listed = list(_rows(self.waiting, self.decided))
        self.rows.show(listed or [Sentence(say("erase.none"))], even=True)
        self.show_beside()

    @property
    def lit(self) -> Erasure | None:
        """The erasure with the bar."""
        every = (*self.waiting, *self.decided)
        return next((one for one in every if one.act == self.rows.key), None)

    @guarded
    def on_moved(self, message: Moved) -> None:
        self.asked = None
        self.show_beside()

    @guarded
    def on_chosen(self, message: Chosen) -> None:
        self.show_beside()

    def lines(self, width: int, *, colour: bool) -> Sequence[Line]:
        one = self.lit
        if one is None:
            return [row(width, line) for line in wrap(say("erase.none_more"), room_in(width))]
        found = list(erasure_lines(one, width))
        if self.asked == one.act:
            sure = [row(width, line) for line in wrap(say("erase.sure"), room_in(width), "amber")]
            found = [*sure, row(width, []), *found]
        for copy in self.old:
            told = say("erase.old_copy", name=copy.path.name)
            found += [row(width, line) for line in wrap(told, room_in(width), "amber")]
        return found

    def shown_name(self) -> str:
        one = self.lit
        return f"{asker(one)}, {dates.moment(one.at)}" if one else say("erase.title")

    def confirm(self) -> None:
        """Ask once more, then erase it here."""
        one = self.lit
        if one is None:
            return
        if self.asked != one.act:
            self.asked = one.act
            self.show_beside()
            return
        self.asked = None
        clean = self.store.confirm([one.act], partial(forget_typed, self.app))
        self.wrote()
        self.read()
        told = say_count("erase.confirmed_toast", one.acts)
        if clean:
            self.toast(told, "green")
        else:
            self.toast(say("problem.unclean"), "amber")

    def keep_here(self) -> None:
        """Keep it here."""
        if self.lit is not None:
            kept = self.lit.acts
            self.store.refuse([self.lit.act])
            self.wrote()
            self.read()
            self.toast(say_count("erase.refused_toast", kept), "green")

    def copies_anew(self) -> None:
        """Make the daily copies anew, without what was erased."""
        left = self.store.copies_anew()
        self.read()
        names = ", ".join(one.path.name for one in left)
        told = say("erase.copies_left", names=names) if left else say("erase.copies_made")
        self.toast(told, "amber" if left else "green")

    def hints(self) -> Sequence[Hint]:
        return self.hint(
            "confirm_erasure", "refuse_erasure", "copies_anew", "other_side", "copy", "back"
        )


def _rows(waiting: Sequence[Erasure], decided: Sequence[Erasure]) -> Iterator[Row]:
    for n, (key, found) in enumerate((("waiting", waiting), ("decided", decided))):
        if not found:
            continue
        if n and waiting:
            yield Blank()
        yield Heading(say(f"erase.head_{key}"), number(len(found)))
        for one in found:
            sign = amber("!") if one.confirmed is None else None
            right = quiet(say_count("erase.acts_short", one.acts))
            yield Choice(one.act, [ink(cut(asker(one), 200))], [right], sign)
