"""The list of the line that is asked: opened, narrowed by what is typed, taken from."""

from collections.abc import Callable, Sequence

from tui.forms.model.answer import Answer, Option
from tui.forms.model.choice_answers import YesNo
from tui.forms.model.named_records import makes
from tui.forms.model.set_answer import Several
from tui.forms.parts.making_doubt import MakingDoubt
from tui.forms.parts.offer_list import OfferList
from tui.forms.parts.typing import Typing


class AnswerList:
    """``widget`` shows what can be chosen for the answer; ``offered`` is called whenever that is
    something else."""

    def __init__(self, typing: Typing, doubt: MakingDoubt, offered: Callable[[], None]) -> None:
        self.widget = OfferList()
        self._answer = Answer("", "")
        self._typing = typing
        self._doubt = doubt
        self._offered = offered
        self._browsed: object = None
        """What stood there when someone began to look through all that can be chosen."""
        self._ticked = False
        """Whether something was ticked since."""

    def ask(self, answer: Answer) -> None:
        """Choose for another answer: nothing is offered yet."""
        self._answer = answer
        self._end_browsing()
        self._typing.put(answer)
        self.offer([])

    @property
    def browsing(self) -> bool:
        """Whether someone looks through everything that can be chosen."""
        return self._browsed is not None

    def offer(self, options: Sequence[Option], first: int = 0) -> None:
        """Offer these, and nothing else."""
        words = self._typing.text if self._answer.unchosen else ""
        self.widget.ticks, self.widget.ticked = self.browsing, self._ticked
        self.widget.offer(options, first, words=words, held=self._answer.held)
        self._offered()

    def follow(self, text: str) -> None:
        """Offer what fits the words that are typed."""
        if self._answer.chooses:
            self.offer(list(self._answer.options(text)) if text.strip() else [])

    def open(self) -> bool:
        """Show everything that can be chosen; a flag just turns over. False where there is
        nothing to open."""
        answer = self._answer
        if not answer.chooses or self.widget.open or answer.undecided:
            return False
        if isinstance(answer, YesNo):
            answer.turn()
            self._typing.put(answer)
            self._offered()
            return True
        if isinstance(answer, Several) and len(answer.parts) == 1:
            self._browsed = answer.kept
        options = list(answer.options(""))
        now = getattr(answer, "value", None)
        held = [n for n, option in enumerate(options) if option.value == now]
        self.offer(options, held[0] if held else 0)
        return True

    def close(self) -> bool:
        """Close it and forget what filtered it; False where there was nothing to close."""
        answer = self._answer
        begun = self.widget.open or (isinstance(answer, Several) and answer.unpart())
        if begun:
            if self._browsed is not None and answer.kept != self._browsed:
                answer.bring(self._browsed)
            self._end_browsing()
            self._doubt.clear()
            answer.unfilter()
            self._typing.put(answer)
            self.offer([])
        return begun

    def take(self, *, make: bool = True) -> bool:
        """Take what is highlighted, unless something was ticked, and close the list; False where
        nothing is, or where that would ``make`` something and may not."""
        ticked = self.widget.open and self._ticked and not self._typing.text
        if not ticked and not self._turn_highlighted(make=make):
            return False
        self._end_browsing()
        self.offer([])
        return True

    def tick(self) -> bool:
        """Take or take out what is highlighted, and stay; False where words are typed, or where
        there is room for one choice only."""
        if not (self.browsing and self.widget.open) or self._typing.text:
            return False
        place = self.widget.index or 0
        if self._turn_highlighted(make=False):
            self._ticked = True
            self.offer(list(self._answer.options("")))
            self.widget.stand(place)
        return True

    def _turn_highlighted(self, *, make: bool) -> bool:
        """Take what is highlighted, or take it out where it was chosen before."""
        chosen, option, answer = self.widget.chosen, self.widget.option, self._answer
        if chosen is not None and isinstance(answer, Several):
            answer.drop(answer.elements.index(chosen))
            answer.unfilter()
        elif option is not None and (make or not makes(option.value)):
            answer.take(option)
            self._doubt.clear()
        else:
            return False
        self._typing.put(answer)
        return True

    def _end_browsing(self) -> None:
        self._browsed = None
        self._ticked = False
