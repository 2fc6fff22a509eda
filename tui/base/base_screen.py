"""What every screen shares: commands as keys, footer, toast, too small."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, ClassVar, Protocol

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from storage.errors import SPOILT, Refused
from tui.base.app_messages import Missed, NotOpened
from tui.base.base_app import BaseApp
from tui.base.guard import guarded
from tui.commands import keymap
from tui.commands.command import Command
from tui.locale import refusal, say
from tui.widgets.footer import Footer, KeyHint, Pressed
from tui.widgets.safe_inputs import SafeInput
from tui.widgets.small import Small
from tui.widgets.toast import Toast


class Mover(Protocol):
    """Something that the moving keys move."""

    def move(self, by: int) -> None: ...
    def page(self, by: int) -> None: ...
    def ends(self, *, last: bool) -> None: ...


class Nowhere:
    """What the moving keys move when nothing has the focus."""

    def move(self, by: int) -> None:
        """Nothing moves."""

    def page(self, by: int) -> None:
        """Nothing moves."""

    def ends(self, *, last: bool) -> None:
        """Nothing moves."""


class BaseScreen(Screen[Any]):
    """A screen whose keys, footer, help and palette come from its ``DOES``.

    ``TOPIC`` names what help explains first. ``FOLLOWS`` says that it is there to show what others
    write, which then need not be said.
    """

    app: BaseApp
    DOES: ClassVar[tuple[Command, ...]] = ()
    TOPIC: ClassVar[str] = "screen"
    FOLLOWS: ClassVar[bool] = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's own declaration
        (0, "w0"), (40, "w40"), (73, "w73"), (100, "w100"), (110, "w110"), (150, "w150"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [(0, "h0"), (10, "h10"), (30, "h30")]  # noqa: RUF012
    AUTO_FOCUS = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.BINDINGS = [
            Binding(
                ",".join(command.keys) or keymap.UNBOUND,
                f"do('{command.id}')",
                show=False,
                id=command.id,
            )
            for command in cls.DOES
        ]
        super().__init_subclass__(**kwargs)

    def parts(self) -> ComposeResult:
        """The widgets of this screen, without what all screens have."""
        raise NotImplementedError

    def on_mount(self) -> None:
        if changed := keymap.chosen_keys():  # the commands of this screen are known only now
            self.app.set_keymap(changed)

    def compose(self) -> ComposeResult:
        yield from self.parts()
        yield Footer()
        yield Toast()
        yield Small()

    # commands

    def command(self, name: str) -> Command | None:
        found = (one for one in self.DOES if one.id == name)
        return next(found, None) or next((o for o in self.made_commands if o.id == name), None)

    @property
    def made_commands(self) -> Sequence[Command]:
        """Commands besides those, made of what stands in the file."""
        return ()

    @property
    def too_small(self) -> bool:
        return self.size.width < 40 or self.size.height < 10

    def action_do(self, name: str) -> None:
        """Do a command, or say why it cannot be done."""
        command = self.command(name)
        if command is None or (self.too_small and name != "quit"):
            return
        reason = command.available(self)
        if reason is not None:
            self.toast(f"{command.title()}: {reason}", "amber")
            return
        try:
            command.run(self)
        except Refused as refused:
            self.refuse(refused)

    def push(self, screen: Screen[Any], answer: Callable[[Any], None] = lambda _: None) -> None:
        """Put another screen over this one; what that gives goes to ``answer``, and a refusal to
        take it is told here."""

        @guarded
        def answered(host: BaseScreen, given: Any) -> None:
            answer(given)

        self.app.push_screen(screen, partial(answered, self))

    def back(self) -> None:
        """One level back."""
        self.dismiss()

    def to_first(self) -> None:
        """Move to the first of what is listed."""
        self.mover.ends(last=False)

    def to_last(self) -> None:
        """Move to the last of what is listed."""
        self.mover.ends(last=True)

    def shown_text(self) -> str:
        """What is read here, as text to hand on."""
        raise NotImplementedError

    def shown_name(self) -> str:
        """What that is called, also as a file."""
        raise NotImplementedError

    def copy(self) -> None:
        """Hand on what is read: the terminal copies, and does not say whether it did."""
        self.app.copy_to_clipboard(self.shown_text())
        self.toast(say("toast.copied", what=self.shown_name()), "green", "copy_to_file")

    def copy_to_file(self) -> None:
        """Hand on what is read as a file."""
        from tui.user.textfile import keep_text

        path = keep_text(self.shown_text(), self.shown_name())
        self.toast(say("toast.kept", name=path.name, folder=path.parent))

    def do_later(self, name: str | None) -> None:
        """Do what was chosen in the palette, once that has gone."""
        if name:
            self.call_after_refresh(self.action_do, name)

    def on_pressed(self, message: Pressed) -> None:
        self.action_do(message.command)

    # what it says

    @property
    def topic(self) -> str:
        """What help explains first: where the cursor is."""
        return self.TOPIC

    def explained(self) -> Iterator[tuple[str, str]]:
        """What help explains besides the keys, by name: nothing."""
        return iter(())

    @property
    def mover(self) -> Mover:
        """What the moving keys move: the widget with the focus."""
        focused: Any = self.focused
        return focused if hasattr(focused, "ends") else Nowhere()

    def toast(self, text: str, role: str = "green", offers: str = "") -> None:
        """Say in one line what happened, and offer the command that takes it back."""
        command = self.command(offers)
        offer = (
            KeyHint(keymap.hint(offers), say(f"toast.{offers}_hint"), offers) if command else None
        )
        self.query_one(Toast).say(text, role, offer)

    def on_resize(self) -> None:
        self.query_one(Toast).fit()

    @property
    def toasting(self) -> bool:
        """Whether a toast is still to be read; not while the screen comes or goes."""
        return any(toast.display for toast in self.query(Toast))

    def refuse(self, refused: Refused) -> None:
        """Say why something was not done; a spoilt file gets a screen of its own."""
        if refused.key in SPOILT:
            self.post_message(NotOpened(refused))
            return
        self.toast(refusal(refused.key, refused.details), "red")
        if refused.key == "locked":
            self.post_message(Missed())

    def wrote(self) -> None:
        """Something was written here, and shows: nobody else did that."""
        self.app.seen()

    def refreshed(self) -> None:
        """Someone else wrote in the file; most screens go on with what they show."""

    def hints(self) -> Sequence[KeyHint]:
        """What the footer says here."""
        return ()

    @property
    def typing(self) -> bool:
        """Whether a letter is part of a text here, and no command."""
        return isinstance(self.focused, SafeInput)

    def show_hints(self) -> None:
        typing, found = self.typing, self.hints()
        if not keymap.letters() and not typing:
            found = [*self.hint("palette"), *found]
        for footer in self.query(Footer):  # none while the screen comes or goes
            footer.show(found, typing=typing)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.show_hints()

    def hint(self, *names: str) -> list[KeyHint]:
        """Hints for commands of this screen that can be done now."""
        found = [self.command(name) for name in names]
        return [
            KeyHint(command.key(), command.word(), command.id)
            for command in found
            if command is not None and command.key() and command.available(self) is None
        ]
