"""What was found: two lines, title and code, and quietly where the words stand."""

from collections.abc import Callable, Sequence

from storage.views.search_hit import Hit, Marks
from tui.draw.spans import Line, Span, clean, quiet, row, width_of, wrap_spans
from tui.locale import number, say
from tui.locale.charset import ellipsis
from tui.rows.row import Blank, Heading, Row
from tui.words.locator import locator_in_words
from tui.words.record_words import short_code

Sign = Callable[[Hit], Span | None]
CUT = "…"  # what search puts at the ends of a snippet
GROUPS = ("agreements", "regions", "programmes", "organisations", "people", "entries")


def found_marked(text: str, marks: Marks, role: str = "ink") -> list[Span]:
    """A text in which the words that were found stand out; its ends say in the signs in use that
    there is more."""
    spans: list[Span] = []
    at = 0
    for start, end in (*marks, (len(text), len(text))):
        spans.append(Span(clean(text[at:start]), role))
        spans.append(Span(clean(text[start:end]), "onmark", True, "mark"))
        at = end
    said = [span for span in spans if span.text]
    if said and said[0].text.startswith(CUT):
        said[0] = said[0]._replace(text=ellipsis() + said[0].text.removeprefix(CUT))
    if said and len(text) > 1 and said[-1].text.endswith(CUT):
        said[-1] = said[-1]._replace(text=said[-1].text.removesuffix(CUT) + ellipsis())
    return said


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
        first, second = _title(hit), _snippet(hit, "quiet")
        if not first:
            first, second = _snippet(hit, "ink"), []
        return [
            row(width, _within(first, width - 6 - len(right)), [quiet(right)], self.sign(hit)),
            row(width, _within(second, width - 4)),
        ]


def _title(hit: Hit) -> list[Span]:
    if hit.type == "passages":
        return found_marked(locator_in_words(hit.title), ())
    return found_marked(hit.title, hit.title_marks)


def _snippet(hit: Hit, role: str) -> list[Span]:
    return found_marked(hit.snippet.text, hit.snippet.marks, role) if hit.snippet else []


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
