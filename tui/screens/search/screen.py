"""Find: from the first letter, with the page beside it where there is room."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.errors import Refused
from storage.views.search_hit import Hit
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.commands.common import BACK
from tui.draw import signs
from tui.draw.spans import Line, Span, clean, ink, quiet
from tui.locale import number, say
from tui.rows.agreement_lines import sign_of
from tui.rows.row import SentenceRow
from tui.screens.search.commands import SEARCH
from tui.screens.search.rows import hit_rows
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane
from tui.widgets.page_view import drawn
from tui.widgets.prompt import Count, Prompt
from tui.widgets.row_list import RowList
from tui.widgets.safe_inputs import LineInput
from tui.widgets.widget_messages import Chosen, Moved

MOST = 200


class SearchScreen(BaseScreen):
    """The arrows move the list while the typing goes on."""

    TOPIC = "search"
    DOES = SEARCH

    def __init__(self, store: Store, last_year: str, place: str = "") -> None:
        super().__init__()
        self.store = store
        self.place = place
        self.last_year = last_year
        self.hits: dict[str, Hit] = {}
        self.moved = False
        self.signs: dict[str, Span | None] = {}

    def parts(self) -> ComposeResult:
        with Horizontal(id="ask"):
            yield Prompt("/", tone="sunken")
            yield LineInput(placeholder=say("search.prompt"))
            yield Count(tone="sunken")
        with Horizontal(id="body"):
            yield RowList("hits", headed=False)
            yield LinePane("found", focusable=False)

    def on_mount(self) -> None:
        self.query_one(RowList).active = True
        self.query_one(LineInput).focus()
        self._search("")

    @guarded
    def on_input_changed(self, event: LineInput.Changed) -> None:
        self._search(event.value)

    def on_input_submitted(self) -> None:
        self.action_do("open")

    def _search(self, words: str) -> None:
        rows = self.query_one(RowList)
        found = self.store.search(words, MOST)
        hits, total = found.hits, found.total
        self.hits = {hit.id: hit for hit in hits}
        self.moved = self.moved and rows.key in self.hits
        if not self.moved:
            rows.forget()  # the best hit is the first
        if hits:
            rows.show(hit_rows(hits, self._sign))
        else:
            asked = say("search.nothing", words=clean(words)) if words.strip() else ""
            rows.show([SentenceRow(asked or say("search.hint"))])
        self._count(len(hits), total)
        self._show()

    def _count(self, listed: int, total: int) -> None:
        said: Line = []
        if total:
            said = [ink(number(listed), bold=True), quiet(f" {say('search.of', n=number(total))}")]
        self.query_one(Count).say(said)

    def _sign(self, hit: Hit) -> Span | None:
        """The sign of a hit; that of an agreement is looked up once, and only when it shows."""
        if hit.type == "entries":
            return signs.NOTE
        if hit.type != "agreements":
            return None
        if hit.id not in self.signs:
            self.signs[hit.id] = sign_of(self.store.agreement_page(hit.id).row)
        return self.signs[hit.id]

    @property
    def hit(self) -> Hit | None:
        key = self.query_one(RowList).key
        return self.hits.get(key) if key else None

    @property
    def nothing_found(self) -> str | None:
        """What to do first, where nothing can be opened."""
        return None if self.hit else say("search.hint")

    def open_hit(self) -> None:
        """Go to what has the bar."""
        if self.hit is not None:
            self.dismiss(self.leads_to(self.hit))

    def leads_to(self, hit: Hit) -> str:
        """The record to go to: what an aantekening is about, else what was found."""
        if hit.type != "entries":
            return hit.id
        facts = {fact.field: fact.values for fact in self.store.page(hit.id).facts}
        about = [value.link for value in facts.get("about", ()) if value.link]
        return about[0] if about else hit.id

    @guarded
    def on_moved(self, message: Moved) -> None:
        self.moved = True
        self._show()

    def on_chosen(self, message: Chosen) -> None:
        self.action_do("open")

    @guarded
    def on_resize(self) -> None:
        """The page is read only where it shows, and that may be from now on."""
        self._show()

    @property
    def mover(self) -> RowList:
        return self.query_one(RowList)

    def _show(self) -> None:
        """The page beside the list, where it shows."""
        hit = self.hit
        widget = self.query_one(LinePane)
        page = None
        if hit is not None and self.size.width >= 100:
            try:
                page = self.store.page(hit.id)
            except Refused:
                page = None  # gone since the words were typed
        if page is None:
            widget.show(lambda width: ())
        else:
            widget.show(*drawn(page, self.last_year, keys=False))
        self.show_hints()

    def hints(self) -> Sequence[KeyHint]:
        moves = [KeyHint(say("key.up_down"), say("command.choose"))] if self.hit else []
        back = say("command.back_to", name=self.place) if self.place else BACK.word()
        return [*moves, *self.hint("open"), KeyHint(BACK.key(), back, BACK.id)]
