"""What was found: two lines, title and code, and quietly where the words stand."""

from collections.abc import Callable, Sequence

from storage.views.search_hit import Hit
from tui.draw.spans import Line, Span, clean, quiet, row, width_of, wrap_spans
from tui.locale import number, say
from tui.locale.charset import ellipsis
from tui.rows.row import Blank, Heading, Row
from tui.words.locator import locator_in_words
from tui.words.record_words import short_code

Sign = Callable[[Hit], Span | None]
START, END = "\ue000", "\ue001"
CUT = "…"  # what search puts at the ends of a snippet
GROUPS = ("agreements", "regions", "programmes", "organisations", "people", "entries")


def found_marked(text: str, role: str = "ink") -> list[Span]:
    """A text in which the words that were found stand out."""
    spans: list[Span] = []
    for n, piece in enumerate(_ends(clean(text)).split(START)):
        found, closed, rest = piece.partition(END)
        if n and closed:
            spans.append(Span(found, "onmark", True, "mark"))
            spans.append(Span(rest, role))
        else:
            spans.append(Span(piece.replace(END, ""), role))
    return [span for span in spans if span.text]


def _ends(snippet: str) -> str:
    """A snippet whose ends say in the signs in use that there is more."""
    start = ellipsis() if snippet.startswith(CUT) else ""
    end = ellipsis() if len(snippet) > 1 and snippet.endswith(CUT) else ""
    return f"{start}{snippet.removeprefix(CUT).removesuffix(CUT)}{end}"


def without_marks(text: str) -> str:
    """A text without the marks of the words that were found."""
    return text.replace(START, "").replace(END, "")


class HitRow:
    """One hit."""

    height = 2

    def __init__(self, hit: Hit, sign: Sign) -> None:
        self.hit = hit
        self.sign = sign
        self.key: str | None = hit.id

    def draw(self, width: int) -> Sequence[Line]:
        hit = self.hit
        right = short_code(clean(hit.code)) if hit.code else say(f"type.{hit.type}")
        told = locator_in_words(without_marks(hit.title)) if hit.type == "passages" else hit.title
        first, second = (told, hit.snippet) if told else (hit.snippet, "")
        title = _within(found_marked(first), width - 6 - len(right))
        return [
            row(width, title, [quiet(right)], self.sign(hit)),
            row(width, _within(found_marked(second, "quiet"), width - 4)),
        ]


def _within(spans: list[Span], room: int) -> list[Span]:
    """The spans within ``room`` cells, cut where a word ends."""
    if width_of(spans) <= room:
        return spans
    mark = ellipsis()
    first = next(wrap_spans(spans, max(room - len(mark), 1)))
    return [*first, Span(mark, "quiet")]


def hit_rows(hits: Sequence[Hit], sign: Sign) -> list[Row]:
    """The hits by type, agreements first; within a type in the order in which they came.

    ``sign`` is asked only for what is drawn.
    """
    kinds = list(dict.fromkeys([*GROUPS, *(hit.type for hit in hits)]))
    rows: list[Row] = []
    for kind in kinds:
        found = [hit for hit in hits if hit.type == kind]
        if not found:
            continue
        rows += [Blank()] if rows else []
        rows.append(Heading(say(f"types.{kind}"), number(len(found))))
        rows += [HitRow(hit, sign) for hit in found]
    return rows
