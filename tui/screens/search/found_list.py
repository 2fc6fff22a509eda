"""The list of what was found, and what is said where that is nothing."""

from collections import Counter
from collections.abc import Sequence

from storage.search.query import Query
from storage.search.query_text import query_text
from storage.views.search_hit import Found
from tui.draw.spans import Line, Span, clean, ink, parts, quiet, row, width_of
from tui.locale import number, say, say_count
from tui.locale.charset import ellipsis
from tui.rows.row import Blank, Row, SentenceRow, WordsRow, sentence_rows
from tui.screens.search.rows import HitRow, Sign
from tui.words.query_words import reason_sentence


def hit_rows(query: Query, found: Found, sign: Sign) -> Sequence[Row]:
    """The hits by rank, of each what it is, under a line with how many there are of what; last how
    many more there are without the filters. ``sign`` is asked only for what is drawn."""
    rows: list[Row] = []
    if found.hits:
        rows += [KindsRow(found), *(HitRow(hit, sign) for hit in found.hits)]
    elif query.words or query.filters:
        words = query_text(Query(query.words))
        said = say("search.nothing", words=clean(words)) if words else say("search.none_passes")
        rows.append(SentenceRow(said))
        rows += [row for one in found.reasons for row in sentence_rows(reason_sentence(one))]
        rows.append(SentenceRow(say("search.less" if query.filters else "search.otherwise")))
    else:
        rows.append(SentenceRow(say("search.hint")))
    if found.hidden:
        before, _, after = say_count("search.hidden", found.hidden).partition(number(found.hidden))
        bold = ink(number(found.hidden), bold=True)
        rows += [Blank(), WordsRow([quiet(before), bold, quiet(after)])]
    return rows


class KindsRow:
    """How many there are of each type, in the order in which they come; as many as fit."""

    key: str | None = None
    height = 1

    def __init__(self, found: Found) -> None:
        counts = Counter(hit.type for hit in found.hits)
        self.told = [f"{number(n)} {_word(kind, n)}" for kind, n in counts.items()]

    def draw(self, width: int) -> Sequence[Line]:
        fits = range(len(self.told), 0, -1)
        lines = (self._line(n) for n in fits)
        shown = next((line for line in lines if width_of(line) <= width - 4), self._line(1))
        return [row(width, shown)]

    def _line(self, n: int) -> list[Span]:
        more = [quiet(ellipsis())] if n < len(self.told) else []
        return parts([*map(quiet, self.told[:n]), *more])


def _word(kind: str, n: int) -> str:
    return say(f"type.{kind}") if n == 1 else say(f"types.{kind}").lower()
