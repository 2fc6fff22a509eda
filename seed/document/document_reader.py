"""The document to read beside the arrangement: its blocks in order, with the records of each."""

from collections.abc import Mapping
from typing import NamedTuple

from seed.document.beside import edition_of, profile_of
from seed.document.decided import decisions
from storage.reader import Reader
from storage.views.passage import Passage


class ReadBlock(NamedTuple):
    """A block of the document, and the ids of the records that stand in it.

    ``text`` is None where the document is not attached, and only the place is known. ``reason``
    says why it gives no record, "" where nobody has decided that.
    """

    locator: str
    kind: str
    text: str | None
    records: tuple[str, ...]
    reason: str = ""

    @property
    def undecided(self) -> bool:
        """Whether nobody has said yet what it gives."""
        return not self.records and not self.reason


class Text(NamedTuple):
    """The blocks, and which document they are of: the arrangement's own, another edition of it
    where only that is attached, or none."""

    blocks: tuple[ReadBlock, ...]
    attached: bool
    edition: bool

    @property
    def numbers(self) -> dict[str, int]:
        """The blocks by their locators."""
        return {block.locator: n for n, block in enumerate(self.blocks)}

    @property
    def decides(self) -> bool:
        """Whether here one can say what its blocks give: it is the arrangement's own document."""
        return self.attached and not self.edition

    @property
    def undecided(self) -> list[str]:
        """The locators of blocks of which nobody has said what they give."""
        return [block.locator for block in self.blocks if block.undecided]

    def next_undecided(self, after: int) -> int | None:
        """The first block behind this one of which nobody has said what it gives; behind the last
        one the first."""
        open_ = [n for n, block in enumerate(self.blocks) if block.undecided]
        return next((n for n in open_ if n > after), open_[0] if open_ else None)

    def places_of(self, record: str) -> list[int]:
        """The blocks in which a record stands, by number."""
        return [n for n, block in enumerate(self.blocks) if record in block.records]

    def label_above(self, block: int) -> int:
        """The heading or label that a block stands under; itself where there is none."""
        before = range(min(block, len(self.blocks) - 1), -1, -1)
        kinds = ("heading", "label")
        return next((n for n in before if self.blocks[n].kind in kinds), block)


def readable_text(store: Reader) -> Text:
    """What there is to read beside this arrangement."""
    profile = profile_of(store)
    own, placed = store.arrangement, store.documents.placed(store.arrangement)
    attached, reasons = store.documents.ids(), decisions(store, profile)
    if own in attached:
        found = store.documents.passages(own, [*profile.blocks])
        blocks = _blocks(found, placed, reasons, {})
        return Text(tuple(blocks), attached=True, edition=False)
    if attached:
        moved = {now: was for was, now in edition_of(store, profile, attached[-1]).items()}
        found = store.documents.passages(attached[-1])
        blocks = _blocks(found, placed, reasons, moved)
        return Text(tuple(blocks), attached=True, edition=True)
    known = [*profile.blocks] or sorted(placed)
    bare = [
        ReadBlock(one, block_kind(one), None, tuple(placed.get(one, ())), reasons.get(one, ""))
        for one in known
    ]
    return Text(tuple(bare), attached=False, edition=False)


def _blocks(
    found: list[Passage],
    placed: Mapping[str, list[str]],
    reasons: Mapping[str, str],
    moved: Mapping[str, str],
) -> list[ReadBlock]:
    """Each passage with what became of the place where it stood."""
    stood = [moved.get(one.locator, one.locator) for one in found]
    return [
        ReadBlock(one.locator, one.kind, one.text, tuple(placed.get(was, ())), reasons.get(was, ""))
        for one, was in zip(found, stood, strict=True)
    ]


def block_kind(locator: str) -> str:
    """What a block is, by the last part of its locator."""
    part = locator.rpartition(".")[2]
    if part == "h":
        return "heading"
    return {"h": "label", "b": "bullet", "s": "subbullet"}.get(part[:1], "paragraph")
