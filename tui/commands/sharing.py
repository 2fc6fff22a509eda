"""Handing on what is read, as plain text: through the clipboard, or as a file."""

from typing import TYPE_CHECKING

from tui.commands.needs import OnFile
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class _Share(OnFile):
    group = "exchange"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        return super().available(screen) or (None if screen.reading else say("reason.no_reading"))


class Copy(_Share):
    """The terminal does the copying, and does not say whether it did."""

    id = "copy"
    keys = ("y",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.contents.plain import as_text, called

        if screen.reading is not None:
            screen.app.copy_to_clipboard(as_text(screen.reading, screen.last_year))
            told = say("toast.copied", what=called(screen.reading))
            screen.toast(told, "green", say("toast.copied_hint"))


class CopyToFile(_Share):
    id = "copy_to_file"
    keys = ("Y",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.contents.plain import as_text, called
        from tui.textfile import keep

        if screen.reading is not None:
            text = as_text(screen.reading, screen.last_year)
            path = keep(text, called(screen.reading))
            screen.toast(say("toast.kept", name=path.name, folder=path.parent))
