"""The list of what was found, and what is said where that is nothing."""

from collections.abc import Sequence

from storage.search.query import Query
from storage.search.query_text import query_text
from storage.views.search_hit import Found
from tui.draw.spans import clean, ink, quiet
from tui.locale import number, say, say_count
from tui.rows.row import Blank, Heading, Row, SentenceRow, WordsRow
from tui.screens.search.rows import HitRow, Sign


def found_rows(query: Query, found: Found, sign: Sign) -> Sequence[Row]:
    """The hits by rank, of each what it is, under a line with how many there are of what; last how
    many more there are without the filters. ``sign`` is asked only for what is drawn."""
    rows: list[Row] = []
    if found.hits:
        rows += [Heading(_kinds(found)), *(HitRow(hit, sign) for hit in found.hits)]
    elif query.words or query.filters:
        words = query_text(Query(query.words))
        said = say("search.nothing", words=clean(words)) if words else say("search.none_passes")
        rows.append(SentenceRow(said))
    else:
        rows.append(SentenceRow(say("search.hint")))
    if found.hidden:
        before, _, after = say_count("search.hidden", found.hidden).partition(number(found.hidden))
        bold = ink(number(found.hidden), bold=True)
        rows += [Blank(), WordsRow([quiet(before), bold, quiet(after)])]
    return rows


def _kinds(found: Found) -> str:
    """How many there are of each type, in the order in which they come."""
    kinds = dict.fromkeys(hit.type for hit in found.hits)
    told = (
        f"{number(sum(hit.type == kind for hit in found.hits))} {_word(found, kind)}"
        for kind in kinds
    )
    return "   ".join(told)


def _word(found: Found, kind: str) -> str:
    many = sum(hit.type == kind for hit in found.hits) != 1
    return say(f"types.{kind}").lower() if many else say(f"type.{kind}")
