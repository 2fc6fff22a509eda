"""NamedRecords a change that a form or a key describes."""

from collections.abc import Sequence

from tui.forms.form_messages import Done, Prepared
from tui.forms.model.named_change import NamedChange
from tui.forms.model.watched_record import WatchedRecord
from tui.locale import say
from tui.store import Store
from tui.words.called import short_name_of


def make(
    store: Store, records: Sequence[str], named: NamedChange, watched: WatchedRecord | None = None
) -> Done | Prepared:
    """Make it in one record, on what a form saw of it if one ``watched``; of several only say what
    it would do. Raises Refused."""
    seen = watched.stands_on if watched else None
    change = named.change._replace(records=tuple(records), seen=seen)
    if len(records) > 1:
        return Prepared(store.changes.preview(change), named)
    name = short_name_of(store, records[0])  # what is deleted has none
    store.apply(change)
    return Done(say(named.told, **named.words, code=name), change=named)
