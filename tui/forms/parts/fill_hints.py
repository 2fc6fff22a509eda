"""What the footer says in a form: what can be done at the line that is asked."""

from collections.abc import Iterator

from tui.commands import keymap
from tui.forms.model.answer import Answer
from tui.forms.model.form_layout import FormLayout
from tui.forms.model.set_answer import Several
from tui.forms.model.term_phrase import Phrase
from tui.locale import say
from tui.widgets.footer import KeyHint


def fill_hints(answer: Answer, laid_out: FormLayout) -> Iterator[KeyHint]:
    """The keys, those for moving first and those for leaving last."""
    yield KeyHint(say("key.up_down"), say("command.field"))
    if laid_out.folds and (out := laid_out.left_out):
        yield KeyHint("F8", say("form.empty_lines", n=out))
    elif laid_out.folds:
        yield KeyHint("F8", say("form.filled_lines"))
    if answer.chooses:
        yield KeyHint(say("key.space"), say("form.list"))
    if isinstance(answer, Several) and answer.elements:
        yield KeyHint(say("key.backspace"), say("form.drop"))
    if answer.long or answer.too_long:
        yield KeyHint("F4", say("form.editor"))
        yield KeyHint(keymap.shown_key("ctrl+z"), say("form.undo"))
    if isinstance(answer, Phrase) and answer.text.strip():
        yield KeyHint("F6", say("form.unread" if answer.as_read else "form.read"))
    yield KeyHint(say("key.enter"), say("command.save"))
    yield KeyHint(say("key.escape"), say("form.leave"))
