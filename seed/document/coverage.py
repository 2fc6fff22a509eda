"""What every block of the document gave: records, or nothing, for a reason."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Under(NamedTuple):
    """What stands under one heading, its own line included; "" is a chapter's own text.

    ``placed`` blocks have records, of which some are ``agreements`` (each counts where it is
    said first) and ``others`` are of other types; ``empty`` ones have none for a reason, and of
    ``undecided`` ones nobody has said what they give.
    """

    chapter: str
    heading: str
    blocks: int
    placed: int
    agreements: int
    others: int
    empty: int
    undecided: int


class EmptyBlock(NamedTuple):
    """A block that gave no record, and why; "" where nobody has decided."""

    locator: str
    reason: str


class Astray(NamedTuple):
    """A record that stands at a place which the document does not have."""

    record: str
    locator: str


class Coverage(NamedTuple):
    """The whole document."""

    under: tuple[Under, ...]
    total: Under
    empty: tuple[EmptyBlock, ...]
    undecided: tuple[EmptyBlock, ...]
    astray: tuple[Astray, ...]


def coverage(blocks: Mapping[str, str], placed: Mapping[str, Sequence[str]]) -> Coverage:
    """Blocks in order with the reason why they give nothing, or "", and records by locator."""
    by_heading: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for locator, reason in blocks.items():
        by_heading[heading_key(locator)][locator] = reason
    seen: set[str] = set()
    under = [_under(heading, these, placed, seen) for heading, these in by_heading.items()]
    total = [sum(getattr(one, name) for one in under) for name in Under._fields[2:]]
    bare = [
        EmptyBlock(locator, reason) for locator, reason in blocks.items() if not placed.get(locator)
    ]
    return Coverage(
        under=tuple(under),
        total=Under("", "", *total),
        empty=tuple(one for one in bare if one.reason),
        undecided=tuple(one for one in bare if not one.reason),
        astray=tuple(
            Astray(record, locator)
            for locator, records in placed.items()
            if locator not in blocks
            for record in records
        ),
    )


def heading_key(locator: str) -> tuple[str, str]:
    """Chapter and heading of a locator; a part that is no heading begins with its kind."""
    chapter, *rest = locator.split(".")
    named = bool(rest) and not _is_part(rest[0])
    return chapter, rest[0] if named else ""


def _is_part(piece: str) -> bool:
    return piece[:1] in "hpbs" and (piece[1:].isdigit() or piece == "h")


def _under(
    heading: tuple[str, str],
    blocks: Mapping[str, str],
    placed: Mapping[str, Sequence[str]],
    seen: set[str],
) -> Under:
    """The counts under one heading; ``seen`` has the records that were said before it."""
    fresh: list[str] = []
    for locator in blocks:
        new = [record for record in placed.get(locator, ()) if record not in seen]
        seen.update(new)
        fresh += new
    agreements = sum(record.startswith("agreements/") for record in fresh)
    bare = [locator for locator in blocks if not placed.get(locator)]
    empty = sum(bool(blocks[locator]) for locator in bare)
    return Under(
        *heading,
        blocks=len(blocks),
        placed=len(blocks) - len(bare),
        agreements=agreements,
        others=len(fresh) - agreements,
        empty=empty,
        undecided=len(bare) - empty,
    )
