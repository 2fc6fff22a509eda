"""Help and usage errors speak Dutch, and English when asked; click's own words too."""

import click
import pytest
from click.testing import CliRunner

from tui import locale
from tui.cli.group import NAME, cli
from tui.cli.language import choose

COMMANDS = cli.list_commands(click.Context(cli))


def told(*words: str) -> str:
    result = CliRunner().invoke(cli, words)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.output


@pytest.mark.parametrize(
    ("words", "dutch", "english"),
    [
        ("bestaatniet", "De opdracht 'bestaatniet' bestaat niet.", "No such command 'bestaatniet'"),
        ("list --bogus", "De optie '--bogus' bestaat niet.", "No such option '--bogus'."),
        ("list --regio x", "Misschien '--region'?", "Did you mean '--region'?"),
        ("show", "Er ontbreekt 'CODE'.", "Missing argument 'CODE'."),
        ("report minutes", "Er ontbreekt de optie '-o'.", "Missing option '-o'."),
        ("show a b", "Dit hoort er niet bij: b", "Got unexpected extra argument (b)"),
        ("show a b c", "Deze horen er niet bij: b c", "Got unexpected extra arguments (b c)"),
        ("show --as-of", "ontbreekt een waarde.", "requires an argument."),
        ("list x --via=3", "hoort geen waarde.", "does not take a value."),
        ("show a --known", "--known kan alleen met --as-of.", "--known needs --as-of."),
        ("list regions --via", "--via kan alleen met --region.", "--via needs --region."),
        ("resolve a b", "één van de twee.", "either --take or --value."),
        ("import x --edits --preview", "kan er maar één.", "exclude each other."),
    ],
)
def test_a_usage_error(words: str, dutch: str, english: str) -> None:
    found = told(*words.split())
    assert dutch in found
    assert "Error" not in found
    assert "Try '" not in found
    assert english in told("--lang", "en", *words.split())
    assert english in told("--lang=en", *words.split())


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_of_one_language(name: str) -> None:
    words = [name] if name else []
    dutch = told(*words, "--help")
    assert dutch.startswith(f"Gebruik: {NAME}")
    assert "Opties:" in dutch
    assert not any(word in dutch for word in ("Usage:", "Options:", "Commands:"))
    assert told("--lang", "en", *words, "--help").startswith(f"Usage: {NAME}")


@pytest.mark.parametrize("lang", locale.LANGUAGES)
@pytest.mark.parametrize("name", [NAME, *COMMANDS])
def test_every_command_and_option_has_a_text(name: str, lang: str) -> None:
    """A new one needs ``cli.help.NAME``, and ``cli.option.NAME`` or ``cli.option.COMMAND.NAME``."""
    choose(["--lang", lang])
    command = cli if name == NAME else cli.get_command(click.Context(cli), name)
    assert command is not None
    assert locale.known(f"cli.help.{name}")
    for option in command.params:
        if isinstance(option, click.Option):
            keys = (f"cli.option.{option.name}", f"cli.option.{name}.{option.name}")
            assert any(map(locale.known, keys)), option.name


def test_a_language_that_is_not_known_is_refused_in_dutch() -> None:
    assert "de kan niet bij --lang." in told("--lang", "de", "show", "x")


def test_without_a_word_the_language_is_that_of_the_settings() -> None:
    choose([])
    assert locale.say("value.yes") == "ja"
    choose(["--lang"])
    assert locale.say("value.yes") == "ja"
