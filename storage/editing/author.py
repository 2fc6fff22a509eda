"""Who writes: a name and an organisation, which are fields of the author's record (contract §2)."""

from collections.abc import Mapping
from typing import NamedTuple

from storage.editing import requirements
from storage.editing.new_records import made_words
from storage.errors import Refused
from storage.journal.journal import Journal
from storage.journal.writer import Statement
from storage.merge import merge_field
from storage.records.validation import checked
from storage.tables.assertions import load_world
from storage.tables.database import Connection

FIELDS = ("name", "organisation")


class Who(NamedTuple):
    """Who writes here: the author's id (None before the first change), name, and the tail of the
    organisation. ``told`` is whether a name was ever said, also one that was taken away again."""

    author: str | None
    name: str | None
    organisation: str | None
    told: bool


def who(connection: Connection, journal: Journal) -> Who:
    """Who writes now, as the author's record says it."""
    identity = journal.identity
    if identity is None:
        return Who(None, None, None, told=False)
    record = f"authors/{identity.author}"
    said = load_world(connection, [record])[record]
    name, organisation = (merge_field(said.get(field, ()), _known).value for field in FIELDS)
    return Who(
        identity.author,
        name if isinstance(name, str) else None,
        organisation if isinstance(organisation, str) else None,
        told="name" in said,
    )


def introduce(
    connection: Connection,
    journal: Journal,
    name: str | None,
    organisation: str | None,
    make: Mapping[str, str] | None = None,
) -> None:
    """Say who writes, in an act of its own; None takes a name or an organisation away. ``make``
    has the names of organisations that are made in an act before it, by id.

    What was said before stays as it was: acts carry the author's id only. Raises Refused for
    what cannot be, and where nothing changes.
    """
    before = journal.identity
    with journal.writing() as pen:
        kept = checked("authors/", "name", name)
        author = journal.rename(kept if isinstance(kept, str) else None).author
        pen.say(made_words(connection, make or {}))
        record = f"authors/{author}"
        said = load_world(connection, [record])[record]
        words: list[Statement] = [] if "life" in said else [(record, "life", "live")]
        for field, value in zip(FIELDS, (kept, organisation), strict=True):
            if value != merge_field(said.get(field, ()), _known).value:
                words.append((record, field, checked(record, field, value)))
        if any(field != "life" for _, field, _ in words):
            requirements.check_references(connection, words)
            pen.present(words)
        elif before is not None and before.author == author:
            raise Refused("nothing_changed")


def _known(_: str) -> bool:
    return True
