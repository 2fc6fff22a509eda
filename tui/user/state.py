"""Where a person was: kept per file in the user's configuration folder, never in the file."""

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import get_args

from storage.errors import Refused
from storage.files.atomic import write_own
from storage.files.config_folder import config_folder
from storage.text import is_text
from storage.views.agreement_list import Order, View
from tui.user.trail import TrailStop

OF_COMMANDS = "with_deleted"  # only the command line asks for that one
VIEWS: tuple[View, ...] = tuple(one for one in get_args(View) if one != OF_COMMANDS)
ORDERS: tuple[Order, ...] = get_args(Order)
PLACE_TYPES = {1: "regions", 2: "programmes"}
"""By the pane of a list that narrows the next one, the type of its records."""
FILTERS = {"regions": "region", "programmes": "programme", "organisations": "party"}
"""By the type of a record the filter that it is."""
SIDEBAR = (20, 60)
SHARE = (20, 80)
MOST = 2**63 - 1
"""The largest number that the file can be asked for."""
AGAIN = "\0"
"""In the key of a row that stands in a list twice, before how often; no id holds it."""
Fits = Callable[[object], bool]


def tail_of_key(key: str) -> str:
    """The tail that the key of a row stands for."""
    return key.partition(AGAIN)[0]


@dataclass(slots=True)
class ScreenState:
    """The reading habits of one file.

    ``listing`` is the list that one is in or came from, ``bar_in_regions`` and
    ``bar_in_programmes`` are the keys of the rows that have the bar there; ``party`` is the
    organisation that the list is narrowed to, ``terms`` are filters of the query language that
    narrow it besides, as one types them, ``ours`` is the organisation that "van ons" stands for;
    ``sidebar`` is its width in columns and ``share`` what the list takes of the desk in per cent,
    0 where the style sheet decides; ``marks`` are ids of records, newest first;
    ``folder`` is where a file was written or read last, ``visited`` the number of the act that
    had arrived last when the screen was closed, 0 where it never was.
    """

    pane: int = 3
    listing: int = 3
    region: str | None = None
    programme: str | None = None
    party: str | None = None
    terms: str = ""
    view: View = "open"
    heads: Order = "number"
    sort: Order = "number"
    agreement: str | None = None
    about: str | None = None
    bar_in_regions: str | None = None
    bar_in_programmes: str | None = None
    ours: str | None = None
    sidebar: int = 0
    share: int = 0
    large: int = 0
    list_top: int = 0
    page_top: int = 0
    marks: list[str] = field(default_factory=list)
    folder: str | None = None
    visited: int = 0

    @property
    def place(self) -> TrailStop:
        """Where a person is now."""
        return TrailStop(*(getattr(self, name) for name in TrailStop._fields))

    def go(self, place: TrailStop) -> None:
        """Be somewhere else."""
        for name, value in place._asdict().items():
            setattr(self, name, value)


def _folder() -> Path:
    return config_folder() / "screen"


def place_of(database: Path) -> Path:
    """The file that holds the habits for a database."""
    name = hashlib.sha256(str(database.resolve()).encode()).hexdigest()[:16]
    return _folder() / f"{name}.json"


def first_start() -> bool:
    """Whether this user never had the screen open before."""
    return not _folder().exists()


def load(database: Path) -> ScreenState:
    """The habits as they were left; in the place of what makes no sense there the first ones."""
    try:
        found = json.loads(place_of(database).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ScreenState()
    if not isinstance(found, dict):
        return ScreenState()
    return ScreenState(
        **{name: value for name, value in found.items() if name in FITS and FITS[name](value)}
    )


def _is_name(value: object) -> bool:
    return value is None or is_text(value)


def _is_key(value: object) -> bool:
    """Whether it can be the key of a region or programme, which may stand there twice."""
    return value is None or (isinstance(value, str) and is_text(tail_of_key(value)))


def _is_number(low: int, high: int) -> Fits:
    return lambda value: type(value) is int and low <= value <= high


def _is_size(bounds: tuple[int, int]) -> Fits:
    return lambda value: _is_number(0, 0)(value) or _is_number(*bounds)(value)


def _is_word(words: tuple[str, ...]) -> Fits:
    return lambda value: isinstance(value, str) and value in words


def _are_names(value: object) -> bool:
    return isinstance(value, list) and all(map(is_text, value))


FITS: Mapping[str, Fits] = {
    "pane": _is_number(0, 5),
    "listing": _is_number(1, 3),
    "region": _is_key,
    "programme": _is_key,
    "party": _is_name,
    "terms": is_text,
    "view": _is_word(VIEWS),
    "heads": _is_word(ORDERS),
    "sort": _is_word(ORDERS),
    "agreement": _is_name,
    "about": _is_name,
    "bar_in_regions": _is_key,
    "bar_in_programmes": _is_key,
    "ours": _is_name,
    "sidebar": _is_size(SIDEBAR),
    "share": _is_size(SHARE),
    "large": _is_number(0, 1),
    "list_top": _is_number(0, MOST),
    "page_top": _is_number(0, MOST),
    "marks": _are_names,
    "folder": _is_name,
    "visited": _is_number(0, MOST),
}
"""By the name of a habit whether a value can be one."""


def save(database: Path, state: ScreenState) -> None:
    """Keep the habits; a folder that cannot be written costs nothing but them."""
    with suppress(Refused):
        write_own(place_of(database), json.dumps(asdict(state)).encode())
