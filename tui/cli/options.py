"""Kinds of options and arguments, and the options that many commands share.

Contract §4 keeps exit code 2 for an unknown command or option; a value that is not known is
refused like any other, with 1 and the nearest ones.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TypeVar

import click

from storage.errors import Refused
from storage.text import typed
from tui.cli.output import Out
from tui.cli.session import Session
from tui.locale import say

F = TypeVar("F", bound=Callable[..., object])
Parameter = click.Parameter | None
Context = click.Context | None


class TextParam(click.ParamType):  # type: ignore[type-arg]
    """Text that a person types: cleaned as the store keeps it."""

    name = "text"

    def convert(self, value: str, param: Parameter, ctx: Context) -> str:
        return typed(value)


class ChoiceParam(TextParam):
    """One of a few words."""

    name = "word"

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = tuple(choices)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        return None if isinstance(param, click.Argument) else "|".join(self.choices)

    def convert(self, value: str, param: Parameter, ctx: Context) -> str:
        if value in self.choices:
            return value
        from storage.records.validation import nearest

        told = nearest(value, self.choices)
        raise Refused("unknown_value", field=_called(param), value=value, nearest=told)


class NumberParam(click.ParamType):  # type: ignore[type-arg]
    """A count from 1."""

    name = "number"

    def convert(self, value: str | int, param: Parameter, ctx: Context) -> int:
        try:
            found = int(value)
        except ValueError:
            found = 0
        if not 0 < found < 2**31:
            raise Refused("invalid_value", field=_called(param), value=value)
        return found


class FileParam(click.ParamType):  # type: ignore[type-arg]
    """A path, or `-` for stdin or stdout."""

    name = "file"

    def convert(self, value: str | Path, param: Parameter, ctx: Context) -> Path:
        if not str(value):  # as a path it would be the folder that we are in
            raise Refused("required", field=_called(param))
        if "\0" in str(value):
            raise Refused("invalid_value", field=_called(param), value=value)
        return Path(value)


TEXT, NUMBER, FILE = TextParam(), NumberParam(), FileParam()


def code_argument(f: F) -> F:
    """CODE: a code or an id."""
    return click.argument("code", type=TEXT)(f)


def ids_option(f: F) -> F:
    """The ids too, for who types them in another command."""
    return click.option("--ids", is_flag=True)(f)


def why_option(f: F) -> F:
    """The reason of a change."""
    return click.option("--why", type=TEXT, metavar="TEXT")(f)


def moment_options(f: F) -> F:
    """As it stood: by claimed time, or by arrival here."""
    f = click.option("--known", is_flag=True)(f)
    return click.option("--as-of", type=TEXT, metavar="D")(f)


def gives(*formats: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """A command that gives data: it gets the session and an ``Out`` to put the data in."""

    def decorate(f: Callable[..., object]) -> Callable[..., object]:
        @click.option("--plain", is_flag=True)
        @click.option("--force", is_flag=True)
        @click.option("-o", "target", type=FILE, metavar="FILE")
        @click.option("--format", "form", type=ChoiceParam(formats), default=formats[0])
        @click.pass_obj
        @wraps(f)
        def command(
            session: Session,
            /,
            form: str,
            target: Path | None,
            force: bool,
            plain: bool,
            **rest: object,
        ) -> object:
            if rest.get("known") and not rest.get("as_of"):
                raise click.UsageError(say("cli.usage.known"))
            out = Out(form, target, plain=plain or session.plain, own=session.path, force=force)
            out.check_target()
            with session.judged():
                return f(session, out, **rest)

        return command

    return decorate


def _called(param: Parameter) -> str:
    if param is None:
        return ""
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
