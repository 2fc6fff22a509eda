"""A form with a line for each answer: one of them is asked, the others can be read."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Vertical

from storage.errors import Refused
from tui.draw.spans import accent, gap, quiet, row
from tui.forms.form_messages import Closed
from tui.forms.model.answer import Answer
from tui.forms.model.form_check import FormCheck
from tui.forms.model.form_layout import FormLayout
from tui.forms.model.form_state import FormState
from tui.forms.model.term_phrase import Phrase
from tui.forms.parts.asked_line import AskedLine
from tui.forms.parts.fill_hints import fill_hints
from tui.forms.parts.form import Form, FormNote, FormTitle
from tui.forms.parts.form_lines import Drawn, Went
from tui.locale import refusal, say
from tui.user.drafts import Drafts, Saw
from tui.user.editor import edited
from tui.widgets.footer import KeyHint
from tui.widgets.widget_messages import Hinted

PAGE = 6
ROOMY = 30  # lines of the screen from which empty lines are named


class FillForm(Form):
    """Arrows and Tab go from line to line, Enter saves everything in one act.

    What is left unsaved stays in ``drafts`` under ``about`` and comes back with the form. Where it
    ``folds``, lines that are empty do not show before F8.
    """

    folds = False

    def __init__(self, title: FormTitle, state: FormState, drafts: Drafts, about: str) -> None:
        super().__init__()
        self.title = title
        self.state = state
        self.drafts = drafts
        self.about = about
        self._check = FormCheck(state)
        self.laid_out = FormLayout(state, folds=self.folds)
        self.index = 0
        self._roomy = False
        self.asked = AskedLine(self)
        self.keys: Mapping[str, Callable[[], None]] = {
            "tab": partial(self.tab, 1),
            "shift+tab": partial(self.tab, -1),
            "pageup": partial(self.asked.arrow, -PAGE),
            "pagedown": partial(self.asked.arrow, PAGE),
            "f5": self.again,
            "f6": self.turn,
            "f4": self.outside,
            "f8": self.unfold,
            "escape": self.action_leave,
        }
        self.drafted = bool(drafts.find(about))
        state.bring(drafts.find(about))

    def compose(self) -> ComposeResult:
        yield self.title
        yield FormNote()
        with Vertical(id="lines"):
            yield Drawn("above")
            yield self.asked
            yield Drawn("below")

    def on_mount(self) -> None:
        told = self.query_one(FormNote)
        told.display = self.drafted
        if self.drafted:
            again = [gap(3), accent("F5", bold=True), gap(), quiet(say("form.again"))]
            told.show(lambda width: [row(width, [quiet(say("form.draft")), *again])])
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self._more())
        self.go(self.index)
        self.call_after_refresh(self.asked.typing.fit)  # only now it knows how wide it is
        self.elsewhere()

    def take_focus(self) -> None:
        self.asked.take_focus()

    def ready(self) -> None:
        """Save what was filled in."""
        raise NotImplementedError

    @property
    def answer(self) -> Answer:
        return self.state.answers[self.index]

    def begin_at(self, line: str, value: str = "") -> None:
        """Ask this line first: the one with this key, else one of this field."""
        first = self.state.line_to_begin(line, value)
        if first is not None:
            self.index = self.state.answers.index(first)

    # from line to line

    def go(self, index: int) -> None:
        """Ask another line, and check the one that is left."""
        self.index = max(min(index, len(self.state.answers) - 1), 0)
        self.laid_out.ask(self.answer)
        self.draw()
        self.asked.ask(self.answer)

    def draw(self) -> None:
        """Draw the lines above and below the one that is asked."""
        self._tell_stakes()
        self._roomy = self.app.size.height >= ROOMY
        items = list(self.laid_out.items(named=self._roomy))
        place = items.index(self.answer)
        self.query_one("#above", Drawn).show(items[:place])
        self.query_one("#below", Drawn).show(items[place + 1 :])

    def _tell_stakes(self) -> None:
        """What is at stake, in the heading."""
        self._check.find_needed()
        answers = self.state.answers
        self.title.stake(
            changed=sum(one.changed or one.settled for one in answers),
            needed=sum(one.needed for one in answers),
            conflicts=sum(len(one.conflicts) for one in answers),
        )

    def unfold(self) -> None:
        """Show the empty lines too, or leave them out again."""
        self.asked.sync()
        self.laid_out.turn()
        self.laid_out.ask(self.answer)
        self.draw()
        self.post_message(Hinted())

    def step(self, by: int) -> None:
        """To another of the lines that show."""
        self.asked.sync()
        self._check.line(self.answer)
        shown = self.laid_out.shown
        place = max(min(shown.index(self.answer) + by, len(shown) - 1), 0)
        self.go(self.state.answers.index(shown[place]))

    def tab(self, by: int) -> None:
        """Take what the list offers, and go on; behind the last line comes the first."""
        self.asked.leave_list()
        shown = self.laid_out.shown
        place = shown.index(self.answer)
        self.step((place + by) % len(shown) - place)

    def on_went(self, message: Went) -> None:
        shown = self.laid_out.shown
        self.step(shown.index(message.answer) - shown.index(self.answer))

    def on_resize(self) -> None:
        """Other lines may show; the first time they just were drawn."""
        roomy = self.app.size.height >= ROOMY
        if roomy != self._roomy:
            self.draw()

    # saving and leaving

    def right(self) -> bool:
        """Whether everything can be kept; else the first line that cannot is asked."""
        self.asked.sync()
        wrong = self._check.all()
        if wrong is not None:
            self.go(self.state.answers.index(wrong))
        return wrong is None

    def refuse(self, refused: Refused) -> None:
        """Say at its line, or above all of them, why nothing was saved."""
        answer = self._check.place(refused)
        if answer is not None:
            self.go(self.state.answers.index(answer))
        else:
            self.warn(refusal(refused.key, refused.details))

    def warn(self, text: str) -> None:
        """Say above all lines what is the matter."""
        self.query_one(FormNote).alert(text)

    def again(self) -> None:
        """Begin again from what stands there."""
        self.state.reset()
        self.drafts.forget(self.about)
        self.query_one(FormNote).display = False
        self.go(self.index)

    def turn(self) -> None:
        """Leave out what was read into a term, or read it again."""
        if isinstance(self.answer, Phrase) and not self.answer.conflicts:
            self.asked.sync()
            self.answer.turn()
            self.asked.update()

    def outside(self) -> None:
        """Type a long text in one's own editor; it comes back as if it was typed here."""
        if self.answer.conflicts or not (self.answer.long or self.answer.too_long):
            return
        self.asked.sync()
        told = self.query_one(FormNote)
        told.display = False
        try:
            with self.app.suspend():
                found = edited(self.answer.text)
        except SuspendNotSupported:
            self.warn(refusal("no_editor_here", {}))
        except Refused as refused:
            self.warn(refusal(refused.key, refused.details))
        else:
            self.asked.take_over(found.text)
            if found.doubtful:
                self.warn(say("editor.doubtful"))
        self.take_focus()

    def on_hinted(self) -> None:
        """What is read into a term shows in the lines under it at once."""
        self._tell_stakes()
        if isinstance(self.answer, Phrase):
            self.query_one("#below", Drawn).again()

    def action_leave(self) -> None:
        if self.asked.close_list():
            return
        kept = self.keep(open=False)
        self.post_message(Closed(say("toast.draft") if kept else ""))

    def keep(self, *, open: bool = True) -> bool:
        self.asked.sync()
        draft = self.state.draft()
        self.drafts.keep(self.about, draft, self.saw(), open=open, name=self.title.text)
        return bool(draft)

    def saw(self) -> Saw:
        """What was seen of the fields that were changed here."""
        return {}

    # what it says

    def hints(self) -> Sequence[KeyHint]:
        if self.asked.open:
            return self.asked.list.hints()
        return [*fill_hints(self.answer, self.laid_out)]

    def _more(self) -> None:
        lines = self.query_one("#lines")
        self.title.mark(more=lines.scroll_y < lines.max_scroll_y)
