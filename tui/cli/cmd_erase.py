"""`erase`: erase what acts said; what others ask to erase here, confirmed or refused."""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from storage.acts import Act
from storage.errors import Refused
from storage.store import Store
from storage.text import shown
from storage.views.erasures import AlsoThere, Erasure, OldCopy, SaidAgain, WouldErase
from tui.cli.language import Spoken
from tui.cli.options import TEXT, gives, ids_option, why_option
from tui.cli.output import Out, as_data
from tui.cli.progress_bar import watching
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.cli.text_tables import act_rows, table_field_name, when
from tui.locale import say, say_count
from tui.words.contents.erasure_request import named_places
from tui.words.record_words import SHORT_ID, title_or_kind
from tui.words.values import in_words

WHAT = "what"  # the command that is meant where none is named
SHORTEST = 6  # digits by which an act can be named
ACT = re.compile(rf"[0-9a-f]{{{SHORTEST},64}}")


class EraseGroup(Spoken):
    """What is no command of its own is a record or an act to erase."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((word for word in args if not word.startswith("-")), None)
        chosen = first is not None and first not in self.commands
        return super().parse_args(ctx, [WHAT, *args] if chosen else args)


@click.group("erase", cls=EraseGroup)
def erase_command() -> None:
    """Erase what acts said."""


@erase_command.command(WHAT)
@click.argument("what", type=TEXT, nargs=-1, required=True, metavar="CODE|ACT...")
@click.option("--word", "words", type=TEXT, multiple=True, metavar="TEXT")
@click.option("--without", type=TEXT, multiple=True, metavar="FIELD")
@click.option("--preview", "looking", is_flag=True)
@click.option("--yes", is_flag=True)
@click.option("--copies", is_flag=True)
@why_option
@gives("table", "json")
def what_command(
    session: Session,
    out: Out,
    *,
    what: Sequence[str],
    words: Sequence[str],
    without: Sequence[str],
    looking: bool,
    yes: bool,
    copies: bool,
    why: str | None,
) -> int:
    """Erase acts, or all that was said of a record; 3 while it may still stand in the file."""
    with session.open() as store:
        chosen = [_what(store, one) for one in what]
        if not (yes and not looking):
            with watching() as watch:
                _show(out, store.erasures.preview(chosen, words, without, watch))
            if not looking:
                raise Refused("erase_asks_yes")
            return 0
        done = store.erasures.erase(chosen, words, without, why, partial(_forget, store.path))
        old = store.erasures.copies_anew() if copies else store.erasures.old_copies()
    if out.is_json:
        out.json(as_data(done))
    tell(say_count("cli.erased", done.number))
    tell(say("cli.erase_beyond"))
    return _ended(old, clean=done.clean)


@erase_command.command("pending")
@click.option("--all", "every", is_flag=True)
@ids_option
@gives("table", "json")
def pending_command(session: Session, out: Out, every: bool, ids: bool) -> None:
    """Erasures that wait for you; with --all also those that you confirmed or refused here."""
    with session.open() as store:
        found = store.erasures.pending()
        found += store.erasures.decided() if every else []
    if out.is_json:
        out.json(as_data(found))
    else:
        names = (*(["act"] if ids else []), "when", "who", "acts", "what", "state", "why")
        header = [say(f"cli.column.{name}") for name in names]
        out.table(header, [_row(one, ids=ids) for one in found])
    waiting = sum(one.confirmed is None for one in found)
    tell(say_count("cli.to_erase", waiting) if waiting else say("cli.nothing_to_erase"))


@erase_command.command("confirm")
@click.argument("acts", type=TEXT, nargs=-1, metavar="[ACT]...")
@click.option("--copies", is_flag=True)
@gives("table", "json")
def confirm_command(session: Session, out: Out, acts: Sequence[str], copies: bool) -> int:
    """Erase here what these acts ask; 3 while it may still stand in the file."""
    with session.open() as store:
        chosen = [_named(store, act) for act in acts]
        clean = _confirmed(store, chosen) if chosen else store.erasures.clean()
        old = store.erasures.copies_anew() if copies else store.erasures.old_copies()
    if out.is_json:
        done = {"confirmed": [one.act for one in chosen], "clean": clean}
        out.json({**done, "copies": [str(one.path) for one in old]})
    for one in chosen:
        key, act = "cli.confirmed", one.act[:SHORT_ID]
        tell(say_count(key, one.here, act=act) if one.here else say(f"{key}_none", act=act))
    return _ended(old, clean=clean)


@erase_command.command("refuse")
@click.argument("acts", type=TEXT, nargs=-1, required=True, metavar="ACT...")
@gives("table", "json")
def refuse_command(session: Session, out: Out, acts: Sequence[str]) -> None:
    """Keep here what these acts ask to erase."""
    with session.open() as store:
        chosen = [_named(store, act) for act in acts]
        store.erasures.refuse([one.act for one in chosen])
    if out.is_json:
        out.json({"refused": [one.act for one in chosen]})
    for one in chosen:
        tell(say_count("cli.erasure_kept", one.acts, act=one.act[:SHORT_ID]))


def _confirmed(store: Store, chosen: Sequence[Erasure]) -> bool:
    return store.erasures.confirm([one.act for one in chosen], partial(_forget, store.path))


def _forget(path: Path, gone: Sequence[Act]) -> None:
    """Throw away what was typed and not saved of this, and say so."""
    from tui.user.draft_erasure import forget

    if number := forget(path, gone):
        tell(say_count("cli.drafts_gone", number))


def _ended(old: Sequence[OldCopy], *, clean: bool) -> int:
    for one in old:
        tell(say("cli.copy_holds" if one.why is None else "cli.copy_stays", path=one.path))
    if not clean:
        tell(say("cli.unclean"))
    return 0 if clean else 3


def _what(store: Store, word: str) -> str:
    """The record that a code stands for, or the beginning of the id of an act as it was typed."""
    try:
        return store.find(word)
    except Refused:
        if ACT.fullmatch(word):
            return word
        raise


def _show(out: Out, would: WouldErase) -> None:
    """What goes, what is said again, where names also stand, and who has a copy."""
    if out.is_json:
        out.json(as_data(would))
        return
    tell(say_count("cli.would_erase", would.number))
    out.table(*act_rows(would.acts, whole=True))
    if would.again:
        tell(say("cli.said_again"))
        for one in would.again:
            tell(f"  {_said_again(one)}")
    if would.also:
        tell(say("cli.also_there", names=shown(", ".join(would.names))))
        for place in would.also:
            tell(f"  {_also(place)}")
        if would.more:
            tell(f"  {say_count('erase.more_places', would.more)}")
    tell(say("cli.holders"))
    for holder in would.holders:
        name = shown(holder.name)
        tell(f"  {say(f'erase.holder.{holder.kind}', name=name, when=holder.when[:10])}")
    tell(f"  {say('erase.out_of_reach')}")


def _said_again(one: SaidAgain) -> str:
    field, value = table_field_name(one.field, one.names), in_words(one.field, one.value, one.names)
    stuck = f" ({say('erase.stuck')})" if one.stuck else ""
    return shown(f"{title_or_kind(one.title, one.record)}, {field}: {value}{stuck}")


def _also(place: AlsoThere) -> str:
    if place.apart is not None:
        return say("erase.apart", n=place.apart)
    if place.field == "why":
        return say("erase.in_reason")
    return shown(f"{title_or_kind(place.title, place.record)}, {table_field_name(place.field)}")


def _named(store: Store, act: str) -> Erasure:
    """The erasure with this id, or with one that begins so."""
    every = [*store.erasures.pending(), *store.erasures.decided()]
    found = [one for one in every if one.act == act]
    if len(act) >= SHORTEST:
        found = found or [one for one in every if one.act.startswith(act)]
    if len(found) != 1:
        raise Refused("no_erasure", act=act)
    return found[0]


def _row(one: Erasure, *, ids: bool) -> list[str]:
    state = {None: "waiting", True: "confirmed", False: "refused"}[one.confirmed]
    own = say("history.you") if one.own else say("history.someone")
    return [
        *([one.act[:SHORT_ID]] if ids else []), when(one.at), shown(one.author or own),
        str(one.acts),
        shown(", ".join(named_places(one))), say(f"erase.{state}"), shown(one.why or ""),
    ]  # fmt: skip
