"""How the lines of a form lie: groups under a heading, and what is empty left out of them."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.forms.model.answer import Answer
from tui.forms.model.form_state import BESIDE, FormState


class GroupHeading(NamedTuple):
    """What a group of lines is about."""

    text: str


class LeftOut(NamedTuple):
    """Lines of a group that are empty and do not show."""

    names: tuple[str, ...]


Item = Answer | GroupHeading | LeftOut | None
"""A line, or what stands between lines; None is a blank one."""


class FormLayout:
    """Where it ``folds``, empty lines do not show until all are asked for; of a new record, in
    which all are empty, those that it seldom begins with. One that was asked stays, and so does
    one that has something to tell."""

    def __init__(self, state: FormState, *, folds: bool) -> None:
        self._state = state
        self.folds = folds
        self.opened = not folds
        self._asked: set[str] = set()

    def ask(self, answer: Answer) -> None:
        """This one shows from now on."""
        self._asked.add(answer.key)

    def turn(self) -> None:
        """Show all lines, or leave the empty ones out again."""
        if self.folds:
            self.opened = not self.opened
            self._asked.clear()

    @property
    def shown(self) -> list[Answer]:
        """The lines that can be gone to."""
        return [one for one in self._state.answers if self._shows(one)]

    @property
    def left_out(self) -> int:
        """How many lines do not show."""
        return len(self._state.answers) - len(self.shown)

    def items(self, *, named: bool) -> Iterator[Item]:
        """All that is drawn, from the top; what is left out is ``named`` where there is room,
        and a blank line stands above it all."""
        for n, (heading, group) in enumerate(
            zip(self._state.headings, self._state.groups, strict=True)
        ):
            shown = [one for one in group if self._shows(one)]
            out = tuple(one.label.lower() for one in group if one not in shown) if named else ()
            if not shown and not out:
                continue
            if n or named:
                yield None
            if heading:
                yield GroupHeading(heading)
            yield from shown
            if out:
                yield LeftOut(out)

    def _shows(self, answer: Answer) -> bool:
        tells = answer.wrong or answer.told or answer.needed or answer.conflicts
        stays = answer.key in self._asked or answer.key in BESIDE
        kept = not answer.empty or (self._state.record is None and not answer.seldom)
        return bool(self.opened or stays or tells or answer.changed or kept)
