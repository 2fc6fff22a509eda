"""What someone typed and did not save yet, kept until it is saved or thrown away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Draft = dict[str, Any]
"""What was typed, by the key of its line."""

Saw = dict[str, list[list[str]]]
"""What the form saw of the fields that were changed: parents and heads, by field."""

OF_RECORD = "of "
"""Begins what follows the field in what a draft is about, where one field was edited."""

IN_MEETING = "meeting"
"""The first word of what a draft is about that holds what was asked in a meeting, and no fields."""


@dataclass(slots=True)
class Kept:
    """A draft, what its form saw, when it was typed (UTC), and whether its form is still open;
    ``name`` is what the record is called."""

    said: Draft
    saw: Saw = field(default_factory=dict)
    at: str = ""
    open: bool = False
    name: str = ""


class Drafts:
    """Drafts by what they are about: a record, a note on one, a new record of a type."""

    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}
        self.changed = False  # since it was written down

    def all(self) -> Mapping[str, Kept]:
        """Every draft, the newest first."""
        newest = sorted(self._kept.items(), key=lambda one: one[1].at, reverse=True)
        return dict(newest)

    def fill(self, kept: Mapping[str, Kept]) -> None:
        """Take over drafts of before; what is typed here already comes before them."""
        self._kept = {**kept, **self._kept}

    def keep(
        self,
        about: str,
        draft: Draft,
        saw: Saw | None = None,
        *,
        open: bool = False,
        name: str = "",
    ) -> None:
        """Keep a draft; an empty one is none."""
        if not draft:
            self.forget(about)
            return
        before = self._kept.get(about)
        if before is not None and (before.said, before.open) == (draft, open):
            return
        same = before is not None and before.said == draft
        at = before.at if before is not None and same else datetime.now(UTC).isoformat()
        self._kept[about] = Kept(draft, saw or {}, at, open, name)
        self.changed = True

    def find(self, about: str) -> Draft:
        return self._kept[about].said if about in self._kept else {}

    def saw(self, about: str) -> Saw:
        """What the form of a draft saw."""
        return self._kept[about].saw if about in self._kept else {}

    def forget(self, about: str) -> None:
        if self._kept.pop(about, None) is not None:
            self.changed = True

    def close(self) -> None:
        """No form is open now."""
        for kept in self._kept.values():
            self.changed = self.changed or kept.open
            kept.open = False
