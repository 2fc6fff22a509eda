"""What someone typed and did not save yet, kept in memory until it is saved or thrown away."""

from typing import Any

Draft = dict[str, Any]
"""What was typed, by the key of its line."""


class Drafts:
    """Drafts by what they are about: a record, a note on one, a new record of a type."""

    def __init__(self) -> None:
        self._kept: dict[str, Draft] = {}

    def keep(self, about: str, draft: Draft) -> None:
        """Keep a draft; an empty one is none."""
        if draft:
            self._kept[about] = draft
        else:
            self.forget(about)

    def find(self, about: str) -> Draft:
        return self._kept.get(about, {})

    def forget(self, about: str) -> None:
        self._kept.pop(about, None)
