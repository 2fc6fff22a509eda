"""What a command is."""

from typing import Any, ClassVar

from tui.locale import known, say

SHOWN = {
    "up": "up", "down": "down", "enter": "enter", "escape": "escape", "tab": "tab",
    "backspace": "backspace", "delete": "delete", "pageup": "pageup", "pagedown": "pagedown",
    "home": "home", "end": "end",
}  # fmt: skip
LETTERS = {
    "slash": "/", "question_mark": "?", "shift+tab": "Shift+Tab", "left_square_bracket": "[",
    "right_square_bracket": "]", "less_than_sign": "<", "greater_than_sign": ">", "plus": "+",
    "minus": "-", "equals_sign": "=", "comma": ",",
}  # fmt: skip


def shown_key(key: str) -> str:
    """A key as people read it."""
    if key in SHOWN:
        return say(f"key.{SHOWN[key]}")
    if key in LETTERS:
        return LETTERS[key]
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key


class Command:
    """Something a person can do on a screen.

    ``id`` names it everywhere, and its texts in the catalogues: ``command.<id>`` is the one word
    of the footer, ``title.<id>`` the sentence of palette and help. The first of ``keys`` is the
    one that is shown. A command says itself whether it can be done now, and why not.
    """

    id: ClassVar[str]
    keys: ClassVar[tuple[str, ...]] = ()
    group: ClassVar[str] = "app"

    @classmethod
    def word(cls) -> str:
        """The word in the footer."""
        return say(f"command.{cls.id}")

    @classmethod
    def title(cls) -> str:
        """What it does, in a few words."""
        return say(f"title.{cls.id}") if known(f"title.{cls.id}") else cls.word().capitalize()

    @classmethod
    def key(cls) -> str:
        """The key as it is shown."""
        return shown_key(cls.keys[0]) if cls.keys else ""

    @classmethod
    def available(cls, screen: Any) -> str | None:
        """Why it cannot be done here and now; None when it can."""
        return None

    @classmethod
    def run(cls, screen: Any) -> None:
        """Do it."""
        raise NotImplementedError
