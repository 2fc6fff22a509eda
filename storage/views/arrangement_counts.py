"""Figures beside the list: of the whole arrangement, and of each place and organisation."""

from dataclasses import dataclass
from typing import NamedTuple


class Totals(NamedTuple):
    """The header: open agreements without the standing ones, the standing ones, what needs care.

    ``ended`` is the arrangement's last day (ISO) where that lies before today: then nothing is
    marked overdue and one line says why. ``unsent`` counts the days since this device made the
    oldest change that no export carried, from two weeks on; 0 before. ``runs`` tells that a
    meeting runs.
    """

    title: str
    first_year: str
    last_year: str
    open: int
    standing: int
    conflicts: int
    ended: str | None = None
    unsent: int = 0
    runs: bool = False


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A region, programme or organisation among its kind.

    ``depth`` counts from 0 in the region tree (a region with two parents stands there twice);
    ``short_forms`` are the aliases, any of which may stand in for the name; ``count`` is the
    number of own open agreements, of an organisation those it leads or carries out. The programme
    row with tail "" is "without a programme". ``far`` says how many have each status, what is done
    first; those that are over count there too.
    """

    tail: str
    name: str
    short_forms: tuple[str, ...]
    depth: int
    count: int
    far: tuple[tuple[str, int], ...] = ()
