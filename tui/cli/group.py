"""The command `arrangement`: its options, its commands, and one way to end."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from storage.errors import Refused
from tui import VERSION, locale
from tui.cli.language import choose, speak
from tui.cli.options import FILE, TEXT, ChoiceParam
from tui.cli.session import Session
from tui.cli.stderr import refusal_line, tell
from tui.locale import say, system_reason

NAME = "arrangement"
OpenScreen = Callable[[Session], int]
"""What shows a file on the screen until someone leaves it; gives the exit code. Whoever runs the
group hands it in, for a command needs no screen."""
COMMANDS = {
    "list": ("list",),
    "show": ("show",),
    "read": ("search", "history", "conflicts", "problems"),
    "overview": ("overview",),
    "edit": ("add", "edit", "status", "note", "delete", "restore"),
    "join": ("join",),
    "undo": ("undo", "redo", "resolve"),
    "export": ("export", "diff"),
    "import": ("import",),
    "exchange": ("exchange",),
    "quarantine": ("quarantine",),
    "erase": ("erase",),
    "sync": ("sync",),
    "source": ("source",),
    "care": ("check", "backup", "restore-backup", "selftest"),
    "new": ("new",),
    "seed": ("seed",),
    "schema": ("schema",),
    "meeting": ("meeting",),
    "report": ("report",),
}


class Commands(click.Group):
    """The group; the code of a command is read only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for names in COMMANDS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for module, names in COMMANDS.items():
            if cmd_name in names:
                found = import_module(f"tui.cli.cmd_{module}")
                command: click.Command = getattr(found, f"{cmd_name.replace('-', '_')}_command")
                speak(command, cmd_name)
                return command
        return None

    def main(self, args: Sequence[str] | None = None, *_: Any, **kwargs: Any) -> Any:
        """Run, and end with the exit codes of contract §4: 0, 1 refused, 2 usage, 3 care."""
        # What was typed is a text: on Windows click would read ~, * and %NAME% in it as a path.
        kwargs |= {"prog_name": NAME, "standalone_mode": False, "windows_expand_args": False}
        if isinstance(sys.stdout, TextIOWrapper):  # help goes there, as data does
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        words = sys.argv[1:] if args is None else args
        choose(words)
        speak(self, NAME)
        self.subcommand_metavar = say("cli.subcommand")
        try:
            code = super().main(words, **kwargs)
        except Refused as refused:
            tell(refusal_line(refused))
            code = 1
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except click.Abort:
            code = 1
        except (OSError, MemoryError) as error:
            tell(say("cli.system", reason=system_reason(error)))
            code = 1
        except Exception as error:
            code = crashed(error)
        sys.exit(code or 0)


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"{NAME} {VERSION}")
        ctx.exit()


@click.group(cls=Commands, invoke_without_command=True)
@click.option("--db", type=FILE, envvar="ARRANGEMENT_DB", metavar="FILE")
@click.option("--lang", type=ChoiceParam(locale.LANGUAGES))
@click.option("--by", type=TEXT, metavar="NAME")
@click.option("--plain", is_flag=True)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version)
@click.pass_context
def cli(
    ctx: click.Context, db: Path | None, lang: str | None, by: str | None, plain: bool
) -> int | None:
    """The agreements of a cooperation arrangement. Without a command: the screen."""
    open_screen: OpenScreen = ctx.obj
    ctx.obj = Session(db, (by or "").strip() or None, lang=lang, plain=plain)
    ctx.obj.show = partial(_show, open_screen, ctx.obj)
    return None if ctx.invoked_subcommand is not None else ctx.obj.show()


def _show(open_screen: OpenScreen, session: Session) -> int:
    """Show the file on the screen. Raises Refused where there is no terminal."""
    if not at_terminal():
        raise Refused("no_terminal")
    return open_screen(session)


def at_terminal() -> bool:
    """Whether there is a terminal on which a screen can be drawn, and keys come from one."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    is_one = all(stream is not None and stream.isatty() for stream in streams)
    return is_one and os.environ.get("TERM") != "dumb"


def crashed(error: Exception) -> int:
    """Tell an error of the program itself; gives the exit code."""
    from tui.user.crash import Crashed

    for line in (error if isinstance(error, Crashed) else Crashed(error)).lines():
        tell(line)
    return 1
