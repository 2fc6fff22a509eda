"""A term as it is said: what we read into it stands in the other lines of the term."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from storage.errors import Refused
from tui.forms.model.answer import Answer
from tui.words.terms import term_kept

if TYPE_CHECKING:
    from storage.phrases import Interpretation

UNREAD = {"from": None, "to": None, "precision": "none"}
"""What was read into the words before goes with them; the rest stays."""


class Phrase(Answer):
    """The words of a term. Whoever put one of the other lines right keeps it, whatever is typed
    here after that."""

    def __init__(
        self,
        key: str,
        label: str,
        before: object,
        hint: str,
        read: "Callable[[str], Interpretation | None]",
    ) -> None:
        self.parts: Mapping[str, Answer] = {}
        self._read = read
        self._last: tuple[str, Interpretation | None] = ("", None)
        super().__init__(key, label, before, hint)

    @property
    def reading(self) -> "Interpretation | None":
        """What we read into what stands here."""
        words = self.text.strip()
        if words != self._last[0]:
            self._last = words, self._read(words)
        return self._last[1]

    def type(self, text: str) -> None:
        kept = {key for key, state in self._filled().items() if self.parts[key].state != state}
        super().type(text)
        for key, state in self._filled().items():
            if key not in kept:
                self.parts[key].bring(state)

    @property
    def as_read(self) -> bool:
        """Whether the other lines say what was read, and nothing else."""
        return all(self.parts[key].state == state for key, state in self._filled().items())

    def turn(self) -> None:
        """Leave out what was read, or read it again."""
        states = self._states(UNREAD) if self.as_read else self._filled(again=True)
        for key, state in states.items():
            self.parts[key].bring(state)

    def _filled(self, *, again: bool = False) -> dict[str, Any]:
        """What the other lines hold for what stands here, if nobody put them right."""
        if not self.changed and not again:
            return {key: part.begun for key, part in self.parts.items()}
        return self._states(self.reading.keys if self.reading else UNREAD)

    def _states(self, values: Mapping[str, str | None]) -> dict[str, Any]:
        return {
            key: part.state_of(values[key]) if key in values else part.begun
            for key, part in self.parts.items()
        }

    @property
    def aside(self) -> str:
        if not self.text.strip() or not self.parts:
            return ""
        return term_kept({key: _value(part) for key, part in self.parts.items()}, self.reading)


def _value(part: Answer) -> object:
    """What a line says; nothing while that cannot be read."""
    try:
        return part.read()
    except Refused:
        return None
