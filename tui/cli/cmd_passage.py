"""`source add|link|empty|reopen`: from a passage to an agreement, or to none on purpose."""

from collections.abc import Sequence

import click

from storage.store import Store
from tui.cli.assignments import Assigner
from tui.cli.options import TEXT, code_argument, gives, why_option
from tui.cli.output import Out, as_data
from tui.cli.result import add, done, record_name
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.locale import say, say_count
from tui.words.locator import locator_in_words

LOCATOR = click.argument("locator", type=TEXT)
LOCATORS = click.argument("locators", type=TEXT, metavar="LOCATOR…", nargs=-1, required=True)


@click.command("add")
@LOCATOR
@click.argument("assignments", metavar="FIELD=VALUE…", nargs=-1, required=True, type=TEXT)
@why_option
@gives("table", "json")
def passage_add_command(
    session: Session, out: Out, *, locator: str, assignments: tuple[str, ...], why: str | None
) -> None:
    """A new agreement from a passage: with its text, place, region and likely kind."""
    from seed.document.proposed import proposed

    with session.open() as store:
        found = proposed(store, locator)
        change = Assigner(store, "agreements").change(assignments, why)
        if any(field.startswith("regions/") for field in change.sets):
            found = {key: value for key, value in found.items() if not key.startswith("regions/")}
        add(store, out, change._replace(sets={**found, **change.sets}))


@click.command("link")
@LOCATOR
@code_argument
@why_option
@gives("table", "json")
def link_command(session: Session, out: Out, *, locator: str, code: str, why: str | None) -> None:
    """An agreement that exists stands at this passage too."""
    from seed.document.proposed import linked

    with session.open() as store:
        record = store.find(code)
        store.edit(record, linked(store, record, locator), why)
        told = say("toast.linked", code=record_name(store, record), place=locator_in_words(locator))
        done(store, out, record, told)


@click.command("empty")
@LOCATORS
@click.option("--why", type=TEXT, metavar="TEXT", required=True)
@gives("table", "json")
def empty_command(session: Session, out: Out, *, locators: tuple[str, ...], why: str) -> None:
    """Say of passages that they give no agreement, and why."""
    with session.open() as store:
        store.documents.leave_empty(_ids(store, locators), why)
        _told(store, out, say_count("toast.left_empty", len({*locators})))


@click.command("reopen")
@LOCATORS
@gives("table", "json")
def reopen_command(session: Session, out: Out, *, locators: tuple[str, ...]) -> None:
    """Take back that passages give no agreement."""
    with session.open() as store:
        store.documents.take_up(_ids(store, locators))
        _told(store, out, say_count("toast.reopened", len({*locators})))


def _ids(store: Store, locators: Sequence[str]) -> list[str]:
    """The passages at these places. Raises Refused for a place that there is not."""
    from seed.document.block_places import places

    there = places(store)
    for locator in locators:
        there.check(locator)
    return [f"passages/{there.document}.{locator}" for locator in dict.fromkeys(locators)]


def _told(store: Store, out: Out, told: str) -> None:
    """Say what was done, and how far it is with the whole document."""
    from seed.document.decided import coverage_of

    found = coverage_of(store).total
    if out.is_json:
        out.json(as_data(found))
    tell(told)
    tell(say("coverage.decided", n=found.blocks - found.undecided, total=found.blocks))
