"""What the app and work beside the screen tell the screen that shows."""

from dataclasses import dataclass
from datetime import date

from textual.message import Message

from storage.errors import Refused
from tui.store import Store


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
class Work(Message):
    """Something that ran beside the screen has ended: its result, why it was refused, or that
    someone stopped it."""

    name: str
    result: object = None
    refused: Refused | None = None
    stopped: bool = False
