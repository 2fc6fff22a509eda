"""The language of the command line: its own texts, and those of click, which asks gettext."""

import gettext
import os
from collections.abc import Sequence

import click

from tui import locale
from tui.locale import known, say
from tui.user import settings

CLICK = "click"


def choose(words: Sequence[str]) -> None:
    """Take the language from the words typed, before click reads them and may object to one; else
    from the settings.

    A language that is not known is refused later, in Dutch.
    """
    lang = settings.load().language
    for word, following in zip(words, [*words[1:], ""], strict=False):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and asked in locale.LANGUAGES:
            lang = asked
    locale.use(lang)
    gettext.bindtextdomain(CLICK, locale.FOLDER)
    gettext.textdomain(CLICK)
    os.environ["LANGUAGE"] = lang  # gettext's own way to say which


class Spoken(click.Group):
    """A command with commands of its own, which speak the language that was chosen."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = super().get_command(ctx, cmd_name)
        if found is not None:
            speak(found, f"{self.name}-{cmd_name}")
        return found


def speak(command: click.Command, name: str) -> None:
    """Give a command and its options their texts in the language chosen."""
    command.options_metavar = say("cli.options")
    if known(f"cli.help.{name}"):
        command.help = say(f"cli.help.{name}")
    for option in command.params:
        if isinstance(option, click.Option):
            keys = (f"cli.option.{name}.{option.name}", f"cli.option.{option.name}")
            option.help = next((say(key) for key in keys if known(key)), option.help)
