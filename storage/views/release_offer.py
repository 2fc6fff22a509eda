"""What the app itself brings for an arrangement."""

from typing import NamedTuple


class Offer(NamedTuple):
    """Of the seed as this app brings it: how many ``acts`` are not here yet, and the time of the
    latest of these, which is that of its release."""

    acts: int
    released: str
