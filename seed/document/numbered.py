"""The locators of contract §1: `<chapter>.<heading>.<part>`, counted in the order of the text."""

from collections.abc import Iterable, Sequence

from seed.document.headings import Marked, with_roles
from seed.document.pieces import Piece
from seed.document.profile import GENERIC, Profile
from storage.views.passage import Passage

TITLE = "titel"


def numbered_passages(pieces: Sequence[Piece], profile: Profile = GENERIC) -> list[Passage]:
    """The blocks of a document, in order, each with a locator that no other has."""
    return numbered_marked(with_roles(pieces, profile))


def numbered_marked(found: Iterable[Marked]) -> list[Passage]:
    """The same of pieces of which is known what they are in the document."""
    counting = _Counting()
    return [counting.passage(one) for one in found]


class _Counting:
    """Where the reading has come: chapter, heading, and how many of each part so far."""

    def __init__(self) -> None:
        self._keys: set[str] = set()
        self._path: list[str] = []
        self._chapter = self._under = TITLE
        self._counts: dict[str, int] = {}

    def passage(self, one: Marked) -> Passage:
        text = one.piece.text
        if one.role == "title":
            return Passage(f"{TITLE}.h", (), "heading", text)
        if one.role == "chapter":
            self._chapter = self._start(one.key)
            self._path = [text]
            return Passage(f"{self._under}.h", (), "heading", text)
        if one.role == "heading":
            self._start(f"{self._chapter}.{one.key}")
            self._path = [*self._path[:1], text]
            return Passage(f"{self._under}.h", tuple(self._path[:-1]), "heading", text)
        path = tuple(self._path)
        if one.role == "label":
            return Passage(f"{self._under}.h{self._next('h') + 1}", path, "label", text)
        if one.piece.kind == "text":
            return Passage(f"{self._under}.p{self._next('p')}", path, "paragraph", text)
        bullet = f"b{self._counts.get('b', 0)}"
        if one.piece.depth and bullet != "b0":
            part = f"{bullet}.s{self._next(bullet)}"
            return Passage(f"{self._under}.{part}", path, "subbullet", text)
        return Passage(f"{self._under}.b{self._next('b')}", path, "bullet", text)

    def _start(self, key: str) -> str:
        """Begin under a heading; where its key was used before, with a number behind it."""
        self._under, n = key, 1
        while self._under in self._keys or self._under == TITLE:
            n += 1
            self._under = f"{key}-{n}"
        self._keys.add(self._under)
        self._counts = {}
        return self._under

    def _next(self, part: str) -> int:
        self._counts[part] = self._counts.get(part, 0) + 1
        return self._counts[part]


def words(pieces: Iterable[Piece]) -> list[str]:
    """All words, in order; what only marks an item of a list is none."""
    return [word for piece in pieces for word in piece.text.split()]
