"""One of several things, chosen from a list that typing narrows."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from storage.search.name_match import name_fit
from storage.text import shown
from tui.base.picker import Picker, typed_marked
from tui.draw import signs
from tui.draw.spans import clean, cut, quiet
from tui.locale import say
from tui.rows.row import Blank, ChoiceRow, Heading, Row, SentenceRow

ELSEWHERE = 5  # worse than anything that ``name_fit`` gives
RIGHT, ROOM = 24, 58  # cells at the right at least, and of both together


class PickerOption(NamedTuple):
    """Something to choose: ``others`` are words by which it is found too, ``group`` is the heading
    it stands under; ``always`` shows it last whatever is typed."""

    key: str
    text: str
    right: str = ""
    group: str = ""
    chosen: bool = False
    others: tuple[str, ...] = ()
    always: bool = False


class ChooseScreen(Picker):
    """The key of the option that was chosen."""

    def __init__(self, asked: str, options: Sequence[PickerOption], empty: str = "") -> None:
        super().__init__()
        self.asked = asked
        self.options = options
        self.empty = empty

    def found(self, words: str) -> tuple[Sequence[Row], int, int]:
        typed = words.casefold().split()
        found = [option for option in self.options if option.always or _fits(option, typed)]
        if words.strip() and not any(option.group for option in found):
            found.sort(key=lambda option: _order(option, words))
        rows: list[Row] = []
        group = ""
        for option in found:
            if option.group != group:
                group = option.group
                rows += [Blank()] if rows else []
                rows.append(Heading(group))
            rows.append(_row(option, words))
        nothing = say("choose.nothing", words=clean(shown(words))) if words else self.empty
        return rows or [SentenceRow(nothing)], len(found), len(self.options)


def _fits(option: PickerOption, words: Sequence[str]) -> bool:
    said = " ".join((option.text, option.right, *option.others)).casefold()
    return all(word in said for word in words)


def _order(option: PickerOption, words: str) -> int:
    """What begins so or has the words in its text comes before what is also called so."""
    if option.always:
        return ELSEWHERE + 1
    fit = name_fit(words, (option.text,))
    return fit[0] if fit else ELSEWHERE


def _row(option: PickerOption, words: str) -> Row:
    text = typed_marked(clean(option.text), words)
    right = (
        [quiet(cut(clean(option.right), max(RIGHT, ROOM - cell_len(option.text))))]
        if option.right
        else ()
    )
    return ChoiceRow(option.key, text, right, signs.CHOSEN if option.chosen else None)


Ask = Callable[[ChooseScreen, Callable[[str], None]], None]
"""Puts such a list on the screen, and calls with what was chosen."""
