"""Everything that one part of the screen tells another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from storage.errors import Refused
from storage.views.change_preview import Would
from storage.views.exchange_folders import Share, Waiting
from storage.views.import_preview import Preview
from storage.views.release_offer import Offer
from tui.store import Store
from tui.user.places import Found, Place

if TYPE_CHECKING:
    from tui.forms.model.named_change import Move


@dataclass
class Opened(Message):
    """The file is open and can be read."""

    store: Store


@dataclass
class NotOpened(Message):
    """The file cannot be opened, or is found to be spoilt while it is, and why."""

    refused: Refused


class Missed(Message):
    """Something could not be read: another program held the file just then."""


@dataclass
class Cautioned(Message):
    """Something to know of the file, and to have read before going on."""

    text: str


@dataclass
class Restored(Message):
    """A copy of this day stands in the place of the file."""

    day: date


@dataclass
class Minded(Message):
    """So many things in the file are wrong or doubtful; and what the app brings that it lacks."""

    number: int
    offer: Offer | None


@dataclass
class Watched(Message):
    """What waits in each folder that the file was synced with, or why it cannot be read now."""

    found: Mapping[Path, Waiting | Refused]


@dataclass
class Moved(Message):
    """Another row of a list is highlighted."""

    list_id: str
    key: str | None

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, Moved) and message.list_id == self.list_id


@dataclass
class Chosen(Message):
    """A row of a list was chosen: Enter, or a click."""

    list_id: str
    key: str


@dataclass
class HeadClicked(Message):
    """The heading of a list was clicked, at this column."""

    list_id: str
    x: int


@dataclass
class Closed(Message):
    """A form in place was left, nothing was saved: what the toast says of it, if anything."""

    text: str = ""


class Hinted(Message):
    """A form has other hints for the footer now."""


@dataclass
class Done(Message):
    """A form in place saved something: what the toast says of it, the record it added, what can be
    done again elsewhere, and what came in."""

    text: str
    undoable: bool = True
    record: str | None = None
    move: "Move | None" = None
    brought: Preview | None = None


@dataclass
class Prepared(Message):
    """Something is to be changed in several agreements: what it would do in each."""

    would: Would
    move: "Move"


@dataclass
class Settled(Message):
    """Another value was typed for a field in conflict, with the reason if there is one."""

    value: object
    why: str | None = None


@dataclass
class Work(Message):
    """Something that ran beside the screen has ended: its result, why it was refused, or that
    someone stopped it."""

    name: str
    result: object = None
    refused: Refused | None = None
    stopped: bool = False


@dataclass
class Counted(Message):
    """What would leave with a file under a profile, and what would stay; or why that cannot be
    said."""

    profile: str
    shares: Sequence[Share] = ()
    refused: Refused | None = None


@dataclass
class Looked(Message):
    """What lies in a place; ``reason`` says why nothing can be seen there."""

    place: Place
    files: Sequence[Found]
    reason: str = ""


@dataclass
class Completed(Message):
    """What a path that was typed may go on with."""

    typed: str
    found: Sequence[Found]
