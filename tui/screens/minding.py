"""What is wrong in the file, and what the app brings that it lacks: looked for beside the screen,
and told in the header."""

from contextlib import closing

from textual.timer import Timer

from storage.errors import Refused
from storage.views.release_offer import Offer
from tui.base.app_messages import Minded
from tui.screens.travelling import Travelling
from tui.widgets.header import Header

SOON = 0.3  # seconds after the last change: nobody waits for it, and typing goes before


class Minding(Travelling):
    """Counts problems in a thread with a connection of its own: 100,000 agreements take a while,
    and no key waits for that."""

    wrong: int | None = None
    """How much is wrong or doubtful; None while that is not known yet."""
    offer: Offer | None = None
    """What the app brings of the seed and the file lacks."""
    _waiting: Timer | None = None

    def reload(self, _: object = None) -> None:
        super().reload(_)
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(SOON, self._look_for_problems)

    def _look_for_problems(self) -> None:
        if self.opened is None:
            return
        path, today, brings = self.opened.path, self.opened.today, self.opened.brings

        def look() -> None:
            from storage.reader import Reader
            from storage.snapshot.seed_offer import offered

            try:
                with closing(Reader(path, today)) as reader:
                    offer = offered(reader.connection, brings)
                    found = [*reader.problems(), *reader.doubles()]
                    wrong = sum(not one.resting for one in found)
                    self.post_message(Minded(wrong, offer))
            except Refused:
                return  # busy, or spoilt: whoever reads next says so

        self.run_worker(look, thread=True, exclusive=True, group="problems")

    def on_minded(self, message: Minded) -> None:
        self.wrong = message.number
        self.offer = message.offer
        self.query_one(Header).mind(message.number)
        self.query_one(Header).offer(message.offer)
        if self.app.screen is self:  # else the footer is of what lies over it
            self.show_hints()
