"""What a form tells the screen that it is on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from storage.errors import Refused

if TYPE_CHECKING:
    from seed.document.beside import Attached
    from storage.views.change import ChangePreview
    from storage.views.differences import Difference
    from storage.views.exchange_folders import Share
    from storage.views.import_preview import Preview
    from tui.forms.model.named_change import NamedChange
    from tui.user.places import FilePlace, FoundFile


@dataclass
class Closed(Message):
    """A form in place was left, nothing was saved: what the toast says of it, if anything."""

    text: str = ""


@dataclass
class Done(Message):
    """A form in place saved something: what the toast says of it, the record it added, what can be
    done again elsewhere, and what came in."""

    text: str
    undoable: bool = True
    record: str | None = None
    change: "NamedChange | None" = None
    brought: "Preview | None" = None


@dataclass
class Compared(Message):
    """Two files were compared, or one with what is here: the difference, and their names."""

    found: "Difference"
    a: str
    b: str | None


@dataclass
class ToDivide(Message):
    """The lines of a document are to be divided, before it is attached; ``divided`` takes the
    document that one comes back with, or None."""

    found: "Attached"
    divided: "Callable[[Attached | None], None]"


@dataclass
class Prepared(Message):
    """Something is to be changed in several agreements: what it would do in each."""

    preview: "ChangePreview"
    change: "NamedChange"


@dataclass
class ValueGiven(Message):
    """Another value was typed for a field in conflict, with the reason if there is one."""

    value: object
    why: str | None = None


@dataclass
class SharesCounted(Message):
    """What would leave with a file under a profile, and what would stay; or why that cannot be
    said."""

    profile: str
    shares: "Sequence[Share]" = ()
    refused: Refused | None = None


@dataclass
class PlaceLooked(Message):
    """What lies in a place; ``reason`` says why nothing can be seen there."""

    place: "FilePlace"
    files: "Sequence[FoundFile]"
    reason: str = ""


@dataclass
class Completed(Message):
    """What a path that was typed may go on with."""

    typed: str
    found: "Sequence[FoundFile]"
