"""Help: every command of the screen it was asked on, with its key, and the signs."""

from collections.abc import Iterator

from textual.app import ComposeResult

from tui.base.base_screen import BaseScreen
from tui.commands import keymap
from tui.commands.command import Command
from tui.commands.common import GROUPS
from tui.draw import signs
from tui.draw.spans import Line, accent, gap, ink, quiet, room_in, row, wrap
from tui.locale import say
from tui.screens.help.commands import HELP_PAGE
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane

KEYS = 18


def keyed(command: Command) -> bool:
    """Whether it has keys, or would have with single letters on; others are in the palette."""
    return bool(command.keys or command.shown_keys())


def command_keys(command: Command) -> str:
    """The keys of a command; that of the list of commands where it has none."""
    return "  ".join(command.shown_keys()) or keymap.hint(command.id)


def key_table(commands: tuple[Command, ...]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Per group the keys and what they do, as help and the key page show them."""
    for group in GROUPS:
        found = [
            (command_keys(command), command.title())
            for command in commands
            if command.group == group and keyed(command)
        ]
        if found:
            yield say(f"group.{group}"), found


class HelpScreen(BaseScreen):
    """One page to read."""

    DOES = HELP_PAGE

    def __init__(self, beneath: BaseScreen) -> None:
        super().__init__()
        self.beneath = beneath

    def parts(self) -> ComposeResult:
        yield LinePane("help")

    def on_mount(self) -> None:
        page = self.query_one(LinePane)
        page.show(
            lambda width: list(self._lines(width)),
            lambda width, more: (
                [ink(say("help.title", about=say(f"help.about_{self.beneath.topic}")), bold=True)],
                [quiet(say("page.more"))] if more else (),
            ),
        )
        page.focus()
        self.show_hints()

    def _lines(self, width: int) -> Iterator[Line]:
        room = room_in(width)
        yield row(width, [])
        for line in wrap(say(f"help.here_{self.beneath.topic}"), room):
            yield row(width, line)
        for hint in self.beneath.hints() if self.beneath.topic == "form" else ():
            yield row(width, [accent(hint.key.ljust(KEYS), bold=True), ink(hint.word)])
        for group in GROUPS if self.beneath.topic != "form" else ():
            found = [
                one
                for one in self.beneath.DOES
                if one.group == group and keyed(one) and one.is_there(self.beneath)
            ]
            if found:
                yield row(width, [])
                yield row(width, [quiet(say(f"group.{group}"))])
            for command in found:
                yield from (row(width, line) for line in self._command(command, room))
        explained = [*self.beneath.explained()]
        if explained:
            yield row(width, [])
            yield row(width, [quiet(say(f"help.explained_{self.beneath.topic}"))])
        for name, text in explained:
            for n, line in enumerate(wrap(text, room - KEYS)):
                yield row(width, [accent((name if n == 0 else "").ljust(KEYS), bold=True), *line])
        yield row(width, [])
        yield row(width, [quiet(say("help.signs"))])
        for sign, meaning in signs.MEANINGS:
            yield row(width, [ink(say(f"help.sign_{meaning}"))], (), sign)
        yield row(width, [gap()])

    def _command(self, command: Command, room: int) -> Iterator[Line]:
        """Its keys and what it does; quietly, with the reason, where it cannot be done now."""
        pressed = command_keys(command).ljust(KEYS)
        reason = command.available(self.beneath)
        keys = accent(pressed, bold=True) if reason is None else quiet(pressed)
        said = command.title() if reason is None else f"{command.title()}   {reason}"
        role = "ink" if reason is None else "quiet"
        for n, line in enumerate(wrap(said, room - KEYS, role)):
            yield [keys if n == 0 else gap(KEYS), *line]

    def hints(self) -> list[KeyHint]:
        return [KeyHint(say("key.up_down"), say("command.read")), *self.hint("back")]
