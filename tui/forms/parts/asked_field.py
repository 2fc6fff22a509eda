"""What shows at the line that is asked: its mark, the chips around the typing, what is told."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tui.draw.spans import Line, gap, width_of, wrap
from tui.forms.model.answer import Answer
from tui.forms.parts.answer_frame import AnswerWords, Mark
from tui.forms.parts.form_lines import GROUND, beside, padded
from tui.forms.parts.side_lines import others_beneath, side_lines
from tui.forms.parts.typing import Typing
from tui.locale import say

TYPED = 16  # cells that are left to type in behind chips


class AskedField:
    """The widgets of one line, in the order in which they stand; the typing is among them."""

    def __init__(self, typing: Typing, tone: str) -> None:
        self.mark = Mark(tone)
        self.ground = Vertical(classes="ground")
        self.reason = AnswerWords(tone)
        self._typing = typing
        self._chips = AnswerWords("sel")
        self._last = AnswerWords("sel", "last")
        """The chips of the last line: one types behind them."""
        self._end = AnswerWords("sel", "end")

    def parts(self) -> ComposeResult:
        yield self.mark
        with self.ground:
            yield self._chips
            with Horizontal():
                yield self._last
                yield self._typing
                yield self._end
        yield self.reason

    def show(
        self, answer: Answer, chips: list[Line], told: Sequence[Line], room: int, width: int
    ) -> None:
        """Show an answer as it stands now: ``chips`` of what was chosen, in ``room`` cells of
        the ``width`` of the line; ``told`` stands below everything."""
        if answer.undecided:
            chips = [*side_lines(answer, max(width - GROUND - 2, 1)), ()]
        last = chips.pop() if chips and width_of(chips[-1]) + TYPED <= room else ()
        self._chips.say([padded(line) for line in chips])
        self._last.say([[*padded(last), gap()]] if last else [])
        self._typing.set_class(not last, "first")
        chooses = answer.chooses and not answer.undecided
        self._end.say([[*beside(answer, width), gap()]] if chooses else [])
        replaces = answer.selected and not answer.chooses  # else the hint says so
        asides = [answer.aside, say("form.replaces") if replaces else ""]
        said = [line for aside in asides if aside for line in wrap(aside, room, "quiet")]
        others = () if answer.undecided else others_beneath(answer, room)
        self.reason.say([*others, *said, *told])
        self.mark.refresh()
