"""Where a person has been: back and forward, as in a browser."""

from typing import NamedTuple

from storage.views.agreement_list import Order, View


class TrailStop(NamedTuple):
    """What shows: the filter (``terms`` as one types them), the agreement that is highlighted, what
    is read and in which pane."""

    pane: int = 3
    region: str | None = None
    programme: str | None = None
    party: str | None = None
    terms: str = ""
    view: View = "open"
    heads: Order = "number"
    sort: Order = "number"
    agreement: str | None = None
    about: str | None = None


MOST = 100


class Trail:
    """The places behind and ahead; going somewhere new forgets what was ahead."""

    def __init__(self) -> None:
        self.behind: list[TrailStop] = []
        self.ahead: list[TrailStop] = []

    def leave(self, place: TrailStop) -> None:
        """Remember a place that one leaves for another."""
        if not self.behind or self.behind[-1] != place:
            self.behind = [*self.behind[1 - MOST :], place]
        self.ahead = []

    def forget_since(self, place: TrailStop) -> None:
        """Forget a place that one left, and all after it."""
        if place in self.behind:
            last = len(self.behind) - 1 - self.behind[::-1].index(place)
            del self.behind[last:]

    def back(self, now: TrailStop) -> TrailStop | None:
        """The place before this one."""
        return _step(self.behind, self.ahead, now)

    def forward(self, now: TrailStop) -> TrailStop | None:
        """The place that one came back from."""
        return _step(self.ahead, self.behind, now)


def _step(source: list[TrailStop], target: list[TrailStop], now: TrailStop) -> TrailStop | None:
    while source:
        found = source.pop()
        if found != now:
            target.append(now)
            return found
    return None
