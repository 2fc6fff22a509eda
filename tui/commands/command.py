"""What a command is: data that names what a person can do on a screen."""

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, Self

from tui.commands import keymap
from tui.locale import known, say


@dataclass(frozen=True)
class Need:
    """Something of the screen, named by ``of``, that must be so before a command can be done.

    Where it is not, the text ``reason.<reason>`` says why not. Without a ``reason`` what ``of``
    names is that sentence itself, or None. A method is asked with what the command gives along.
    """

    of: str
    reason: str = ""

    def lacking(self, screen: Any, args: tuple[object, ...]) -> str | None:
        """Why it cannot be done; None when it can."""
        found = attrgetter(self.of)(screen)
        if callable(found):
            found = found(*args)
        if not self.reason:
            return str(found) if found else None
        return None if found else say(f"reason.{self.reason}")


@dataclass(frozen=True)
class Command:
    """Something a person can do on a screen.

    ``id`` names it everywhere, and its texts in the catalogues: ``command.<id>`` is the one word
    of the footer, ``title.<id>`` the sentence of palette and help; ``word_key`` and ``title_key``
    name other texts. The first of ``keys`` is the one that is shown; a person may have chosen
    others (``keymap``). Of what it ``needs`` the first that is lacking says why it cannot be
    done. ``does`` names the method of the screen that does it, with ``args``; "" is the id.
    """

    id: str
    keys: tuple[str, ...] = ()
    group: str = "app"
    needs: tuple[Need, ...] = ()
    does: str = ""
    args: tuple[object, ...] = ()
    word_key: str = ""
    title_key: str = ""
    passed_over: bool = False
    """Whether help leaves it out where it cannot be done."""

    def __post_init__(self) -> None:
        keymap.register(self.id, self.keys)

    def needing(self, *needs: Need) -> Self:
        """The same command on a screen where it needs this."""
        return replace(self, needs=needs)

    @property
    def method(self) -> str:
        """The method of the screen that does it; a dot leads to that of something it holds."""
        return self.does or self.id

    def run(self, screen: Any) -> None:
        """Do it."""
        attrgetter(self.method)(screen)(*self.args)

    def available(self, screen: Any) -> str | None:
        """Why it cannot be done here and now; None when it can."""
        reasons = (need.lacking(screen, self.args) for need in self.needs)
        return next((reason for reason in reasons if reason is not None), None)

    def is_there(self, screen: Any) -> bool:
        """Whether there is such a thing here at all; help passes over what is not."""
        return not self.passed_over or self.available(screen) is None

    def word(self) -> str:
        """The word in the footer; it may name the first of what is given along as ``{n}``."""
        return say(self.word_key or f"command.{self.id}", n=next(iter(self.args), ""))

    def title(self) -> str:
        """What it does, in a few words."""
        key = self.title_key or f"title.{self.id}"
        return say(key) if known(key) else self.word().capitalize()

    def key(self) -> str:
        """The key as it is shown; empty where it has none."""
        return next(iter(self.shown_keys()), "")

    def shown_keys(self) -> list[str]:
        """All keys that do it now, as they are shown."""
        return [keymap.shown_key(key) for key in keymap.of(self.id)]
