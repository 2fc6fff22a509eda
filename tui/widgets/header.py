"""The top line: name of the arrangement, and where it stands."""

from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widget import Widget

from tui.commands import keymap
from tui.draw import signs
from tui.draw.paint import plain_line
from tui.draw.spans import Line, Span, accent, amber, clean, cut, gap, ink, quiet, row, width_of
from tui.draw.text_signs import warned
from tui.locale import number, say, say_count
from tui.words import dates
from tui.words.contents.waiting_words import brought_short, waiting_line

if TYPE_CHECKING:
    from storage.views.arrangement_counts import Totals
    from storage.views.exchange_folders import Waiting
    from storage.views.release_offer import Offer

YEARS_FROM = 110
CARE_FROM = 100  # below it the signs say what the numbers are of
WORDS_FROM = 60
NAME = 12  # cells that the name of the arrangement has at least


class HeaderLine(Widget):
    """Name at the left; open, standing and conflicts at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.totals: Totals | None = None
        self.wrong = self.late = 0
        self.waits: Waiting | None = None
        self.offered: Offer | None = None

    def bring(self, waits: "Waiting | None") -> None:
        """Tell what waits in an exchange folder, or nothing."""
        self.waits = waits
        self.refresh()

    def offer(self, offered: "Offer | None") -> None:
        """Tell that the app brings a newer release than the file has, or nothing."""
        self.offered = offered
        self.refresh()

    def mind(self, *, wrong: int | None = None, late: int | None = None) -> None:
        """Tell how many things are wrong or doubtful, and how many agreements too late."""
        self.wrong = self.wrong if wrong is None else wrong
        self.late = self.late if late is None else late
        self.refresh()

    def show(self, totals: "Totals") -> None:
        self.totals = totals
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        return plain_line(self.app, [gap(), *self._line(width)], width, "sunken")

    def _line(self, width: int) -> Line:
        totals = self.totals
        if totals is None:
            return row(width, [ink(say("header.starting"), bold=True)])
        news = _waits(self.waits) or _offered(self.offered)
        *_, least = (0, *(width_of(said) + 2 for said in news))
        right = self._numbers(totals, width, words=width >= WORDS_FROM)
        if width - 7 - width_of(right) - least < NAME:
            right = self._numbers(totals, width, words=False)
        room = width - 7 - width_of(right)
        title = [ink(cut(clean(totals.title), max(room - least, 1)), bold=True)]
        period = map(quiet, _period(totals, wide=width >= YEARS_FROM))
        for said in (*news, *([one] for one in (*_unsent(totals), *period))):
            if width_of([*title, *said]) + 2 <= room:
                title += [gap(2), *said]
                break
        return row(width, title, right)

    def _numbers(self, totals: "Totals", width: int, *, words: bool) -> list[Span]:
        said: list[Span] = []
        for n, word in ((totals.open, "open"), (totals.standing, "standing")):
            if said and words:
                said.append(gap(3))
            if words or word == "open":
                said += [ink(number(n), bold=True), gap(), quiet(say(f"header.{word}"))]
        care = (
            (signs.LATE, "late", self.late),
            (signs.CONFLICT, "conflicts", totals.conflicts),
            (signs.CAUTION, "problems", self.wrong),
        )
        for sign, what, n in care:
            if n:
                told = say_count(f"count.{what}", n) if width >= CARE_FROM else number(n)
                said += [gap(3), sign, gap(), amber(told)]
        return said


def _waits(waits: "Waiting | None") -> list[Line]:
    """What waits, as fully as fits, with the key that shows it."""
    if waits is None:
        return []
    key = [accent(keymap.hint("sync"), bold=True), gap()]
    return [[*key, ink(told)] for told in (waiting_line(waits), brought_short(waits))]


def _offered(offer: "Offer | None") -> list[Line]:
    """That there is a newer release, with the key that shows it."""
    if offer is None:
        return []
    key = [accent(keymap.hint("exchange"), bold=True), gap()]
    return [[*key, ink(say(f"header.{told}"))] for told in ("release", "release_short")]


def _unsent(totals: "Totals") -> list[Span]:
    """That nobody else has what was changed here; the opening says it with the key."""
    return [amber(warned(say_count("header.unsent", totals.unsent)))] if totals.unsent else []


def _period(totals: "Totals", *, wide: bool) -> list[str]:
    """The years; past the arrangement's period that it has ended, as fully as fits."""
    if totals.ended:
        day = dates.day(totals.ended)
        return [say("header.ended", day=day), say("header.ended", day=totals.last_year)]
    if not wide or not totals.first_year:
        return []
    return [say("header.years", first=totals.first_year, last=totals.last_year)]
