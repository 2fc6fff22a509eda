"""Handing on what is read, as plain text: through the clipboard, or as a file."""

from typing import TYPE_CHECKING

from tui.commands.needs import OnRecord
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Copy(OnRecord):
    """The terminal does the copying, and does not say whether it did."""

    id = "copy"
    keys = ("y",)
    group = "exchange"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.words.contents.plain_text import as_text, called

        if screen.reading is not None:
            screen.app.copy_to_clipboard(as_text(screen.reading, screen.last_year))
            told = say("toast.copied", what=called(screen.reading))
            screen.toast(told, "green", "copy_to_file")


class CopyToFile(OnRecord):
    id = "copy_to_file"
    keys = ("Y",)
    group = "exchange"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.user.textfile import keep
        from tui.words.contents.plain_text import as_text, called

        if screen.reading is not None:
            text = as_text(screen.reading, screen.last_year)
            path = keep(text, called(screen.reading))
            screen.toast(say("toast.kept", name=path.name, folder=path.parent))
