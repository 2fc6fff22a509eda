"""The parts of a set's elements: what each is called, and an element in words."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.draw.spans import clean
from tui.forms.model.choice_sources import Source


class AskedPart(NamedTuple):
    """A part of a set's element: what it is called, and where it comes from if it is chosen."""

    label: str
    source: Source | None


class ElementParts:
    """``parts`` are joined by a slash; ``fixed`` is what every element begins with (the role of
    a party)."""

    def __init__(self, parts: Sequence[AskedPart], fixed: str = "") -> None:
        self.parts = parts
        self.fixed = fixed
        self._names: dict[str, str] = {}

    def element(self, values: Sequence[str]) -> str:
        """The element of these values, one for each part."""
        return "/".join([self.fixed, *values] if self.fixed else values)

    def values(self, element: str) -> list[str]:
        """The values of its parts, without what all begin with."""
        rest = element.removeprefix(f"{self.fixed}/") if self.fixed else element
        return rest.split("/", len(self.parts) - 1)

    def words(self, values: Sequence[str]) -> str:
        """Values in words: those of the first parts, or of all."""
        named = [
            part.source.name(value) if part.source else value
            for part, value in zip(self.parts, values, strict=False)
        ]
        return clean(" ".join(named))

    def name(self, element: str) -> str:
        """An element in words, without what all of them begin with."""
        if element not in self._names:
            self._names[element] = self.words(self.values(element))
        return self._names[element]
