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

    def ask(self, answer: Answer) -> None:
        """Choose for another answer: nothing is offered yet."""
        self._answer = answer
        self._browsed = None
        self._typing.put(answer)
        self.offer([])

    @property
    def browsing(self) -> bool:
        """Whether someone looks through everything that can be chosen."""
        return self._browsed is not None

    def offer(self, options: Sequence[Option], first: int = 0) -> None:
        """Offer these, and nothing else."""
        words = self._typing.text if self._answer.unchosen else ""
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
            self._browsed = None
            self._doubt.clear()
            answer.unfilter()
            self._typing.put(answer)
            self.offer([])
        return begun

    def take(self, *, make: bool = True) -> bool:
        """Take what is highlighted; False where nothing is, or where that would ``make``
        something and may not."""
        if self._drop_chosen():
            return True
        option = self.widget.option
        if option is None or (makes(option.value) and not make):
            return False
        self._answer.take(option)
        self._doubt.clear()
        self._typing.put(self._answer)
        self._offer_again()
        return True

    def _drop_chosen(self) -> bool:
        """Take out what is highlighted among what was chosen; False where nothing is."""
        chosen, answer = self.widget.chosen, self._answer
        if chosen is None or not isinstance(answer, Several):
            return False
        answer.drop(answer.elements.index(chosen))
        answer.unfilter()
        self._typing.put(answer)
        self._offer_again()
        return True

    def _offer_again(self) -> None:
        """After a choice: whoever looks through everything goes on from where they stood."""
        if self._browsed is None:
            self.offer([])
            return
        place = self.widget.index or 0
        self.offer(list(self._answer.options("")))
        self.widget.stand(place)
