"""What a command is."""

from typing import Any, ClassVar

from tui.commands import keymap
from tui.locale import known, say


class Command:
    """Something a person can do on a screen.

    ``id`` names it everywhere, and its texts in the catalogues: ``command.<id>`` is the one word
    of the footer, ``title.<id>`` the sentence of palette and help. The first of ``keys`` is the
    one that is shown; a person may have chosen others (``keymap``). A command says itself
    whether it can be done now, and why not.
    """

    id: ClassVar[str]
    keys: ClassVar[tuple[str, ...]] = ()
    group: ClassVar[str] = "app"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "id" in vars(cls):
            keymap.register(cls.id, cls.keys)

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
        """The key as it is shown; empty where it has none."""
        return next(iter(cls.shown_keys()), "")

    @classmethod
    def shown_keys(cls) -> list[str]:
        """All keys that do it now, as they are shown."""
        return [keymap.shown(key) for key in keymap.of(cls.id)]

    @classmethod
    def available(cls, screen: Any) -> str | None:
        """Why it cannot be done here and now; None when it can."""
        return None

    @classmethod
    def is_there(cls, screen: Any) -> bool:
        """Whether there is such a thing here at all; help passes over what is not."""
        return True

    @classmethod
    def run(cls, screen: Any) -> None:
        """Do it."""
        raise NotImplementedError
