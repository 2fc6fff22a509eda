"""Where a person was: kept per file in the user's configuration folder, never in the file."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import get_args

from platformdirs import user_config_path

from storage.views import Order, View
from tui.trail import Place

VIEWS: tuple[View, ...] = get_args(View)
ORDERS: tuple[Order, ...] = get_args(Order)
SIDEBAR = (20, 60)
SHARE = (20, 80)


@dataclass(slots=True)
class State:
    """The reading habits of one file.

    ``party`` is the organisation that the list is narrowed to, ``ours`` the one that "van ons"
    stands for; ``sidebar`` is its width in columns and ``share`` what the list takes of the desk
    in per cent, 0 where the style sheet decides; ``marks`` are ids of records, newest first;
    ``folder`` is where a file was written or read last, ``visited`` the number of the act that
    had arrived last when the screen was closed, 0 where it never was.
    """

    pane: int = 3
    region: str | None = None
    programme: str | None = None
    party: str | None = None
    view: View = "open"
    heads: Order = "number"
    sort: Order = "number"
    agreement: str | None = None
    about: str | None = None
    ours: str | None = None
    sidebar: int = 0
    share: int = 0
    marks: list[str] = field(default_factory=list)
    folder: str | None = None
    visited: int = 0

    @property
    def place(self) -> Place:
        """Where a person is now."""
        return Place(*(getattr(self, name) for name in Place._fields))

    def go(self, place: Place) -> None:
        """Be somewhere else."""
        for name, value in place._asdict().items():
            setattr(self, name, value)


def _folder() -> Path:
    return user_config_path("arrangement", appauthor=False) / "screen"


def place_of(database: Path) -> Path:
    """The file that holds the habits for a database."""
    name = hashlib.sha256(str(database.resolve()).encode()).hexdigest()[:16]
    return _folder() / f"{name}.json"


def first_time() -> bool:
    """Whether this user never had the screen open before."""
    return not _folder().exists()


def load(database: Path) -> State:
    """The habits as they were left; the first ones when nothing readable stands there."""
    try:
        found = json.loads(place_of(database).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return State()
    if not isinstance(found, dict):
        return State()
    kept = {field.name: found[field.name] for field in fields(State) if field.name in found}
    state = State(**kept)
    return state if _sound(state) else State()


def _sound(state: State) -> bool:
    names = (
        state.region,
        state.programme,
        state.party,
        state.agreement,
        state.about,
        state.ours,
        state.folder,
    )
    return (
        state.pane in (0, 1, 2, 3, 4, 5)
        and isinstance(state.visited, int)
        and state.view in VIEWS
        and {state.heads, state.sort} <= set(ORDERS)
        and all(name is None or isinstance(name, str) for name in names)
        and all(_within(size, bounds) for size, bounds in
                ((state.sidebar, SIDEBAR), (state.share, SHARE)))
        and isinstance(state.marks, list)
        and all(isinstance(mark, str) for mark in state.marks)
    )  # fmt: skip


def _within(size: object, bounds: tuple[int, int]) -> bool:
    return isinstance(size, int) and (size == 0 or bounds[0] <= size <= bounds[1])


def save(database: Path, state: State) -> None:
    """Keep the habits; a folder that cannot be written costs nothing but them."""
    place = place_of(database)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(".tmp")
        beside.write_text(json.dumps(asdict(state)), encoding="utf-8")
        beside.replace(place)
    except OSError:
        return
