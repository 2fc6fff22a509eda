"""The line of search: what is typed becomes a question, which a thread answers."""

from collections.abc import Iterable, Sequence
from functools import partial

from storage.reader import Reader
from storage.search.query_text import filter_text
from storage.views.filter_term import FilterTerm
from storage.views.search_hit import Found, Suggestion
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.locale import language
from tui.screens.search.seeker import SHOWN, Answered, AskedQuery, Seeker
from tui.screens.search.typed_query import TypedQuery
from tui.store import Store
from tui.widgets.chip_input import ChipDropped, ChipInput
from tui.widgets.safe_inputs import LineInput
from tui.words.query_words import chip_name


class AskingScreen(BaseScreen):
    """Each key repaints the line at once; ``show_found`` shows what was found, when it is."""

    def __init__(self, store: Store, filters: Iterable[FilterTerm]) -> None:
        super().__init__()
        self.store = store
        self.asked = TypedQuery(filters)
        self.literal = False
        self.offers: Sequence[Suggestion] = ()
        self._answered: AskedQuery | None = None
        opened = partial(Reader, store.path, store.today) if store.writes else lambda: store
        self._seeker = Seeker(self, opened, closes=store.writes)

    def show_found(self, answer: Answered) -> None:
        """Show what was found."""
        raise NotImplementedError

    def on_unmount(self) -> None:
        self._seeker.close()

    @property
    def line(self) -> ChipInput:
        return self.query_one(ChipInput)

    @property
    def question(self) -> AskedQuery:
        """What is asked by now."""
        text, at = self.asked.text, self.asked.cursor
        return AskedQuery(self.asked.whole, self.literal, (text[:at], text[at:]))

    @property
    def asks(self) -> bool:
        """Whether anything is asked."""
        return bool(self.asked.whole)

    def put(self) -> None:
        """Show the query as it is read, and ask it."""
        self.line.show([chip_name(one) for one in self.asked.chips])
        self.line.put(self.asked.text, self.asked.cursor)
        self.ask()

    @guarded
    def ask(self) -> None:
        """Ask what stands there."""
        if self.asks:
            self._seeker.ask(self.question)
        else:
            self.on_answered(Answered(self.question, Found(), {}))

    def _called(self, term: FilterTerm) -> FilterTerm:
        """A filter with what it names called as it is called."""
        text = filter_text(term._replace(excluded=False), language()).rstrip('"')
        known = self.store.filters.complete(text, len(text), language())
        wanted = term.value.casefold()
        same = (one.value for one in known if one.value.casefold() == wanted)
        return term._replace(value=next(same, term.value))

    # what is told

    def on_input_changed(self, event: LineInput.Changed) -> None:
        typed = self.line.typed
        if event.value != typed.value or event.value == self.asked.text:
            return  # something else stands there by now
        if self.asked.type(event.value, typed.cursor_position, self._called):
            self.put()
        else:
            self.ask()

    def on_chip_dropped(self, message: ChipDropped) -> None:
        del self.asked.chips[message.number]
        self.put()

    @guarded
    def on_input_submitted(self) -> None:
        """Open the first hit. An answer that is still on its way is not waited for but looked up
        here: what is typed after Enter is for what that opens."""
        if self._answered != self.question and self.asks:
            found = self.store.search(self.question.text, SHOWN, literal=self.literal)
            self.on_answered(Answered(self.question, found, {}))
        self.action_do("open")

    def on_answered(self, message: Answered) -> None:
        if message.question != self.question:
            return
        self._answered = message.question
        self.offers = message.offers
        if message.refused is not None:
            self.refuse(message.refused)
            return
        self.show_found(message)

    def on_past_end(self) -> None:
        if self.offers:
            self.take_offer()

    # keys

    def take_offer(self) -> None:
        """Complete what is typed with the first that may be meant."""
        if self.question != self._answered:
            return  # what is offered was for something else
        offer, text = self.offers[0], self.asked.text
        done = f"{text[: offer.start]}{offer.text}"
        self.asked.type(f"{done}{text[offer.end :]}", len(done), self._called)
        self.put()

    def turn_literal(self) -> None:
        """Search for the words as they stand there, and back."""
        self.literal = not self.literal
        self.ask()
