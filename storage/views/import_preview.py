"""What taking in a file does."""

from typing import TYPE_CHECKING, NamedTuple

from storage.views.consequences import NONE, Consequences
from storage.views.field_change import FieldChange

if TYPE_CHECKING:
    from storage.views.erasures import Erasure


class Gone(NamedTuple):
    """A record that stands in ``records`` no longer, with the code and title that it had."""

    record: str
    code: str | None
    title: str


class SetApart(NamedTuple):
    """A line of a file that is no valid act: why, and how it begins. A text that is empty stands
    for the file as a whole, of which every line that is left is right."""

    line: int
    reason: str
    said: str


class Preview(NamedTuple):
    """What an import does: new acts by sender, what changes per record (in the first thousands,
    and in how many ``more`` something does), new conflicts, what was edited by hand in the file,
    how many lines are set apart as no valid act, and which acts are ``missing``: new ones stand
    on them, and they are to come with another file. ``gone`` are the records that it takes out.
    ``held`` acts in the name of the seed that this app does not bring are set apart too, the first
    under the number ``held_as``. In what is ``kept`` a person's value stands before another that
    the seed says now. Of ``erased`` acts only where they stood came, or was
    left, and of ``idle`` ones too, but that counts for nothing; ``erasures`` are new and wait for
    a person. ``apart`` are the first lines that are set apart. Where the file is not what it says,
    ``fails`` tells why: none of its acts is verified.
    ``follows`` is what becomes of what people said."""

    arrangement: str
    exported_at: str | None
    exported_by: str | None
    acts: int
    new_acts: int
    senders: tuple[tuple[str, int], ...]
    changes: tuple[FieldChange, ...]
    conflicts: int
    edits: tuple[FieldChange, ...]
    set_apart: int = 0
    more: int = 0
    missing: tuple[str, ...] = ()
    gone: tuple[Gone, ...] = ()
    held: int = 0
    held_as: int | None = None
    kept: tuple[FieldChange, ...] = ()
    erased: int = 0
    idle: int = 0
    erasures: "tuple[Erasure, ...]" = ()
    apart: tuple[SetApart, ...] = ()
    fails: str | None = None
    follows: Consequences = NONE
