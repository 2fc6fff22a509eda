"""Making a change that a form or a key describes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.forms.form_messages import Done, Prepared
from tui.forms.model.named_change import Move
from tui.locale import say
from tui.store import Store
from tui.words.called import called

if TYPE_CHECKING:
    from storage.queries.history.meanwhile import Seen


def make(
    store: Store, records: Sequence[str], move: Move, seen: "Seen | None" = None
) -> Done | Prepared:
    """Make it in one record, on what a form saw of it if that is given; of several only say what
    it would do. Raises Refused."""
    if len(records) > 1:
        return Prepared(store.would(records, move.step), move)
    name = called(store, records[0])  # what is deleted has none
    store.edit_many(records, move.step, seen)
    return Done(say(move.told, **move.words, code=name), move=move)
