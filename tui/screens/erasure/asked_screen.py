"""What others ask to erase: at the left who, at the right what; a key confirms or refuses it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from storage.acts import Act
from storage.errors import Refused
from storage.progress import Watch
from storage.views.erasures import Erasure, OldCopy
from tui.base.guard import guarded
from tui.base.job_screen import JobScreen
from tui.base.list_detail import ListDetail
from tui.draw.signs import CAUTION
from tui.draw.spans import Line, cut, ink, quiet, room_in, row, wrap
from tui.draw.text_signs import warned
from tui.locale import number, say, say_count
from tui.pages.erasure_lines import erasure_lines
from tui.rows.row import Blank, ChoiceRow, Heading, Row, SentenceRow
from tui.screens.erasure.commands import ASKED
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.widget_messages import Chosen, Moved
from tui.words import dates
from tui.words.contents.erasure_request import asker


class ErasuresScreen(ListDetail, JobScreen):
    """Those that wait first, then those that were decided on. Confirming asks once more."""

    TOPIC = "erasures"
    DOES = ASKED

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.waiting: Sequence[Erasure] = ()
        self.decided: Sequence[Erasure] = ()
        self.old: Sequence[OldCopy] = ()
        self.is_clean = True
        self.asked: str | None = None
        """The act that was asked of whether it is really to be confirmed."""
        self._told = ""
        self._gone: list[Act] = []

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
        self.waiting, self.decided = (
            self.store.erasures.pending(),
            self.store.erasures.decided(),
        )
        self.old, self.is_clean = self.store.erasures.old_copies(), self.store.erasures.is_clean
        self.query_one(HeaderLine).show(self.store.totals())
        count = number(len(self.waiting)) if self.waiting else ""
        self.rows.head([ink(say("erase.title"), bold=True)], [quiet(count)])
        listed = list(_rows(self.waiting, self.decided))
        self.rows.show(listed or [SentenceRow(say("erase.none"))], even=True)
        self.show_beside()

    @property
    def lit(self) -> Erasure | None:
        """The erasure with the bar."""
        every = (*self.waiting, *self.decided)
        return next((one for one in every if one.act == self.rows.key), None)

    @property
    def may_confirm(self) -> bool:
        """Whether there is anything left to erase of it here."""
        return self.lit is not None and not (self.lit.confirmed and self.is_clean)

    @property
    def may_keep(self) -> bool:
        """Whether it is not refused here yet."""
        return self.lit is not None and self.lit.confirmed is not False

    @property
    def can_renew(self) -> bool:
        """Whether there is a daily copy that can be made anew."""
        return any(copy.why is None for copy in self.old)

    @guarded
    def on_moved(self, message: Moved) -> None:
        self.asked = None
        self.show_beside()

    @guarded
    def on_chosen(self, message: Chosen) -> None:
        self.show_beside()

    def progressed(self) -> None:
        self.show_beside()

    def lines(self, width: int, *, colour: bool) -> Iterable[Line]:
        if self.busy:
            return self.going_on(width, say("erase.busy"))
        one = self.lit
        if one is None:
            return [row(width, line) for line in wrap(say("erase.none_more"), room_in(width))]
        return [*self._warned(one, width), *erasure_lines(one, self.old, width)]

    def _warned(self, one: Erasure, width: int) -> Iterator[Line]:
        told = [] if self.is_clean else [say("problem.unclean")]
        told += [say("erase.sure")] if self.asked == one.act else []
        for text in told:
            yield from (row(width, line) for line in wrap(warned(text), room_in(width), "amber"))
            yield row(width, [])

    def shown_name(self) -> str:
        one = self.lit
        return f"{asker(one)}, {dates.day_whole(one.at)}" if one else say("erase.title")

    def confirm(self) -> None:
        """Ask once more, then erase it here; where that was done, see again that it is gone."""
        one = self.lit
        if one is None:
            return
        if self.asked != one.act and not one.confirmed:
            self.asked = one.act
            self.show_beside()
            return
        went = one.acts if one.confirmed else one.here
        told = say_count("erase.confirmed_toast", went) if went else say("erase.confirmed_none")
        self.asked, self._told = None, told
        if one.confirmed:
            self._do(lambda watch: self.store.erasures.clean())
        else:
            self._do(lambda watch: self.store.erasures.confirm([one.act], self._gone.extend))

    def keep_here(self) -> None:
        """Keep it here."""
        if self.lit is not None:
            kept = self.lit.acts
            self.store.erasures.refuse([self.lit.act])
            self.wrote()
            self.read()
            self.toast(say_count("erase.refused_toast", kept), "green")

    def copies_anew(self) -> None:
        """Make the daily copies anew, without what was erased."""
        self._do(lambda watch: self.store.erasures.copies_anew())

    def _do(self, job: Callable[[Watch], object]) -> None:
        self.work("erase", job)
        self.show_beside()

    @guarded
    def ended(self, name: str, result: object) -> None:
        """Copies that are left as they were, or whether nothing of what was erased is left."""
        self.app.forget_typed(self._gone)
        self._gone = []
        self.wrote()
        self.read()
        if result is True:
            self.toast(self._told, "green")
        elif result is False:
            self.toast(say("erase.unclean"), "amber")
        elif isinstance(result, list):
            names = ", ".join(one.path.name for one in result)
            told = say("erase.copies_left", names=names) if result else say("erase.copies_made")
            self.toast(told, "amber" if result else "green")

    def refuse(self, refused: Refused) -> None:
        super().refuse(refused)
        self.show_beside()

    def hints(self) -> Sequence[KeyHint]:
        if self.busy:
            return self.meanwhile
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
            sign = CAUTION if one.confirmed is None else None
            right = quiet(dates.day_near(one.at))
            yield ChoiceRow(one.act, [ink(cut(asker(one), 200))], [right], sign)
