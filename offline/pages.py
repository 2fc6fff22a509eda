"""The docs that go into a zip, as pages for a browser: to be double clicked, without a network."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.anchors import anchors_plugin

from offline.systems import PROJECT

DOCS = PROJECT / "docs"
NAMES = (
    "handleiding", "overleg", "overleg-kaart", "toetsen", "keys", "toetsen-tellen", "schermen",
    "toegankelijkheid", "install", "zoeken", "beveiliging", "eigen-arrangement", "termijnen",
    "hoe-gelezen",
)  # fmt: skip
ENGLISH = {"keys"}
WORDS = {"nl": ("Naar de tekst", "Bladzijden"), "en": ("To the text", "Pages")}


def pages(version: str) -> Iterator[tuple[str, bytes]]:
    """Each page, and each picture on one, by its path in the zip."""
    reader = MarkdownIt("commonmark").enable("table")
    anchors_plugin(reader, max_level=3)
    reader.add_render_rule("th_open", _column)
    tokens = {
        name: reader.parse((DOCS / f"{name}.md").read_text(encoding="utf-8")) for name in NAMES
    }
    titles = {name: found[1].content for name, found in tokens.items()}
    template = Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))
    for name, found in tokens.items():
        language = _language(name)
        skip, label = WORDS[language]
        text = template.substitute(
            language=language, title=escape(titles[name]), version=version, skip=skip, pages=label,
            links="\n".join(_link(one, name, title) for one, title in titles.items()),
            body=reader.renderer.render(_for_browsers(found, titles), reader.options, {}),
        )  # fmt: skip
        yield f"docs/{name}.html", text.encode()
    for picture in sorted({one for found in tokens.values() for one in _pictures(found)}):
        yield f"docs/{picture}", (DOCS / picture).read_bytes()


def _language(name: str) -> str:
    return "en" if name in ENGLISH else "nl"


def _link(name: str, here: str, title: str) -> str:
    other = "" if _language(name) == _language(here) else f' lang="{_language(name)}"'
    now = ' aria-current="page"' if name == here else ""
    return f'<li><a href="{name}.html"{other}{now}>{escape(title)}</a></li>'


def _inline(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


def _for_browsers(tokens: Sequence[Token], titles: Mapping[str, str]) -> Sequence[Token]:
    """A link to another of these files leads to its page, and is called by its title."""
    for token in _inline(tokens):
        if token.type == "link_open":
            token.attrSet("href", re.sub(r"\.md(?=#|$)", ".html", str(token.attrGet("href"))))
        elif token.type == "text" and token.content.endswith(".md"):
            token.content = titles.get(token.content.removesuffix(".md"), token.content)
    return tokens


def _pictures(tokens: Sequence[Token]) -> Iterator[str]:
    return (str(one.attrGet("src")) for one in _inline(tokens) if one.type == "image")


def _column(
    renderer: RendererHTML, tokens: Sequence[Token], place: int, options: OptionsDict, _: object
) -> str:
    """A heading of a table says that it is one of a column."""
    tokens[place].attrSet("scope", "col")
    return renderer.renderToken(tokens, place, options, {})
