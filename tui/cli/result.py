"""What a command says and gives when it has changed something."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.records.ids import type_of
from storage.store import Store
from storage.views.change import Change
from tui.cli.output import Out
from tui.cli.stderr import tell
from tui.cli.text_page import text_page
from tui.cli.text_tables import when
from tui.locale import say
from tui.words.record_words import person, title_or_kind
from tui.words.values import in_words

if TYPE_CHECKING:
    from storage.reader import Reader


def record_name(store: "Reader", record: str) -> str:
    """What a sentence calls a record: its code, else its name; never its id, but what it is. So
    goes an entry, of which the name is that of what it is about."""
    code, title = (None, record) if type_of(record) == "entries" else store.title(record)
    return code or (title_or_kind("", record).capitalize() if title == record else title)


@contextmanager
def telling_what_stands(store: Store, code: str) -> Iterator[None]:
    """Where something is refused because of a conflict, say first which values stand there, and
    how one of them is chosen."""
    try:
        yield
    except Refused as refused:
        if refused.key == "in_conflict":
            _tell_values(store, code, refused)
        raise


def _tell_values(store: Store, code: str, refused: Refused) -> None:
    field = refused.details["field"]
    for conflict in store.conflicts(str(refused.details["record"])):
        if conflict.field != field:
            continue
        tell(say("cli.in_conflict", n=len(conflict.claims), field=field, code=code))
        for n, claim in enumerate(conflict.claims, 1):
            who = person(claim.author)
            value = in_words(conflict.field, claim.value, conflict.names)
            tell(f"  {n}  {value}  ({who}, {when(claim.when)})")


def add(store: Store, out: Out, change: Change) -> None:
    """Add a record, and print it as `show` does."""
    (record,) = store.apply(change).added
    if out.is_json:
        out.json(store.record(record))
    else:
        out.lines(text_page(out, store, record))


def done(store: Store, out: Out, record: str, told: str) -> None:
    if out.is_json:
        out.json(store.record(record))
    tell(f"{told}. {say('cli.undo_hint')}")
