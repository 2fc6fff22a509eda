"""Where the bars of lists were, while those show something else."""

from collections.abc import Mapping

from tui.widgets.row_list import RowList


class KeptBars:
    """Puts each bar back as soon as the row that it was on is there again, unless a person has
    moved it by then."""

    def __init__(self, lists: Mapping[int, RowList]) -> None:
        self._lists = lists
        self._wanted: dict[int, str | None] = {}
        self._instead: dict[int, str | None] = {}

    def note(self) -> None:
        """Note where the bars are, before the lists change."""
        for pane, listed in self._lists.items():
            if listed.key != self._instead.get(pane, ""):
                self._wanted[pane] = listed.key

    def put_back(self) -> None:
        """Put them back, as far as their rows are there."""
        self._instead = {
            pane: self._lists[pane].key
            for pane, key in self._wanted.items()
            if not self._lists[pane].select(key)
        }

    def forget(self) -> None:
        """What was noted no longer counts."""
        self._wanted, self._instead = {}, {}
