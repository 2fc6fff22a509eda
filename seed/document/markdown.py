"""Markdown as pieces."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from seed.document.pieces import Piece


def pieces_of(text: str) -> list[Piece]:
    """Headings, paragraphs and items of lists; marks of emphasis and links are gone."""
    found: list[Piece] = []
    marks: list[str] = []  # of the lists that are open, from the outermost
    fresh = False  # whether an item has begun and said nothing yet
    number = ""  # a list that begins an item is no list: "- 1) …"
    level = -1
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "list_item_open":
            mark = f"{token.info}{token.markup}"
            number = f"{mark} " if fresh else ""
            marks.append(mark)
            fresh = True
        elif token.type == "list_item_close":
            marks.pop()
        elif token.type == "heading_open":
            level = int(token.tag[1]) - 1
        elif token.content and (said := _said(token)):
            if level >= 0:
                found.append(Piece("heading", said, level))
            elif fresh:
                depth = int(len(marks) > 1 + bool(number))
                found.append(Piece("bullet", f"{number}{said}", depth, marks[-1 - bool(number)]))
                number = ""
            else:
                found.append(Piece("text", said))
            fresh, level = False, -1
    return found


def _said(token: Token) -> str:
    parts = [
        " " if one.type in ("softbreak", "hardbreak") else one.content
        for one in token.children or [token]
    ]
    return " ".join("".join(parts).split())
