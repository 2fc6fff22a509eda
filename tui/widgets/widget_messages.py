"""What a widget tells the screen that it is on."""

from dataclasses import dataclass

from textual.message import Message


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


class Hinted(Message):
    """The footer has other hints now."""
