"""What comes of the source and waits for a person: a release that the app brings, and what was set
apart in the name of the source."""

from typing import TypeGuard

from storage.errors import Refused
from storage.views.import_preview import Preview
from storage.views.release_offer import Offer
from storage.views.set_apart import Quarantined
from tui.locale import say_count
from tui.store import Store


def acceptable(one: object) -> TypeGuard[Offer | Quarantined]:
    """Whether this is such a thing."""
    return isinstance(one, Offer) or (isinstance(one, Quarantined) and one.acts > 0)


class Accepting:
    """What accepting each would change, found out once for as long as nobody writes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[object, Preview | Refused] = {}

    def would(self, one: Offer | Quarantined) -> Preview | Refused:
        """What it would change; else why that cannot be told."""
        key = one, self._store.version()
        if key not in self._known:
            try:
                if isinstance(one, Offer):
                    self._known[key] = self._store.snapshots.preview_offered()
                else:
                    self._known[key] = self._store.quarantine.preview(one.n)
            except Refused as refused:
                return refused
        return self._known[key]

    def accept(self, one: Offer | Quarantined) -> str:
        """Take it in; gives what there is to tell. Raises Refused where the file cannot be
        written."""
        if isinstance(one, Offer):
            taken = self._store.snapshots.take_offered()
            new, conflicts = taken.new_acts, taken.conflicts
        else:
            tried = self._store.quarantine.accept([one.n])
            new, conflicts = tried.new, tried.conflicts
        told = say_count("exchange.accepted", new)
        return f"{told}, {say_count('count.conflicts', conflicts)}" if conflicts else told
