"""Searching beside the screen: what is asked last wins, what was asked before is cut off."""

from collections.abc import Callable, Mapping, Sequence
from threading import Event, Lock
from typing import NamedTuple

from textual.message import Message
from textual.widget import Widget

from storage.errors import Refused
from storage.progress import Stopped
from storage.reader import Reader
from storage.records.ids import tail_of
from storage.views.agreement_list import AgreementRow
from storage.views.search_hit import Found, Suggestion
from tui.locale import language

MOST = 200
SHOWN = 24  # hits that are found first, more than show
SIGNED = 16  # of them of which the agreements are read along: so many show in 40 rows
PAUSE = 0.4  # seconds in which nobody types on, before all that is listed is found


class AskedQuery(NamedTuple):
    """A query as it is typed, and whether its words are taken as they stand there; ``typed`` is
    what stands behind the chips, up to the cursor and behind it."""

    text: str
    literal: bool = False
    typed: tuple[str, str] = ("", "")


NOTHING = AskedQuery(" ")
"""What nobody asks, and nothing answers."""


class Answered(Message):
    """What a question found; ``agreements`` are the rows of the agreements among its first hits, by
    id, and ``offers`` what may complete it. Or why it could not be asked."""

    def __init__(
        self,
        question: AskedQuery,
        found: Found,
        agreements: Mapping[str, AgreementRow],
        offers: Sequence[Suggestion] = (),
        refused: Refused | None = None,
    ) -> None:
        super().__init__()
        self.question = question
        self.found = found
        self.agreements = agreements
        self.offers = offers
        self.refused = refused


class Seeker:
    """Asks in a thread, with a connection of its own, so that no key waits for it; the answer comes
    to the host as ``Answered``: first with what shows, and when nobody types on with all that is
    listed. ``open_reader`` gives what is read, ``closes`` says whether that is closed with this."""

    def __init__(self, host: Widget, open_reader: Callable[[], Reader], *, closes: bool) -> None:
        self._host = host
        self._open = open_reader
        self._closes = closes
        self._lock = Lock()
        self._typed_on = Event()
        self._reader: Reader | None = None
        self._next: AskedQuery | None = None
        self._busy = False
        self._closed = False

    def ask(self, question: AskedQuery) -> None:
        """Ask this, and no more what was asked before."""
        with self._lock:
            self._next = question
            self._typed_on.set()
            if self._busy:
                self._cut_off()
                return
            self._busy = True
        self._host.run_worker(self._work, thread=True, group="search")

    def warm(self) -> None:
        """Open the file and load what searching takes, before anyone types."""
        self.ask(NOTHING)

    def close(self) -> None:
        """Ask no more, and let go of the file."""
        with self._lock:
            self._next, self._closed = None, True
            self._typed_on.set()
            if self._busy:
                self._cut_off()
                return
        self._let_go()

    def _cut_off(self) -> None:
        if self._reader is not None:
            self._reader.interrupt()

    def _taken(self) -> AskedQuery | None:
        """The next question; None where there is none, and then nobody works."""
        with self._lock:
            question, self._next = self._next, None
            self._busy = question is not None
            self._typed_on.clear()
            return question

    def _work(self) -> None:
        while (question := self._taken()) is not None:
            found = self._tell(question, SHOWN)
            if found and found.total > len(found.hits) and not self._typed_on.wait(PAUSE):
                self._tell(question, MOST)
        if self._closed:
            self._let_go()

    def _tell(self, question: AskedQuery, limit: int) -> Found | None:
        """Answer a question, unless another was asked since."""
        try:
            answer = self._answer(question, limit)
        except Stopped:
            return None
        except Refused as refused:
            answer = Answered(question, Found(), {}, refused=refused)
        if self._next is None and not self._closed:
            self._host.post_message(answer)
        return answer.found

    def _answer(self, question: AskedQuery, limit: int) -> Answered:
        if self._reader is None:
            self._reader = self._open()
        reader = self._reader
        found = reader.search(question.text, limit, literal=question.literal)
        agreements = [hit.id for hit in found.hits[:SIGNED] if hit.type == "agreements"]
        rows = reader.lists.rows.of([tail_of(one) for one in agreements])
        offers = reader.filters.complete(
            "".join(question.typed), len(question.typed[0]), language()
        )
        return Answered(question, found, {row.id: row for row in rows}, offers)

    def _let_go(self) -> None:
        if self._reader is not None and self._closes:
            self._reader.close()
        self._reader = None
