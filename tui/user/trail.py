"""Where a person has been: back and forward, as in a browser."""

from typing import NamedTuple

from storage.views.agreement_list import Order, View


class Place(NamedTuple):
    """What shows: the filter, the agreement that is highlighted, what is read and in which pane."""

    pane: int = 3
    region: str | None = None
    programme: str | None = None
    party: str | None = None
    view: View = "open"
    heads: Order = "number"
    sort: Order = "number"
    agreement: str | None = None
    about: str | None = None


MOST = 100


class Trail:
    """The places behind and ahead; going somewhere new forgets what was ahead."""

    def __init__(self) -> None:
        self.behind: list[Place] = []
        self.ahead: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember a place that one leaves for another."""
        if not self.behind or self.behind[-1] != place:
            self.behind = [*self.behind[1 - MOST :], place]
        self.ahead = []

    def back(self, now: Place) -> Place | None:
        """The place before this one."""
        return _step(self.behind, self.ahead, now)

    def forward(self, now: Place) -> Place | None:
        """The place that one came back from."""
        return _step(self.ahead, self.behind, now)


def _step(source: list[Place], target: list[Place], now: Place) -> Place | None:
    while source:
        found = source.pop()
        if found != now:
            target.append(now)
            return found
    return None
