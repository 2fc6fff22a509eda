"""Commands that only read, but for `show` and `list`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from storage.errors import Refused
from tui.cli.options import NUMBER, TEXT, gives, ids_option
from tui.cli.output import Out, as_data
from tui.cli.stderr import tell
from tui.cli.text_tables import act_rows, care_rows, conflict_rows, hit_table, story_sentences
from tui.locale import language, number, say, say_count
from tui.words.query_words import reason_sentence, trouble_sentence

if TYPE_CHECKING:
    from storage.store import Store
    from storage.views.problem import Problem
    from tui.cli.session import Session

HITS = 50


@click.command("search")
@click.argument("words", nargs=-1, required=True, type=TEXT)
@click.option("--limit", type=NUMBER, default=HITS, metavar="N", show_default=True)
@gives("table", "json")
def search_command(session: "Session", out: Out, words: tuple[str, ...], limit: int) -> None:
    """Records in which all words stand, the last one also as a beginning."""
    with session.open() as store:
        asked = " ".join(words)
        found = store.search(asked, limit)
        meant = store.searcher.meant(asked, language())
    for trouble in found.troubles:
        tell(trouble_sentence(trouble))
    if out.is_json:
        told = {hit: hit.snippet.text if hit.snippet else "" for hit in found.hits}
        keys = ("type", "id", "code", "title")
        out.json(
            [
                {key: getattr(hit, key) for key in keys} | {"snippet": text}
                for hit, text in told.items()
            ]
        )
        return
    out.table(*hit_table(found.hits))
    n, total = number(len(found.hits)), number(found.total)
    tell(say("cli.hits", n=n, total=total) if found.hits else say("cli.no_hits"))
    for reason in found.reasons:
        tell(reason_sentence(reason))
    if meant:
        tell(say("cli.as_filters", query=meant))


@click.command("history")
@click.argument("code", required=False, type=TEXT)
@click.option("--since", type=TEXT, metavar="D")
@click.option("--erased", is_flag=True)
@ids_option
@gives("table", "json")
def history_command(
    session: "Session", out: Out, *, code: str | None, since: str | None, erased: bool, ids: bool
) -> None:
    """Everything that was said, or all that was said of a record, newest first."""
    with session.open() as store:
        acts = store.history(store.find(code) if code else None, since)
        if erased:
            acts = [store.log.whole(act.id) if act.to_erase else act for act in acts]
    if out.is_json:
        out.json(as_data(acts))
    else:
        out.table(*act_rows(acts, whole=code is not None, ids=ids))
        tell(say_count("cli.acts", len(acts)))


@click.command("conflicts")
@click.argument("code", required=False, type=TEXT)
@ids_option
@gives("table", "json")
def conflicts_command(session: "Session", out: Out, *, code: str | None, ids: bool) -> int:
    """Fields on which several values stand, or those of a record and how they came to that; 3
    when there are some."""
    from tui.words.contents.story_sentences import story_of

    with session.open() as store:
        found = store.conflicts(store.find(code) if code else None)
        stories = [story_of(store, one) for one in found] if code else []
    if out.is_json:
        told = [{"story": as_data(one.turns)} for one in stories] or [{} for _ in found]
        out.json([as_data(one) | more for one, more in zip(found, told, strict=True)])
    else:
        lines = out.table_lines(*conflict_rows(found, ids=ids))
        if lines:
            out.lines([*lines, *(story_sentences(found, stories) if stories else ())])
        tell(say_count("cli.conflicts", len(found)) if found else say("conflict.none"))
        if not ids and not all(one.code for one in found):
            tell(say("cli.ids_of_conflicts"))
        for one in found:
            if one.field == "life":
                tell(say("cli.contested", code=one.code or one.record))
    return 3 if found else 0


@click.command("problems")
@click.option("--seen", "seen", type=NUMBER, multiple=True, metavar="N")
@click.option("--unseen", "unseen", type=NUMBER, multiple=True, metavar="N")
@gives("table", "json")
def problems_command(
    session: "Session", out: Out, *, seen: tuple[int, ...], unseen: tuple[int, ...]
) -> int:
    """What a merge can leave and a form would refuse, and likely doubles; 3 when there is some.

    With --seen the Nth, which asks nothing, rests on this laptop until it changes.
    """
    from tui.words.contents.problem_words import problem_sentence

    with session.open() as store:
        found = _listed(store)
        for numbers, rests in ((seen, True), (unseen, False)):
            for n in numbers:
                store.problems.rest(_nth(found, n), seen=rests)
        found = _listed(store) if seen or unseen else found
        told = [problem_sentence(store, one) for one in found]
    asking = [one for one in found if not one.resting]
    if out.is_json:
        out.json(as_data(found))
    else:
        out.table(*care_rows(found, told))
        doubles = sum(one.kind == "double" for one in found)
        tell(say_count("cli.problems", len(asking) - doubles))
        if doubles:
            tell(say_count("cli.doubles", doubles))
        if len(asking) < len(found):
            tell(say_count("cli.resting", len(found) - len(asking)))
    return 3 if asking else 0


def _listed(store: "Store") -> list["Problem"]:
    """All of them, those that rest at the end."""
    return sorted([*store.problems.all(), *store.problems.doubles()], key=lambda one: one.resting)


def _nth(found: Sequence["Problem"], n: int) -> "Problem":
    if not 1 <= n <= len(found):
        raise Refused("no_such_problem", n=n, many=len(found))
    return found[n - 1]
