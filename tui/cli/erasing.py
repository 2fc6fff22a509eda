"""`erase`: what others ask to erase here; confirm or refuse it."""

from collections.abc import Sequence

import click

from storage.errors import Refused
from storage.store import Store
from storage.text import shown
from storage.views.erasure import Erasure
from tui.cli.options import TEXT, gives
from tui.cli.output import Out, as_data
from tui.cli.session import Session
from tui.cli.spoken import Spoken
from tui.cli.tables import field_name, when
from tui.cli.words import tell
from tui.locale import say, say_count
from tui.words import SHORT_ID

SHORTEST = 6  # digits by which an act can be named


@click.group("erase", cls=Spoken)
def erase_command() -> None:
    """Erase what acts said."""


@erase_command.command("pending")
@click.option("--all", "every", is_flag=True)
@gives("table", "json")
def pending_command(session: Session, out: Out, every: bool) -> None:
    """Erasures that wait for you; with --all also those that you confirmed or refused here."""
    with session.open() as store:
        found = store.erasures()
        found += store.erasures(decided=True) if every else []
    if out.is_json:
        out.json(as_data(found))
    else:
        names = ("act", "when", "who", "acts", "what", "state", "why")
        header = [say(f"cli.column.{name}") for name in names]
        out.table(header, [_row(one) for one in found])
    waiting = sum(one.confirmed is None for one in found)
    tell(say_count("cli.to_erase", waiting) if waiting else say("cli.nothing_to_erase"))


@erase_command.command("confirm")
@click.argument("acts", type=TEXT, nargs=-1, metavar="[ACT]...")
@gives("table", "json")
def confirm_command(session: Session, out: Out, acts: Sequence[str]) -> int:
    """Erase here what these acts ask; 3 while it may still stand in the file."""
    with session.open() as store:
        chosen = [_named(store, act) for act in acts]
        clean = store.confirm([one.act for one in chosen]) if chosen else store.clean()
    if out.is_json:
        out.json({"confirmed": [one.act for one in chosen], "clean": clean})
    for one in chosen:
        tell(say_count("cli.confirmed", one.acts, act=one.act[:SHORT_ID]))
    if not clean:
        tell(say("problem.unclean"))
    return 0 if clean else 3


@erase_command.command("refuse")
@click.argument("acts", type=TEXT, nargs=-1, required=True, metavar="ACT...")
@gives("table", "json")
def refuse_command(session: Session, out: Out, acts: Sequence[str]) -> None:
    """Keep here what these acts ask to erase."""
    with session.open() as store:
        chosen = [_named(store, act) for act in acts]
        store.refuse([one.act for one in chosen])
    if out.is_json:
        out.json({"refused": [one.act for one in chosen]})
    for one in chosen:
        tell(say_count("cli.erasure_kept", one.acts, act=one.act[:SHORT_ID]))


def _named(store: Store, act: str) -> Erasure:
    """The erasure with this id, or with one that begins so."""
    every = [*store.erasures(), *store.erasures(decided=True)]
    found = [one for one in every if one.act == act]
    if len(act) >= SHORTEST:
        found = found or [one for one in every if one.act.startswith(act)]
    if len(found) != 1:
        raise Refused("no_erasure", act=act)
    return found[0]


def _row(one: Erasure) -> list[str]:
    state = {None: "waiting", True: "confirmed", False: "refused"}[one.confirmed]
    own = say("history.you") if one.own else say("history.someone")
    return [
        one.act[:SHORT_ID], when(one.at), shown(one.author or own), str(one.acts),
        shown(_places(one)), say(f"erase.{state}"), shown(one.why or ""),
    ]  # fmt: skip


def _places(one: Erasure) -> str:
    """Which records and fields, as far as that is known."""
    fields: dict[str, list[str]] = {}
    for place in one.places:
        fields.setdefault(place.title, []).append(field_name(place.field))
    told = [f"{title} ({', '.join(dict.fromkeys(names))})" for title, names in fields.items()]
    told += [say_count("erase.more_places", one.more)] if one.more else []
    told += [say_count("erase.unknown", one.unknown)] if one.unknown else []
    return ", ".join(told)
