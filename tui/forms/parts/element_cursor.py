"""Which element of a set is picked on the line that is asked, to be taken out."""

from tui.draw.spans import Line
from tui.forms.model.answer import Answer
from tui.forms.model.set_answer import Several


class ElementCursor:
    """It stands on an element or on none; an answer that is no set has none."""

    def __init__(self) -> None:
        self.at: int | None = None

    def move(self, answer: Answer, by: int) -> bool:
        """Pick another element; False where there is none."""
        if not isinstance(answer, Several) or not answer.elements:
            return False
        last = len(answer.elements)
        place = (last if self.at is None else self.at) + by
        self.at = max(place, 0) if place < last else None
        return True

    def drop(self, answer: Answer, *, back: bool) -> bool:
        """Take out what is picked, or with Backspace the last that was added; False where the
        answer is no set."""
        if not isinstance(answer, Several):
            return False
        if self.at is not None:
            answer.drop(self.at)
        elif back and not answer.unpart() and answer.elements:
            answer.drop(len(answer.elements) - 1)
        self.at = None
        return True

    def put_back(self, answer: Answer) -> bool:
        """Put back the element that was taken out last; False where none was."""
        if not isinstance(answer, Several) or not answer.put_back():
            return False
        self.at = None
        return True

    def lines(self, answer: Answer, room: int) -> list[Line]:
        """The elements, the one that is picked marked."""
        return answer.chips(room, self.at, "chipsel") if isinstance(answer, Several) else []
