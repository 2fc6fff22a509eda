"""Agreements that were marked, to change all of them at once."""

from collections.abc import Callable, Collection, Iterator


class Marks(Collection[str]):
    """Ids of agreements, the first to be marked first. They stay while the list is put in another
    order or narrowed, and are gone when the app is left."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._ids: dict[str, None] = {}

    def __contains__(self, record: object) -> bool:
        return record in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def toggle(self, record: str) -> None:
        """Mark an agreement, or take its mark away."""
        if record in self._ids:
            del self._ids[record]
        else:
            self._ids[record] = None
        self._changed()

    def toggle_all(self, records: Collection[str]) -> None:
        """Mark all of these; where they are marked already, take those marks away."""
        if self._ids.keys() >= set(records):
            for record in records:
                self._ids.pop(record, None)
        else:
            self._ids.update(dict.fromkeys(records))
        self._changed()

    def clear(self) -> None:
        """Take all marks away."""
        self._ids.clear()
        self._changed()
