"""Asks for a change line by line, and makes it; what is refused is asked again."""

from collections.abc import Callable

import click

from storage.errors import Refused
from storage.store import Store
from storage.views.change import Change
from tui.cli.stderr import refusal_line, tell
from tui.locale import say


def asked(
    store: Store,
    type_: str,
    record: str | None,
    *,
    given: tuple[str, ...],
    why: str | None,
    make: Callable[[Change], None],
) -> None:
    """Ask the fields of a record, or of a new one, and ``make`` the change; answers stay until it
    could be made. Who stops with Ctrl+C changed nothing."""
    from tui.cli.field_questions import FieldQuestions

    questions = FieldQuestions(store, type_, record)
    try:
        while (change := questions.change(given, why)) is not None:
            try:
                make(change)
            except Refused as refused:
                tell(refusal_line(refused))
                continue
            return
    except click.Abort:
        tell(say("ask.left"))
        raise
    tell(say("ask.nothing"))
