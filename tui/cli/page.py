"""One record as a page of plain text, for people and for screen readers."""

from typing import TYPE_CHECKING

from storage.records.as_json import Json
from tui.cli.output import Out
from tui.contents.plain import text_lines

if TYPE_CHECKING:
    from storage.store import Store

WIDTH = 80


def page(out: Out, store: "Store", record: Json, *, then: bool = False) -> list[str]:
    """The page as the screen shows it, with the id that commands take.

    ``then`` says that the record is as it stood once: only what it said itself is known of that.
    """
    id_ = str(record["id"])
    reading = store.sheet_then(record) if then else store.reading(id_)
    width = min(out.width or WIDTH, WIDTH)
    title, named, *rest = text_lines(reading, store.last_year, width=width, strong=out.bold)
    return [title, f"{named}   {id_}", *rest]
