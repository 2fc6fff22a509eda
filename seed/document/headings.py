"""Telling headings from text: by the profile of a document, else by how they look."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Literal, NamedTuple

from seed.document.pieces import Piece, joined
from seed.document.profile import Chapter, Profile

Role = Literal["title", "chapter", "heading", "label", "block"]

LONGEST = 160  # characters of a line that can be a heading
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)(?:[.)]\s+|\s+(?=[A-Z]))")
_PART = re.compile(r"(?:hoofdstuk|bijlage|deel)\s+\w{1,4}\b", re.IGNORECASE)
_SLUG = 40  # characters of a key that is made of a heading
_SAID = ("title", "heading")  # kinds of pieces by which a file itself says how it is divided


class Marked(NamedTuple):
    """A piece and what it is in the document; ``key`` stands for a heading in locators."""

    piece: Piece
    role: Role = "block"
    key: str = ""


def with_roles(pieces: Sequence[Piece], profile: Profile) -> list[Marked]:
    """Every piece with its role; of what stands before the first chapter the title is one."""
    tell = _by_profile if profile.chapters else _by_looks
    start = _title(pieces, profile)
    found = list(tell(pieces[start:], profile))
    first = next((n for n, one in enumerate(found) if one.role == "chapter"), len(found))
    title = " ".join(piece.text for piece in pieces[:start])
    before = [Marked(Piece("heading", title), "title")] if title else []
    if any(piece.kind in _SAID for piece in pieces):  # then no page broke what belongs together
        return [*before, *found]
    return [*before, *found[:first], *_mended(found[first:])]


def is_heading(text: str, profile: Profile) -> bool:
    """Whether a line is a heading that the profile names."""
    known = [(chapter.begins, *chapter.headings.values()) for chapter in profile.chapters]
    return any(begins(line, text) for lines in (*known, profile.labels) for line in lines)


def begins(line: str, text: str) -> bool:
    """Whether a text is the heading that ``line`` gives, or its beginning ("Generiek…")."""
    if len(text) > LONGEST:
        return False
    told, said = _plain(line.removesuffix("…")), _plain(text)
    return said.startswith(told) if line.endswith("…") else said == told


def _plain(text: str) -> str:
    """A heading without its number, its colon, and the difference of capitals and blanks."""
    line = unicodedata.normalize("NFKC", " ".join(text.split()))
    number = _NUMBER.match(line)
    return line[number.end() if number else 0 :].casefold().rstrip(": ")


def _title(pieces: Sequence[Piece], profile: Profile) -> int:
    """How many pieces the title has."""
    if profile.title_ends:
        for n, piece in enumerate(pieces):
            if _plain(piece.text).endswith(_plain(profile.title_ends)):
                return n + 1
            if profile.chapters and begins(profile.chapters[0].begins, piece.text):
                break
    titles = takewhile(lambda n: pieces[n].kind != "heading", range(len(pieces)))
    styled = max((n + 1 for n in titles if pieces[n].kind == "title"), default=0)
    if styled and not (profile.chapters and _opens(pieces[styled - 1], profile)):
        return styled
    levels = [_level(piece) for piece in pieces]
    alone = bool(pieces) and (levels[0] is None or levels.count(levels[0]) == 1)
    return int(alone and len(pieces) > 1 and not (profile.chapters and _opens(pieces[0], profile)))


def _opens(piece: Piece, profile: Profile) -> bool:
    return any(begins(chapter.begins, piece.text) for chapter in profile.chapters)


def _by_profile(pieces: Iterable[Piece], profile: Profile) -> Iterable[Marked]:
    """Chapters come in the order of the profile; headings only in their chapter."""
    now: Chapter | None = None
    left = profile.chapters
    for piece in pieces:
        able = piece.kind != "bullet" or _numbered(piece)
        next_ = next((one for one in left if able and begins(one.begins, piece.text)), None)
        if next_ is not None:
            now, left = next_, left[left.index(next_) + 1 :]
            yield _as(piece, "chapter", next_.key)
        elif now is not None:
            yield _within(piece, now, profile)
        else:
            yield Marked(_text(piece))


def _numbered(piece: Piece) -> bool:
    """Whether an item may be a heading, of which the number was read as the mark of a list."""
    return piece.mark[:1].isdigit() and not piece.text[:1].isdigit()


def _within(piece: Piece, chapter: Chapter, profile: Profile) -> Marked:
    if piece.kind == "bullet":
        return Marked(piece)
    if any(begins(line, piece.text) for line in profile.labels):
        return _as(piece, "label", "")
    for key, line in chapter.headings.items():
        if begins(line, piece.text):
            return _as(piece, "heading", key)
    if piece.kind in _SAID and piece.text not in profile.texts:
        return _as(piece, "heading", slug(piece.text))
    return Marked(_text(piece))


def _text(piece: Piece) -> Piece:
    """A piece as running text, whatever the file calls it."""
    return piece._replace(kind="text") if piece.kind in _SAID else piece


def _by_looks(pieces: Sequence[Piece], profile: Profile) -> Iterable[Marked]:
    levels = [None if piece.text in profile.texts else _level(piece) for piece in pieces]
    top = min((level for level in levels if level is not None), default=0)
    for piece, level in zip(pieces, levels, strict=True):
        if piece.kind not in _SAID and any(begins(line, piece.text) for line in profile.labels):
            yield _as(piece, "label", "")
        elif level is None:
            yield Marked(_text(piece))
        elif level == top:
            yield _as(piece, "chapter", chapter_key(_line(piece)))
        else:
            yield _as(piece, "heading", slug(piece.text))


def _level(piece: Piece) -> int | None:
    """How high a heading stands, 1 is highest; None for what does not look like one."""
    text = _line(piece)
    if piece.kind in _SAID:
        return piece.depth + 1
    if len(text) > LONGEST // 2 or text[-1:] in ".;,!?":
        return None
    if piece.kind == "bullet":
        return 1 if _numbered(piece) and text.isupper() else None
    number = _NUMBER.match(text)
    if number:
        return number[1].count(".") + 1
    if (text.isupper() and len(text) > 2) or _PART.match(text):
        return 1
    return 2 if text.endswith(":") and len(text.split()) <= 4 else None


def chapter_key(text: str) -> str:
    """A chapter as a key of locators: its number where it has one."""
    number = re.match(r"(?:hoofdstuk\s+)?(\d{1,2})\b", text, re.IGNORECASE)
    part = re.match(r"(bijlage)\b", text, re.IGNORECASE)
    return number[1] if number else part[1].lower() if part else slug(text)


def slug(text: str) -> str:
    """A heading as a key of locators: lower case, letters and digits with hyphens between."""
    letters = unicodedata.normalize("NFKD", _plain(text)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_SLUG].strip("-") or "kop"


def _line(piece: Piece) -> str:
    """The whole line of what may be a heading: its number is no mark of a list then."""
    return f"{piece.mark} {piece.text}" if _numbered(piece) else piece.text


def _as(piece: Piece, role: Role, key: str) -> Marked:
    return Marked(Piece("heading", _line(piece)), role, key)


def _mended(found: Sequence[Marked]) -> list[Marked]:
    """What a page broke in two is one again; a heading is never part of that."""
    roles = iter([one for one in found if one.role != "block"])
    return [
        next(roles) if piece.kind == "heading" else Marked(piece)
        for piece in joined(one.piece for one in found)
    ]
