"""Find: from the first letter, with the page beside it where there is room."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from storage.records.ids import tail_of
from storage.views.agreement_list import AgreementRow
from storage.views.filter_term import FilterTerm
from storage.views.search_hit import COUNTED, Found, Hit
from tui.base.guard import guarded
from tui.commands.common import BACK
from tui.draw import signs
from tui.draw.spans import Line, Span, ink, quiet
from tui.locale import language, number, say
from tui.rows.agreement_lines import sign_of
from tui.screens.search.asking_screen import AskingScreen
from tui.screens.search.commands import SEARCH
from tui.screens.search.found_list import hit_rows
from tui.screens.search.kept_queries import KeptQuery, kept_rows, offered_queries, saved_queries
from tui.screens.search.preview import found_words, preview
from tui.screens.search.search_outcome import QueryToKeep, QueryToList, WalkedHits
from tui.screens.search.seeker import MOST, Answered
from tui.screens.search.told_line import told_line
from tui.store import Store
from tui.widgets.chip_input import ChipInput
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane
from tui.widgets.prompt import Count, OneLine, Prompt
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved
from tui.words.filter_table import filter_rows

BESIDE_FROM = 100  # columns
PAGES = 32  # that were read stay at hand: the best hit is often the same after the next letter


class SearchScreen(AskingScreen):
    """The arrows move the list while the typing goes on.

    It opens with ``filters`` as chips; ``recent`` are queries that were asked before. Dismissed
    with the hits and the one to go to, or with a query to save.
    """

    TOPIC = "search"
    DOES = SEARCH

    def __init__(
        self,
        store: Store,
        last_year: str,
        place: str = "",
        filters: Iterable[FilterTerm] = (),
        recent: Sequence[str] = (),
    ) -> None:
        super().__init__(store, filters)
        self.place = place
        self.last_year = last_year
        self.recent = recent
        self.found = Found()
        self._kept: dict[str, KeptQuery] = {}
        self._hits: dict[str, Hit] = {}
        self._agreements: dict[str, AgreementRow] = {}
        self._words: set[str] = set()
        self._moved = False
        self._read = lru_cache(PAGES)(store.page)

    def parts(self) -> ComposeResult:
        with Vertical(id="ask"):
            with Horizontal():
                yield Prompt("/", tone="sunken")
                yield ChipInput(say("search.prompt"))
                yield Count(tone="sunken")
            yield OneLine(tone="sunken", id="told")
        with Horizontal(id="body"):
            yield RowList("hits", headed=False)
            yield LinePane("found", focusable=False)

    def on_mount(self) -> None:
        self.rows.active = True
        self.line.typed.focus()
        self.put()
        if not self.asks:
            self._seeker.warm()

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    def refreshed(self) -> None:
        """Someone else wrote: what is found may be other things now."""
        self._read.cache_clear()
        self.ask()

    # what it shows

    @guarded
    def show_found(self, answer: Answered) -> None:
        found = self.found = answer.found
        self._agreements = {**answer.agreements}
        self._hits = {hit.id: hit for hit in found.hits}
        self._kept = {}
        self._words = found_words(found)
        self._moved = self._moved and self.rows.key in self._hits
        if not self._moved:
            self.rows.forget()  # the best hit is the first
        if self.asks:
            self.rows.show(hit_rows(self.asked.query, found, self._sign))
        else:
            self._offer()
        self.query_one("#told", OneLine).say(told_line(found, self.offers, literal=self.literal))
        self._count()
        self._show()

    def _offer(self) -> None:
        """What can be asked, while nothing is."""
        offered = offered_queries(self.store, self.recent)
        self._kept = {one.key: one for one in offered}
        self.rows.show([*kept_rows(offered)])

    def _count(self) -> None:
        said: Line = []
        if self.found.total:
            listed = number(min(self.found.total, MOST))
            total = number(self.found.total)
            key = (
                "search.of_more" if self.found.total + self.found.hidden >= COUNTED else "search.of"
            )
            said = [ink(listed, bold=True), quiet(f" {say(key, n=total)}")]
        self.query_one(Count).say(said)

    def _sign(self, hit: Hit) -> Span | None:
        if hit.type == "entries":
            return signs.NOTE
        if hit.type != "agreements":
            return None
        if hit.id not in self._agreements:
            (self._agreements[hit.id],) = self.store.lists.rows.of([tail_of(hit.id)])
        return sign_of(self._agreements[hit.id])

    @guarded
    def _show(self) -> None:
        """The page beside the list, where it shows."""
        hit, widget = self.hit, self.query_one(LinePane)
        if hit is not None and self.size.width >= BESIDE_FROM:
            widget.show(*preview(self.store, self._read, hit, self._words, self.last_year))
        else:
            widget.show(lambda width: ())
        self.show_hints()

    # going there

    @property
    def hit(self) -> Hit | None:
        return self._hits.get(self.rows.key or "")

    @property
    def kept(self) -> KeptQuery | None:
        """The query that has the bar: one that is offered, or a saved one that was found."""
        hit = self.hit
        if hit is not None and hit.type == "searches":
            saved = saved_queries(self.store)
            return next((one for one in saved if one.key == hit.id), None)
        return self._kept.get(self.rows.key or "")

    @property
    def nothing_found(self) -> str | None:
        """What to do first, where nothing can be opened."""
        if self.hit or self.kept:
            return None
        return say("search.none" if self.asks else "search.hint")

    def open_hit(self) -> None:
        """Go to what has the bar, or ask the query that has it."""
        if self.kept is not None:
            self.asked.put(self.kept.query)
            self.put()
        elif self.hit is not None:
            hits = self.found.hits
            at = hits.index(self.hit)
            self.dismiss(WalkedHits(self.asked.whole, hits, at, self._words))

    def keep_query(self) -> None:
        """Back to the main screen, where the form is."""
        self.dismiss(QueryToKeep(self.asked.whole))

    @property
    def only_filters(self) -> bool:
        """Whether nothing but filters is asked, as the list of agreements knows them."""
        return bool(self.asked.query.filters) and not self.asked.query.words

    def as_list(self) -> None:
        """Back to the main screen, with its list narrowed to the filters."""
        self.dismiss(QueryToList(self.asked.whole, self.asked.query.filters))

    # keys

    @property
    def remarked(self) -> bool:
        """Whether words were taken otherwise than they were typed, or would be."""
        return self.literal or bool(self.found.notes)

    def on_moved(self, message: Moved) -> None:
        self._moved = True
        self._show()

    def on_chosen(self, message: Chosen) -> None:
        self.action_do("open")

    def on_resize(self) -> None:
        """The page is read only where it shows, and that may be from now on."""
        self._show()

    @property
    def mover(self) -> RowList:
        return self.rows

    def explained(self) -> Iterator[tuple[str, str]]:
        """The filters, with the words that can stand behind each."""
        for name, values, told in filter_rows(language()):
            yield name, f"{told} ({values})"

    def hints(self) -> Sequence[KeyHint]:
        some = self.hit or self.kept
        moves = [KeyHint(say("key.up_down"), say("command.choose"))] if some else []
        takes = KeyHint(say("key.backspace"), say("command.drop_chip"))
        drops = [takes] if self.asked.chips else []
        back = say("command.back_to", name=self.place) if self.place else BACK.word()
        leave = KeyHint(BACK.key(), back, BACK.id)
        return [
            *moves,
            *self.hint("open", "take_offer", "literal", "as_list", "keep_query"),
            *drops,
            leave,
        ]
