"""What a page is made of."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from storage.views.agreement_list import AgreementRow
from storage.views.page_elements import Entry
from storage.views.progress_count import ProgressCount


class StatePart(NamedTuple):
    """A part of a line of state; ``role`` is a name of the palette."""

    text: str
    role: str = "ink"


class StateLine(NamedTuple):
    """How a record stands, in parts of one line; of an agreement with what gives its sign."""

    said: tuple[StatePart, ...]
    kind: str = ""
    status: str | None = None


class Signal(NamedTuple):
    """The judgement beside the status, and its reason."""

    colour: str
    said: tuple[StatePart, ...]


class HintLine(NamedTuple):
    """What is the matter, or what is not there yet; and the command that helps."""

    text: str
    command: str = ""
    word: str = ""
    warning: bool = False


class BodyText(NamedTuple):
    """Running text."""

    text: str


class Labelled(NamedTuple):
    """A label and what it says; ``aside`` is our reading of it, ``link`` the record it names,
    ``field`` what it says of the page, as a form names it."""

    label: str
    text: str
    aside: str = ""
    link: str | None = None
    field: str = ""


def under_label(
    label: str, said: Iterable[tuple[str, str | None]], field: str = ""
) -> Iterator[Labelled]:
    """Several texts, each with the record that it names, under one label."""
    for text, link in said:
        yield Labelled(label, text, link=link, field=field)
        label = ""


class SectionTitle(NamedTuple):
    """What stands above a part of a report, with how much there is or how long it takes."""

    text: str
    number: str = ""


class ListTitle(NamedTuple):
    """What stands above a list, with how much there is."""

    text: str
    number: str = ""
    link: str | None = None


class PlainSentence(NamedTuple):
    """One plain sentence where a list would be."""

    text: str


class Agreed(NamedTuple):
    """An agreement in a list; ``word`` says how it hangs together with this page."""

    row: AgreementRow
    word: str = ""
    field: str = ""


class RecordLine(NamedTuple):
    """A record in a list, by its name."""

    text: str
    link: str
    number: str = ""


class Gauge(NamedTuple):
    """A share of a whole, from 0 to 1, and the share at the beginning; with their figures."""

    share: float
    told: str
    start: float | None
    start_told: str


class Aim(NamedTuple):
    """A target; ``aside`` says what else there is to know of it, and what is not known."""

    text: str
    aside: str
    link: str
    gauge: Gauge | None


class ProgressStrip(NamedTuple):
    """How far a set of agreements is: as a strip, and in words."""

    far: ProgressCount
    told: str


class ProgressLine(NamedTuple):
    """A record: how far its agreements are, when one of them last changed, how many are open."""

    text: str
    link: str
    far: ProgressCount
    last: str
    number: str


class ProgressTable(NamedTuple):
    """Lines that one compares: their strips have one scale."""

    rows: tuple[ProgressLine, ...]


class AttentionLine(NamedTuple):
    """An agreement that asks for attention, with why; ``why`` is ``late``, ``conflict`` or the
    colour of its signal."""

    row: AgreementRow
    why: str
    told: str


class AttentionTable(NamedTuple):
    """What asks for attention, in columns."""

    rows: tuple[AttentionLine, ...]


class Others(NamedTuple):
    """How much more there is than the list shows."""

    text: str


class Grid(NamedTuple):
    """A table with a header: of reports, which have the room."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Logbook(NamedTuple):
    """The logbook."""

    entries: tuple[Entry, ...]


Piece = (
    StateLine
    | Signal
    | HintLine
    | BodyText
    | Labelled
    | SectionTitle
    | ListTitle
    | PlainSentence
    | Agreed
    | RecordLine
    | Aim
    | ProgressStrip
    | ProgressTable
    | AttentionTable
    | Others
    | Grid
    | Logbook
)
Block = Sequence[Piece]
"""Pieces that stand together; between blocks is a blank line."""
