"""Dividing a document otherwise than it was read: what each of its lines is, and what follows."""

from collections.abc import Iterable, Mapping, Sequence

from seed.document.headings import Marked, Role, chapter_key, slug
from seed.document.numbered import TITLE
from seed.document.pieces import Piece
from seed.document.profile import Chapter, Profile
from storage.views.passage import Passage

ROLES: tuple[Role, ...] = ("chapter", "heading", "label", "block")
"""What a line can be made, from the highest to the lowest; a title is only read."""


def marked_of(passages: Iterable[Passage]) -> list[Marked]:
    """The lines of a document that is attached, as they are divided now."""
    return [_marked(one) for one in passages]


def _marked(passage: Passage) -> Marked:
    *above, _ = passage.locator.split(".")
    kind, text = passage.kind, passage.text
    if kind == "heading" and above == [TITLE]:
        return Marked(Piece("heading", text), "title")
    if kind == "heading":
        return Marked(Piece("heading", text), "heading" if above[1:] else "chapter", above[-1])
    if kind == "label":
        return Marked(Piece("heading", text), "label")
    if kind in ("bullet", "subbullet"):
        return Marked(Piece("bullet", text, int(kind == "subbullet"), "-"))
    return Marked(Piece("text", text))


def turned(found: Sequence[Marked], roles: Mapping[int, Role]) -> list[Marked]:
    """The same lines, of which those with these numbers are something else."""
    return [_turned(one, roles.get(n, one.role)) for n, one in enumerate(found)]


def _turned(one: Marked, role: Role) -> Marked:
    if role == one.role:
        return one
    text = one.piece.text
    if role == "block":
        was = one.piece.kind
        return Marked(one.piece._replace(kind="text" if was in ("heading", "title") else was))
    key = {"chapter": chapter_key, "heading": slug}.get(role)
    return Marked(Piece("heading", text), role, key(text) if key else "")


def divided_so(
    before: Sequence[Marked], now: Sequence[Marked], base: Profile, moved: Mapping[str, str]
) -> Profile:
    """The profile by which another edition of a document is divided as it is ``now``.

    What ``base`` says of blocks goes along to where those were ``moved``.
    """
    chapters: list[Chapter] = []
    for one in now:
        if one.role == "chapter":
            chapters.append(Chapter(key=one.key, begins=one.piece.text))
        elif one.role == "heading" and chapters:
            chapters[-1].headings.setdefault(one.key, one.piece.text)
    lines = {one.piece.text for one in now if one.role != "block"}
    fell = (
        one.piece.text
        for was, one in zip(before, now, strict=True)
        if was.role != "block" and one.role == "block"
    )
    return Profile(
        title_ends=base.title_ends,
        labels=[*dict.fromkeys(one.piece.text for one in now if one.role == "label")],
        texts=[*dict.fromkeys(text for text in (*base.texts, *fell) if text not in lines)],
        chapters=chapters,
        blocks={moved.get(locator, locator): block for locator, block in base.blocks.items()},
    )
