"""What differs between two texts, word by word."""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from storage.text import one_line
from tui.draw.spans import Span, gap
from tui.locale.charset import ellipsis

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")
BEHIND = 3  # words that both have, kept behind a difference
_MOST = 4000  # words; longer texts are shown whole, one after the other


def words_of(text: str) -> list[str]:
    """A text as words, blanks and marks."""
    return _PIECES.findall(one_line(text))


def redline(old: str, new: str, *, colour: bool = True) -> list[Span]:
    """Old words struck through and new ones beside them; in signs where there is no colour."""
    before, after = words_of(old), words_of(new)
    spans: list[Span] = []
    for tag, a, b in _steps(before, after):
        if tag == "equal":
            spans.append(Span("".join(a)))
            continue
        if a:
            spans += _marked("".join(a), colour, _old)
        if a and b:
            spans.append(gap())
        if b:
            spans += _marked("".join(b), colour, _new)
    return spans


def _old(text: str, colour: bool) -> Span:
    return Span(text, "del", back="delbg", strike=True) if colour else Span(f"[-{text}-]")


def _new(text: str, colour: bool) -> Span:
    return Span(text, "ins", True, "insbg") if colour else Span(f"{{+{text}+}}", "ink", True)


def _marked(text: str, colour: bool, mark: Callable[[str, bool], Span]) -> list[Span]:
    """The marked words, with the blanks around them left plain."""
    inner = text.strip()
    if not inner:
        return [Span(text)]
    start = text[: len(text) - len(text.lstrip())]
    end = text[len(text.rstrip()) :]
    return [Span(start), mark(inner, colour), Span(end)]


def redlined(mine: str, other: str) -> list[Span]:
    """One of two equal texts, with what the other says differently made to stand out."""
    spans: list[Span] = []
    for tag, a, _ in _steps(words_of(mine), words_of(other)):
        text = "".join(a)
        if tag == "equal" or not text.strip():
            spans.append(Span(text))
        else:
            spans += _marked(text, True, _other)
    return spans


def from_difference(mine: str, other: str) -> list[Span]:
    """The same in little room: from the first difference, with an ellipsis for what both have."""
    found = redlined(mine, other)
    if len(found) < 2:
        return found
    last = len(found) - 1
    return [
        span
        if span.underline
        else span._replace(text=_shortened(span.text, first=n == 0, last=n == last))
        for n, span in enumerate(found)
    ]


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """A stretch that both have: the word before a difference, and some of those behind one."""
    words = text.split(" ")
    behind, before = 0 if first else BEHIND, 0 if last else 2
    if len(words) <= behind + before + 1:
        return text
    return " ".join([*words[:behind], ellipsis(), *words[len(words) - before :]])


def _other(text: str, _: bool) -> Span:
    return Span(text, "ink", True, "sel", underline=True)


def _steps(
    before: Sequence[str], after: Sequence[str]
) -> list[tuple[str, Sequence[str], Sequence[str]]]:
    if len(before) > _MOST or len(after) > _MOST:
        same = before == after
        return [("equal" if same else "replace", before, after)]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    steps: list[tuple[str, Sequence[str], Sequence[str]]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        blank = tag == "equal" and not "".join(before[a:b]).strip()
        if steps and steps[-1][0] == "replace" and (blank or tag != "equal"):
            steps[-1] = ("replace", [*steps[-1][1], *before[a:b]], [*steps[-1][2], *after[c:d]])
        else:
            kind = "equal" if tag == "equal" else "replace"
            steps.append((kind, before[a:b], after[c:d]))
    return steps
