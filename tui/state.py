"""Where a person was: kept per file in the user's configuration folder, never in the file."""

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from platformdirs import user_config_path

from storage.views import View

VIEWS: tuple[View, ...] = ("open", "done", "all", "deleted")


@dataclass(slots=True)
class State:
    """The reading habits of one file."""

    pane: int = 3
    region: str | None = None
    programme: str | None = None
    view: View = "open"
    agreement: str | None = None


def place_of(database: Path) -> Path:
    """The file that holds the habits for a database."""
    name = hashlib.sha256(str(database.resolve()).encode()).hexdigest()[:16]
    return user_config_path("arrangement", appauthor=False) / "screen" / f"{name}.json"


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
    tails = (state.region, state.programme, state.agreement)
    return (
        state.pane in (0, 1, 2, 3)
        and state.view in VIEWS
        and all(tail is None or isinstance(tail, str) for tail in tails)
    )


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
