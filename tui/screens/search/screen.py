"""Find: from the first letter, with the page beside it where there is room."""

from collections.abc import Iterable, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from storage.reader import Reader
from storage.views.agreement_list import AgreementRow
from storage.views.filter_term import FilterTerm
from storage.views.search_hit import Found, Hit
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.commands.common import BACK
from tui.draw import signs
from tui.draw.spans import Line, Span, ink, quiet
from tui.locale import number, say
from tui.rows.agreement_lines import sign_of
from tui.screens.search.commands import SEARCH
from tui.screens.search.found_list import found_rows
from tui.screens.search.preview import found_words, preview
from tui.screens.search.seeker import Answered, Question, Seeker
from tui.screens.search.told_line import told_line
from tui.screens.search.typed_query import TypedQuery
from tui.screens.search.walked_hits import WalkedHits
from tui.store import Store
from tui.widgets.chip_input import ChipDropped, ChipInput
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane
from tui.widgets.prompt import Count, OneLine, Prompt
from tui.widgets.row_list import RowList
from tui.widgets.safe_inputs import LineInput
from tui.widgets.widget_messages import Chosen, Moved
from tui.words.query_words import chip_name

BESIDE_FROM = 100  # columns


class SearchScreen(BaseScreen):
    """The arrows move the list while the typing goes on; what is asked is answered by a thread.

    It opens with ``filters`` as chips. Dismissed with the hits and the one to go to.
    """

    TOPIC = "search"
    DOES = SEARCH

    def __init__(
        self, store: Store, last_year: str, place: str = "", filters: Iterable[FilterTerm] = ()
    ) -> None:
        super().__init__()
        self.store = store
        self.place = place
        self.last_year = last_year
        self.asked = TypedQuery(filters)
        self.found = Found()
        self.literal = False
        self._hits: dict[str, Hit] = {}
        self._agreements: dict[str, AgreementRow] = {}
        self._words: set[str] = set()
        self._moved = False
        self._answered: Question | None = None
        self._open_soon = False
        opened = partial(Reader, store.path, store.today) if store.writes else lambda: store
        self._seeker = Seeker(self, opened, closes=store.writes)

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
        self._put()

    def on_unmount(self) -> None:
        self._seeker.close()

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def line(self) -> ChipInput:
        return self.query_one(ChipInput)

    # asking

    def on_input_changed(self, event: LineInput.Changed) -> None:
        typed = self.line.typed
        if event.value != typed.value or event.value == self.asked.text:
            return  # something else stands there by now
        if self.asked.type(event.value, typed.cursor_position):
            self._put()
        else:
            self._ask()

    def on_chip_dropped(self, message: ChipDropped) -> None:
        del self.asked.chips[message.number]
        self._put()

    def _put(self) -> None:
        """Show the query as it is read, and ask it."""
        self.line.show([chip_name(one) for one in self.asked.chips])
        self.line.put(self.asked.text)
        self._ask()

    @property
    def question(self) -> Question:
        """What is asked by now."""
        return Question(self.asked.whole, self.literal)

    @guarded
    def _ask(self) -> None:
        if self.question.text:
            self._seeker.ask(self.question)
        else:
            self.on_answered(Answered(self.question, Found(), {}))

    def on_answered(self, message: Answered) -> None:
        if message.question != self.question:
            return
        self._answered = message.question
        if message.refused is not None:
            self.refuse(message.refused)
            return
        self._show_found(message)
        if self._open_soon:
            self._open_soon = False
            self.action_do("open")

    # what it shows

    def _show_found(self, message: Answered) -> None:
        found = self.found = message.found
        self._agreements = dict(message.agreements)
        self._hits = {hit.id: hit for hit in found.hits}
        self._words = found_words(found)
        self._moved = self._moved and self.rows.key in self._hits
        if not self._moved:
            self.rows.forget()  # the best hit is the first
        self.rows.show(found_rows(self.asked.query, found, self._sign))
        self.query_one("#told", OneLine).say(told_line(found, literal=self.literal))
        self._count()
        self._show()

    def _count(self) -> None:
        said: Line = []
        if self.found.total:
            listed, total = number(len(self.found.hits)), number(self.found.total)
            said = [ink(listed, bold=True), quiet(f" {say('search.of', n=total)}")]
        self.query_one(Count).say(said)

    def _sign(self, hit: Hit) -> Span | None:
        if hit.type == "entries":
            return signs.NOTE
        found = self._agreements.get(hit.id)
        return sign_of(found) if found is not None else None

    @guarded
    def _show(self) -> None:
        """The page beside the list, where it shows."""
        hit, widget = self.hit, self.query_one(LinePane)
        if hit is not None and self.size.width >= BESIDE_FROM:
            widget.show(*preview(self.store, hit, self._words, self.last_year))
        else:
            widget.show(lambda width: ())
        self.show_hints()

    # going there

    @property
    def hit(self) -> Hit | None:
        key = self.rows.key
        return self._hits.get(key) if key else None

    @property
    def nothing_found(self) -> str | None:
        """What to do first, where nothing can be opened."""
        return None if self.hit else say("search.hint")

    def on_input_submitted(self) -> None:
        """Open the first hit, also where the answer is still on its way."""
        if self._answered == self.question:
            self.action_do("open")
        else:
            self._open_soon = True

    def open_hit(self) -> None:
        """Go to what has the bar."""
        if self.hit is not None:
            hits = self.found.hits
            self.dismiss(WalkedHits(hits, hits.index(self.hit), self._words))

    # keys

    @property
    def remarked(self) -> bool:
        """Whether words were taken otherwise than they were typed, or would be."""
        return self.literal or bool(self.found.notes)

    def turn_literal(self) -> None:
        """Search for the words as they stand there, and back."""
        self.literal = not self.literal
        self._ask()

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

    def hints(self) -> Sequence[KeyHint]:
        moves = [KeyHint(say("key.up_down"), say("command.choose"))] if self.hit else []
        takes = KeyHint(say("key.backspace"), say("command.drop_chip"))
        drops = [takes] if self.asked.chips else []
        back = say("command.back_to", name=self.place) if self.place else BACK.word()
        return [
            *moves, *self.hint("open", "literal"), *drops, KeyHint(BACK.key(), back, BACK.id)
        ]  # fmt: skip
