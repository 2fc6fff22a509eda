"""Forms that open in the place of page 0: saving never asks, Esc leaves it as it was."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.base.base_app import BaseApp
from tui.draw import signs
from tui.draw.paint import strip
from tui.draw.spans import (
    Line,
    Span,
    accent,
    amber,
    clean,
    cut,
    ink,
    parts,
    quiet,
    room_in,
    row,
    width_of,
    wrap,
)
from tui.draw.text_signs import warned
from tui.forms.form_messages import Closed, Done
from tui.locale import charset, number, say
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane


class Form(Vertical):
    """A heading, and under it what is asked."""

    app: BaseApp
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    busy = False
    ended = False
    """Whether it has said that it is saved or left."""
    back_to = ""
    """The command that opens what it came from, when it is left."""
    resume: Callable[[str, bool], None] | None = None
    """Where one goes on after it, told what it says and whether something was saved."""

    def hints(self) -> Sequence[KeyHint]:
        """What the footer says: the manual of the form."""
        return [
            KeyHint(say("key.enter"), say("command.save")),
            KeyHint(say("key.escape"), say("command.leave")),
        ]

    def keep(self, *, open: bool = True) -> bool:
        """Keep what was typed up to now as a draft; whether there is any. ``open`` says that
        the form stays."""
        return False

    def elsewhere(self) -> None:
        """Someone else wrote in the file."""

    def post_message(self, message: Message) -> bool:
        self.ended = self.ended or isinstance(message, (Closed, Done))
        return super().post_message(message)

    def take_focus(self) -> None:
        """Put the cursor where the typing goes."""
        for field in self.query("LineInput, TextInput"):
            if field.display:
                field.focus()
                return

    def keep_focus(self) -> None:
        """The same, after a key that went elsewhere; a form that is still on its way does so
        itself."""
        if self.is_mounted:
            self.take_focus()

    def on_mount(self) -> None:
        self.take_focus()

    def action_leave(self) -> None:
        self.post_message(Closed())


class FormTitle(Widget):
    """The heading of a form: its key, what it does to what, and the code."""

    def __init__(self, key: str, text: str, code: str = "") -> None:
        super().__init__()
        self.key = key
        self.text = clean(text)
        self.code = clean(code)
        self.more = False
        self.stakes: tuple[int, int, int] = (0, 0, 0)

    def stake(self, *, changed: int, needed: int, conflicts: int) -> None:
        """Say what is at stake: how many lines were changed, must be filled in, are in conflict."""
        if (stakes := (changed, needed, conflicts)) != self.stakes:
            self.stakes = stakes
            self.refresh()

    def mark(self, *, more: bool) -> None:
        """Say whether the form goes on below what shows."""
        if more != self.more:
            self.more = more
            self.refresh()

    def name_it(self, text: str) -> None:
        """Another heading."""
        self.text = clean(text)
        self.refresh()

    def tell(self, code: str) -> None:
        """Something else at the right."""
        self.code = clean(code)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        text = width_of([accent(self.text)])
        said = [quiet(say("page.more"))] * self.more
        code = [quiet(cut(self.code, max(width - 6 - text, 16)))] * bool(self.code)
        right = parts([*said, *self._stakes(whole=True), *code])
        if text + width_of(right) + 5 > width:
            right = parts([*said, *self._stakes(whole=False), *code])
        room = max(width - 5 - width_of(right), 1)
        line = row(width, [accent(cut(self.text, room), bold=True)], right, accent(self.key))
        return strip(self.app, line, width, "page")

    def _stakes(self, *, whole: bool) -> Iterator[Span]:
        changed, needed, conflicts = self.stakes
        if changed:
            yield quiet(say("form.changed", n=changed))
        if needed:
            said = say("form.needed", n=needed) if whole else number(needed)
            yield amber(f"{charset.sign(signs.NEEDED.text)} {said}")
        if conflicts:
            yield amber(f"{charset.sign(signs.CONFLICT.text)} {number(conflicts)}")


class Label(Widget):
    """One line of words in a form; ``say`` changes them."""

    def __init__(
        self,
        line: Line = (),
        *,
        tone: str = "page",
        bar: str | None = None,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.line = line
        self.tone = tone
        self.bar = bar

    def say(self, line: Line) -> None:
        self.line = line
        self.refresh()

    def line_at(self, width: int) -> Line:
        """The line for a width."""
        return row(width, self.line)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        line = self.line_at(width) if y == 0 else ()
        return strip(self.app, line, width, self.tone, self.bar)


class FormNote(LinePane):
    """What a form has to say: a warning, or what it does; over more lines where it is long."""

    def __init__(self) -> None:
        super().__init__(focusable=False)

    def warn(self, text: str) -> None:
        self._tell(text, "amber")

    def alert(self, text: str) -> None:
        """Show itself, where it was hidden, and say what is the matter."""
        self.display = True
        self.warn(warned(text))

    def explain(self, text: str) -> None:
        self._tell(text, "quiet")

    def say(self, text: str) -> None:
        self._tell(text, "ink")

    def _tell(self, text: str, role: str) -> None:
        self.show(lambda width: [row(width, line) for line in wrap(text, room_in(width), role)])


def form_heading(name: str) -> Line:
    """What a group of fields is about, above it."""
    return [ink(say(f"form.group_{name}"), bold=True)]


def label(text: str, width: int = 12) -> list[Span]:
    """The quiet word before a field."""
    return [quiet(text.ljust(width))]
