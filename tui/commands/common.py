"""Commands that every screen knows: moving, help, the list of commands, leaving."""

from typing import TYPE_CHECKING

from tui.commands.base import Command

if TYPE_CHECKING:
    from tui.base.base_screen import Base


class _Move(Command):
    group = "move"


class Down(_Move):
    id = "down"
    keys = ("down", "j")

    @classmethod
    def run(cls, screen: "Base") -> None:
        screen.mover.move(1)


class Up(_Move):
    id = "up"
    keys = ("up", "k")

    @classmethod
    def run(cls, screen: "Base") -> None:
        screen.mover.move(-1)


class PageDown(_Move):
    id = "page_down"
    keys = ("pagedown",)

    @classmethod
    def run(cls, screen: "Base") -> None:
        screen.mover.page(1)


class PageUp(_Move):
    id = "page_up"
    keys = ("pageup",)

    @classmethod
    def run(cls, screen: "Base") -> None:
        screen.mover.page(-1)


class First(_Move):
    id = "first"
    keys = ("g", "home")

    @classmethod
    def run(cls, screen: "Base") -> None:
        screen.mover.ends(last=False)


class Last(_Move):
    id = "last"
    keys = ("G", "end")

    @classmethod
    def run(cls, screen: "Base") -> None:
        screen.mover.ends(last=True)


class Help(Command):
    id = "help"
    keys = ("question_mark", "f1")

    @classmethod
    def run(cls, screen: "Base") -> None:
        from tui.screens.help.screen import HelpScreen

        screen.app.push_screen(HelpScreen(screen))


class Palette(Command):
    id = "palette"
    keys = ("f2", "ctrl+p")

    @classmethod
    def run(cls, screen: "Base") -> None:
        from tui.screens.palette.screen import PaletteScreen

        screen.app.push_screen(PaletteScreen(screen), screen.do_later)


class Quit(Command):
    id = "quit"
    keys = ("q", "ctrl+q")

    @classmethod
    def run(cls, screen: "Base") -> None:
        screen.app.exit()


class Back(Command):
    """One level back; the main screen gives it its own meaning."""

    id = "back"
    keys = ("escape",)
    group = "move"

    @classmethod
    def run(cls, screen: "Base") -> None:
        screen.dismiss()


MOVES: tuple[type[Command], ...] = (Down, Up, PageDown, PageUp, First, Last)
EVERYWHERE: tuple[type[Command], ...] = (Help, Palette, Quit)
