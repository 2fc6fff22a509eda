"""`quarantine`: what came in a file and was set apart; see it, accept it, try it again, drop it."""

from collections.abc import Sequence

import click

from storage.text import shown
from storage.views.import_preview import Preview
from storage.views.set_apart import Quarantined, Readmitted
from tui.cli.cmd_import import tell_gone
from tui.cli.language import Spoken
from tui.cli.options import NUMBER, gives
from tui.cli.output import Out, as_data
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.cli.text_tables import change_rows, when
from tui.locale import say, say_count, wrong_in


class QuarantineGroup(Spoken):
    """Without a command of its own it lists."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        listing = not args or (args[0].startswith("-") and args[0] != "--help")
        return super().parse_args(ctx, ["list", *args] if listing else args)


@click.group("quarantine", cls=QuarantineGroup)
def quarantine_command() -> None:
    """What was set apart."""


@quarantine_command.command("list")
@gives("table", "json")
def quarantine_list_command(session: Session, out: Out) -> None:
    """All of it."""
    with session.open() as store:
        found = store.quarantine.all()
    if out.is_json:
        out.json(as_data(found))
    else:
        names = ("take", "file", "line", "problem", "bytes", "when")
        header = [say(f"cli.column.{name}") for name in names]
        out.table(header, [_row(one) for one in found])
    tell(say_count("cli.set_apart", len(found)) if found else say("cli.nothing_apart"))


@quarantine_command.command("show")
@click.argument("n", type=NUMBER)
@gives("table", "json")
def quarantine_show_command(session: Session, out: Out, n: int) -> None:
    """One, with its bytes; or what accepting it would change."""
    with session.open() as store:
        one, data = store.quarantine.show(n)
        would = store.quarantine.preview(n) if one.acts else None
    text = data.decode("utf-8", "replace")
    if out.is_json:
        out.json({**as_data(one), "data": text, "would": as_data(would)})
        return
    reason = f"{wrong_in(one.reason)} ({one.reason})" if would is None else _why(one)
    lines = [shown(_where(one)), shown(reason), ""]
    if would is None:
        lines += shown(text).split("\n")
    elif would.changes or would.gone:
        lines += out.table_lines(*change_rows(would.changes))
    else:
        lines.append(say("exchange.would_change_nothing"))
    out.lines(lines)
    if would is not None:
        if would.more:
            tell(say_count("exchange.more_records", would.more))
        _tell_brought(would)


@quarantine_command.command("accept")
@click.argument("numbers", type=NUMBER, nargs=-1, required=True, metavar="N...")
@gives("table", "json")
def accept_command(session: Session, out: Out, numbers: Sequence[int]) -> int:
    """Take in what is in the name of the source; 3 when that brought conflicts, or took records
    out of the lists."""
    with session.open() as store:
        taken = store.quarantine.accept(sorted({*numbers}))
    if out.is_json:
        out.json(as_data(taken))
    tell(say_count("cli.accepted", taken.new))
    _tell_brought(taken)
    return 3 if taken.conflicts or taken.gone else 0


@quarantine_command.command("retry")
@click.argument("numbers", type=NUMBER, nargs=-1, metavar="[N]...")
@gives("table", "json")
def retry_command(session: Session, out: Out, numbers: Sequence[int]) -> int:
    """Take in what is valid now: all, or these; 3 when something stays or conflicts came."""
    with session.open() as store:
        tried = store.quarantine.retry(
            sorted({*numbers}) or [one.n for one in store.quarantine.all()]
        )
    if out.is_json:
        out.json(as_data(tried))
    tell(say_count("cli.taken_after_all", tried.new))
    if tried.known:
        tell(say_count("cli.known_already", tried.known))
    for one in tried.left:
        tell(say("cli.still_apart", n=one.n, where=_where(one), reason=_why(one)))
    _tell_brought(tried)
    return 3 if tried.left or tried.conflicts or tried.gone else 0


@quarantine_command.command("drop")
@click.argument("numbers", type=NUMBER, nargs=-1, required=True, metavar="N...")
@gives("table", "json")
def drop_command(session: Session, out: Out, numbers: Sequence[int]) -> None:
    """Throw these away for good."""
    gone = sorted({*numbers})
    with session.open() as store:
        store.quarantine.drop(gone)
    if out.is_json:
        out.json({"dropped": gone})
    tell(say_count("cli.dropped", len(gone)))


def _tell_brought(taken: Readmitted | Preview) -> None:
    if taken.conflicts:
        tell(say_count("cli.new_conflicts", taken.conflicts))
    tell_gone(taken.gone)


def _row(one: Quarantined) -> list[str]:
    line = str(one.line or "")
    return [str(one.n), one.file, line, _why(one), str(one.size or ""), when(one.arrived)]


def _why(one: Quarantined) -> str:
    """Why it was set apart."""
    return say_count("exchange.held", one.acts) if one.acts else wrong_in(one.reason)


def _where(one: Quarantined) -> str:
    """The file, and the line where that is known."""
    return say("cli.file_line", file=one.file, line=one.line) if one.line else one.file
