"""Commands that only read, but for `list`."""

import click

from tui.cli import moments
from tui.cli.options import NUMBER, TEXT, code_argument, gives, moment_options
from tui.cli.output import Out, as_data, unmarked
from tui.cli.page import page
from tui.cli.session import Session
from tui.cli.tables import act_rows, conflict_rows, hit_rows, problem_rows, story_lines
from tui.cli.words import tell
from tui.contents.story import story_of
from tui.locale import number, say, say_count

HITS = 50


@click.command("show")
@code_argument
@moment_options
@gives("table", "json")
def show_command(session: Session, out: Out, code: str, as_of: str | None, known: bool) -> None:
    """One record."""
    with session.open() as store:
        id_ = store.find(code)
        with moments.as_of(store, as_of, known=known) as then:
            record = then.record(id_)
            if out.is_json:
                out.json(record)
            else:
                out.lines(page(out, then, record))


@click.command("search")
@click.argument("words", nargs=-1, required=True, type=TEXT)
@click.option("--limit", type=NUMBER, default=HITS, metavar="N", show_default=True)
@gives("table", "json")
def search_command(session: Session, out: Out, words: tuple[str, ...], limit: int) -> None:
    """Records in which all words stand, the last one also as a beginning."""
    with session.open() as store:
        hits, total = store.search(" ".join(words), limit)
    if out.is_json:
        out.json([{**as_data(hit), "snippet": unmarked(hit.snippet)} for hit in hits])
        return
    out.table(*hit_rows(hits))
    tell(say("cli.hits", n=number(len(hits)), total=number(total)) if hits else say("cli.no_hits"))


@click.command("history")
@click.argument("code", required=False, type=TEXT)
@click.option("--since", type=TEXT, metavar="D")
@click.option("--erased", is_flag=True)
@gives("table", "json")
def history_command(
    session: Session, out: Out, *, code: str | None, since: str | None, erased: bool
) -> None:
    """Everything that was said, or all that was said of a record, newest first."""
    with session.open() as store:
        acts = store.history(store.find(code) if code else None, since)
        if erased:
            acts = [store.act_whole(act.id) if act.to_erase else act for act in acts]
    if out.is_json:
        out.json(as_data(acts))
    else:
        out.table(*act_rows(acts, whole=code is not None))
        tell(say_count("cli.acts", len(acts)))


@click.command("conflicts")
@click.argument("code", required=False, type=TEXT)
@gives("table", "json")
def conflicts_command(session: Session, out: Out, code: str | None) -> int:
    """Fields on which several values stand, or those of a record and how they came to that; 3
    when there are some."""
    with session.open() as store:
        found = store.conflicts(store.find(code) if code else None)
        stories = [story_of(store, one) for one in found] if code else []
    if out.is_json:
        told = [{"story": as_data(one.turns)} for one in stories] or [{} for _ in found]
        out.json([as_data(one) | more for one, more in zip(found, told, strict=True)])
    else:
        out.table(*conflict_rows(found))
        if stories:
            out.lines(story_lines(found, stories))
        tell(say_count("cli.conflicts", len(found)) if found else say("conflict.none"))
    return 3 if found else 0


@click.command("problems")
@gives("table", "json")
def problems_command(session: Session, out: Out) -> int:
    """What a merge can leave and a form would refuse, and likely doubles; 3 when there is some."""
    with session.open() as store:
        wrong, doubles = store.problems(), store.doubles()
    found = [*wrong, *doubles]
    if out.is_json:
        out.json(as_data(found))
    else:
        out.table(*problem_rows(found))
        tell(say_count("cli.problems", len(wrong)))
        if doubles:
            tell(say_count("cli.doubles", len(doubles)))
    return 3 if found else 0
