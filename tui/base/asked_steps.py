"""Questions that follow each other over the screen they are asked on: one goes back among them, and
what was typed is kept until all is answered."""

from collections.abc import Callable, Generator

from storage.errors import SPOILT, Refused
from tui.base.base_screen import BaseScreen
from tui.base.line_asked import LineScreen
from tui.base.option_picker import ChooseScreen
from tui.locale import refusal, say
from tui.user.drafts import Draft

Question = LineScreen | ChooseScreen
Steps = Generator[Question, str, None]
"""Questions one after another: each gives the screen that asks it, and gets what was answered. It
is asked anew from the first whenever someone goes back, so that it may only write at its end."""
UNDONE = "~"
"""Begins, in a draft, the question of which the text was not answered yet."""


class AskedSteps:
    """Asks until there is no question left; Esc goes to the one before. What was typed stands in
    the draft ``about`` this, until all is answered: after Esc at the first question, or when the
    laptop dies, it is there again when the same is asked."""

    def __init__(
        self, host: BaseScreen, make: Callable[[], Steps], about: str = "", name: str = ""
    ) -> None:
        self._host = host
        self._make = make
        self._about = about
        self._name = name
        self._answers: list[tuple[str, str, str]] = []  # question, answer, how that shows
        self._typed: dict[str, str] = {}  # texts by question, also of those gone back from
        self._chosen: dict[str, str] = {}  # what was chosen, by question that was gone back from
        self._first: dict[str, str] = {}  # what stood in the line before anyone typed
        self._asked: Question | None = None

    def begin(self) -> None:
        """Ask the first question; where there is a draft, the one at which it was left."""
        draft = self._host.app.drafts.find(self._about) if self._about else {}
        for key, said in draft.items():
            if key.startswith(UNDONE):
                self._typed[key.removeprefix(UNDONE)] = str(said)
            elif isinstance(said, list) and len(said) == 3:
                self._answers.append((str(said[0]), str(said[1]), str(said[2])))
        self._ask()

    def _ask(self, told: str = "") -> None:
        """Ask the question behind those that were answered; ``told`` says what was wrong there."""
        steps, answers, self._answers = self._make(), self._answers, []
        try:
            screen = next(steps)
            for asked, answer, shown in answers:
                if screen.asked != asked or not _can_be_said(screen, answer):
                    break  # what is asked here, or can be chosen, changed meanwhile
                self._answers.append((asked, answer, shown))
                screen = steps.send(answer)
        except StopIteration:
            self._forget()
            return
        except Refused as refused:
            self._refused(refused)
            return
        self._asked = screen
        self._first[screen.asked] = screen.before
        known = self._typed if isinstance(screen, LineScreen) else self._chosen
        if screen.asked not in {asked for asked, *_ in self._answers}:  # else it is asked once more
            screen.before = known.get(screen.asked, screen.before)
        screen.on_typed = self._on_typed
        self._host.app.push_screen(screen, self._answered)
        if told:
            screen.call_after_refresh(screen.toast, told, "red")

    def _answered(self, answer: str | None) -> None:
        screen = self._asked
        assert screen is not None
        if answer is None:
            self._back()
            return
        shown = answer
        if isinstance(screen, ChooseScreen):
            shown = next((one.text for one in screen.options if one.key == answer), "")
            self._chosen[screen.asked] = answer
        else:
            self._typed[screen.asked] = answer
        self._answers.append((screen.asked, answer, shown))
        self._ask()

    def _back(self) -> None:
        if self._answers:
            self._answers.pop()
            self._ask()
        elif self._keep(open=False):
            self._host.toast(say("steps.kept"), "amber")

    def _refused(self, refused: Refused) -> None:
        """Ask the last question again, with what was answered there."""
        if not self._answers or refused.key in SPOILT:
            self._host.refuse(refused)
            return
        self._answers.pop()
        self._ask(refusal(refused.key, refused.details))

    # what is typed

    def _on_typed(self, text: str) -> None:
        if isinstance(self._asked, LineScreen):
            self._typed[self._asked.asked] = text
            self._keep(open=True)

    def _keep(self, *, open: bool) -> bool:
        """Keep what was typed; whether there was anything."""
        if not self._about:
            return False
        answered = {asked for asked, *_ in self._answers}
        rest = {asked: text for asked, text in self._typed.items() if asked not in answered}
        draft: Draft = {str(n): list(one) for n, one in enumerate(self._answers)}
        draft |= {f"{UNDONE}{asked}": text for asked, text in rest.items()}
        typed = any(text and text != self._first.get(asked) for asked, text in self._typed.items())
        drafts = self._host.app.drafts
        drafts.keep(self._about, draft if typed else {}, open=open, name=self._name)
        if not open:
            self._host.app.keep_drafts()
        return typed

    def _forget(self) -> None:
        if self._about:
            self._host.app.drafts.forget(self._about)
            self._host.app.keep_drafts()


def _can_be_said(screen: Question, answer: str) -> bool:
    """Whether this is an answer here: any text, or the key of something that can be chosen."""
    return isinstance(screen, LineScreen) or answer in {one.key for one in screen.options}
