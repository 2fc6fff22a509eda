"""A piece of one field around what was found in it, and where the found words stand."""

from collections.abc import Collection

from storage.search.folding import places_of, tokens_of
from storage.search.search_plan import WordForm
from storage.views.search_hit import Marks, Snippet

WIDTH = 96  # letters
BEFORE = 32  # of these before the first that was found


def marks_in(text: str, forms: Collection[WordForm]) -> Marks:
    """Where these forms stand in a text; words that are marked twice are marked once."""
    if not forms or not text:
        return ()
    words = {form.words[0] for form in forms}
    begun = tuple(form.words[0] for form in forms if form.open)
    if max(len(form.words) for form in forms) == 1 and min(map(len, words)) > 1 and not begun:
        return _united(places_of(text, words))
    first: dict[str, list[WordForm]] = {}
    for form in forms:
        first.setdefault(form.words[0], []).append(form)
    tokens = tokens_of(text)
    found: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        for form in first.get(token.word, ()):
            some = tokens[at : at + len(form.words)]
            if tuple(one.word for one in some) == form.words:
                found.append((token.start, some[-1].end))
        if begun and token.word.startswith(begun):
            found.append((token.start, token.end))
    return _united(found)


def snippet(field: str, text: str, forms: Collection[WordForm]) -> Snippet:
    """A piece of a field around the first of these, cut at words."""
    marks = marks_in(text, forms)
    start, end = _piece(text, marks[0][0] if marks else 0)
    piece, moved = text[start:end], -start
    if start:
        piece, moved = "…" + piece, moved + 1
    if end < len(text):
        piece += "…"
    inside = ((a + moved, b + moved) for a, b in marks if a >= start and b <= end)
    return Snippet(field, piece, tuple(inside))


def _piece(text: str, hit: int) -> tuple[int, int]:
    """From where up to where, both at the edge of a word."""
    if len(text) <= WIDTH:
        return 0, len(text)
    start = max(0, min(hit - BEFORE, len(text) - WIDTH))
    if start:
        start = min(_after_blank(text, start), hit)
    end = min(len(text), start + WIDTH)
    if end < len(text):
        cut = text.rfind(" ", max(start, hit), end)
        end = cut if cut > hit else end
    return start, end


def _after_blank(text: str, at: int) -> int:
    blank = text.find(" ", at)
    return blank + 1 if blank >= 0 else at


def _united(found: Collection[tuple[int, int]]) -> Marks:
    united: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return tuple(united)
