"""Looking at places beside the screen: each answers when it is ready, a dead drive never.

A thread of its own for each, which ends with the app: a pool would wait for the dead drive.
"""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import ParamSpec

from tui.forms.form_messages import Completed, PlaceLooked
from tui.locale import system_reason
from tui.user import places
from tui.user.places import Endings, FilePlace

NAME = "places"

Given = ParamSpec("Given")
Tell = Callable[[PlaceLooked | Completed], object]


def look_everywhere(last: Path | None, endings: Endings, tell: Tell) -> None:
    """Look at every place there is; ``tell`` hears of each, in no order."""
    for place in places.own(last):
        _beside(_look_at, place, endings, tell)
    _beside(_look_at_drives, endings, tell)


def complete(typed: str, folder: Path, start: str, endings: Endings, tell: Tell) -> None:
    """Look what a typed path may go on with."""
    _beside(_look_inside, typed, folder, start, endings, tell)


def _beside(job: Callable[Given, None], *args: Given.args, **named: Given.kwargs) -> None:
    Thread(target=job, name=NAME, args=args, kwargs=named, daemon=True).start()


def _look_at(place: FilePlace, endings: Endings, tell: Tell) -> None:
    try:
        tell(PlaceLooked(place, places.files_in(place, endings)))
    except FileNotFoundError:
        return  # not every user has every folder
    except OSError as error:
        tell(PlaceLooked(place, [], system_reason(error)))


def _look_at_drives(endings: Endings, tell: Tell) -> None:
    for place in places.drives():
        _beside(_look_at, place, endings, tell)


def _look_inside(typed: str, folder: Path, start: str, endings: Endings, tell: Tell) -> None:
    try:
        found = places.inside(folder, start, endings)
    except (OSError, ValueError):  # no such folder yet: Enter says so
        found = []
    tell(Completed(typed, found))
