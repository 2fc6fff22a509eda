"""What is wrong in the file, what is too late, and what the app brings that it lacks: looked for
beside the screen, and told in the header."""

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.timer import Timer

from storage.errors import Refused

if TYPE_CHECKING:
    from storage.views.release_offer import Offer
    from tui.store import Store
    from tui.widgets.header import HeaderLine

SOON = 0.3  # seconds after the last change: nobody waits for it, and typing goes before


@dataclass
class ProblemsCounted(Message):
    """So many things in the file are wrong or doubtful, so many agreements too late; and what the
    app brings that the file lacks."""

    wrong: int
    late: int
    offer: "Offer | None"


class ProblemCount:
    """Counts in a thread with a connection of its own: 100,000 agreements take a while, and no key
    waits for that. What is found comes to the header as ``ProblemsCounted``."""

    def __init__(self, header: "HeaderLine") -> None:
        self.wrong: int | None = None
        """How much is wrong or doubtful; None while that is not known yet."""
        self._header = header
        self._waiting: Timer | None = None

    @property
    def may_be(self) -> bool:
        """Whether there are any, as far as is known."""
        return self.wrong != 0

    def count(self, store: "Store") -> None:
        """Count again, as soon as nothing more changes."""
        self.stop()
        self._waiting = self._header.set_timer(SOON, lambda: self._look(store))

    def stop(self) -> None:
        """Count no more; the file may be closed."""
        if self._waiting is not None:
            self._waiting.stop()

    def show(self, message: ProblemsCounted) -> None:
        """Tell in the header what was found."""
        self.wrong = message.wrong
        self._header.mind(wrong=message.wrong, late=message.late)
        self._header.offer(message.offer)

    def _look(self, store: "Store") -> None:
        path, today, brings = store.path, store.today, store.brings

        def look() -> None:
            from storage.reader import Reader
            from storage.snapshot.seed_offer import offered

            try:
                with closing(Reader(path, today)) as reader:
                    offer = offered(reader.connection, brings)
                    wrong = reader.problems.asking()
                    self._header.post_message(ProblemsCounted(wrong, reader.lists.late(), offer))
            except Refused:
                return  # busy, or spoilt: whoever reads next says so

        self._header.run_worker(look, thread=True, exclusive=True, group="problems")
