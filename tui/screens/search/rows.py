"""What was found: two lines, title and code, and quietly the field in which the words stand."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len

from storage.views.search_hit import Hit, Marks
from tui.draw.spans import Line, Span, clean, gap, quiet, row, width_of, wrap_spans
from tui.locale import known, say
from tui.locale.charset import ellipsis
from tui.words.found_words import told_notes
from tui.words.labels import label_of
from tui.words.locator import locator_in_words
from tui.words.record_words import short_code

Sign = Callable[[Hit], Span | None]
CUT = "…"  # what search puts at the ends of a snippet
NARROW = 24  # cells in which the piece says more than the name of its field
FIELD = 8  # cells of the name of a field; a longer one takes what it needs


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
    """One hit; what was found otherwise than it was typed says so in a third line."""

    def __init__(self, hit: Hit, sign: Sign) -> None:
        self.hit = hit
        self.sign = sign
        self.key: str | None = hit.id
        self.told = told_notes(hit)
        second = bool(hit.snippet) and bool(_title(hit))
        self.height = 1 + second + bool(self.told)

    def draw(self, width: int) -> Sequence[Line]:
        hit = self.hit
        right = [quiet(kind_and_code(hit))]
        first, second = _title(hit), _snippet(hit, width - 4)
        if not first:
            first, second = _piece(hit, "ink", width - 6 - width_of(right)), []
        lines = [row(width, _within(first, width - 6 - width_of(right)), right, self.sign(hit))]
        if self.height > 1 + bool(self.told):
            lines.append(row(width, second))
        if self.told:
            lines.append(row(width, _within([quiet(self.told)], width - 4)))
        return lines


def kind_and_code(hit: Hit) -> str:
    """What is said at the right: the code of an agreement, of anything else what it is, and before
    that the code it goes by."""
    kind = say(f"type.{hit.type}")
    if not hit.code:
        return kind
    code = short_code(clean(hit.code))
    return code if hit.type == "agreements" else f"{kind}  {code}"


def _title(hit: Hit) -> list[Span]:
    if hit.type == "passages":
        return found_marked(locator_in_words(hit.title), ())
    return found_marked(hit.title, hit.title_marks)


def _snippet(hit: Hit, room: int) -> list[Span]:
    """The name of the field, and a piece of it."""
    if hit.snippet is None:
        return []
    name = _field(hit.type, hit.snippet.field)
    if hit.type == "passages" or room < NARROW or not name:
        return _piece(hit, "quiet", room)
    label = name.ljust(FIELD) if cell_len(name) < FIELD - 1 else f"{name}  "
    return [quiet(label)._replace(text=label), *_piece(hit, "quiet", room - cell_len(label))]


def _field(type_: str, field: str) -> str:
    """The name of a field, or of the type of record that it names; "" where there is none."""
    if known(f"type.{field}"):
        return say(f"type.{field}")
    return label_of(field, type_).lower() if known(f"field.{field}") else ""


def _piece(hit: Hit, role: str, room: int) -> list[Span]:
    """The snippet within so many cells: where they are few it begins near the first hit."""
    if hit.snippet is None:
        return []
    text, marks = hit.snippet.text, hit.snippet.marks
    if marks and cell_len(text) > room and cell_len(text[: marks[0][1]]) > room - 2:
        start = text.rfind(" ", 0, max(marks[0][0] - room // 4, 0)) + 1 or marks[0][0]
        text = CUT + text[start:]
        marks = tuple((a - start + 1, b - start + 1) for a, b in marks)
    return _within(found_marked(text, marks, role), room)


def _within(spans: list[Span], room: int) -> list[Span]:
    """The spans within ``room`` cells, cut where a word ends."""
    if width_of(spans) <= room:
        return spans
    mark = ellipsis()
    first = next(wrap_spans(spans, max(room - len(mark), 1)))
    return [*first, Span(mark, "quiet")] if first else [gap()]
