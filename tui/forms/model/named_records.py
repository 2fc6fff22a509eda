"""Records that are made on the spot, where a chooser has nothing that fits.

They are written with what is saved in the form, in the same act; until then only their names are
known here. One that nothing in the form refers to any more is not made.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from storage.identity.device_identity import new_id
from storage.search.folding import fold_text
from tui.forms.model.answer import Option
from tui.locale import say

CAN_BE_MADE = ("regions", "programmes", "organisations", "people")
_NEW = "+"  # begins no tail


class NamedRecords:
    """The records that one form makes: their names, by id."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}

    def offer(self, type_: str, words: str, found: Sequence[Option]) -> list[Option]:
        """The last thing to choose: to make what was typed, if nothing is called so."""
        name = words.strip()
        same = (fold_text(name) in (fold_text(one.text), fold_text(one.other)) for one in found)
        if type_ not in CAN_BE_MADE or not name or any(same):
            return []
        return [Option(f"{_NEW}{name}", say("form.make", name=name))]

    def taken(self, type_: str, value: str) -> str:
        """The tail of what was chosen; what is to be made gets one now."""
        if not makes(value):
            return value
        name = value.removeprefix(_NEW)
        tail = new_id()
        self.names[f"{type_}/{tail}"] = name
        return tail

    def used(self, ids: Iterable[str]) -> dict[str, str]:
        """The names of those among these ids that are made here."""
        return {id_: self.names[id_] for id_ in ids if id_ in self.names}

    def bring(self, draft: dict[str, Any]) -> None:
        """Bring back what was to be made."""
        self.names |= draft


def makes(value: str) -> bool:
    """Whether choosing this makes something."""
    return value.startswith(_NEW)
