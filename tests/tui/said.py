"""What the code says of the catalogues: read from its syntax, for ``test_texts``."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import click

from storage.records.fields import FIELDS

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"[a-z_]+(\.[a-z0-9_-]+)+")
HOLE = "\0"
TABLE = re.compile(rf"[a-z_]+(\.[a-z_]+)*(\.{HOLE})?")
TOLD = ("Refused", "UsageError", "Unfit")  # what else is raised is an error of the program
SAYING = ("say", "say_count", "in_all", "known")

PARTS_OF_FIELDS = {
    f"{field.name}.{key}"
    for fields in FIELDS.values()
    for field in fields.values()
    for key in field.names
}


class Text(NamedTuple):
    """A text that stands in code: where, and the whole of it with ``HOLE`` where values come."""

    path: Path
    line: int
    text: str
    call: str
    """The function of which it is the first argument; "" where it is of none."""

    def __str__(self) -> str:
        shown = self.text.replace(HOLE, "…")
        return f"{self.path.relative_to(ROOT)}:{self.line} {shown!r}"


@cache
def texts(*folders: str) -> tuple[Text, ...]:
    """Every string in the code of these folders that is no docstring and no error of a program."""
    paths = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return tuple(text for path in paths for text in _of_file(path))


def _of_file(path: Path) -> Iterator[Text]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls: dict[int, str] = {}
    passed_over: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as docstring):
                passed_over.add(id(docstring))
            case ast.Call(func=func, args=args, keywords=keywords):
                passed_over |= {id(one) for one in _methods(called_of(func), args, keywords)}
                calls |= {id(argument): called_of(func) for argument in _given(args[:1])}
            case ast.JoinedStr(values=values):
                passed_over |= {id(value) for value in values if isinstance(value, ast.Constant)}
            case ast.BinOp(left=ast.Constant() as begin, op=ast.Add()):
                passed_over.add(id(begin))
            case ast.Raise(exc=ast.Call(func=func, args=args)) if called_of(func) not in TOLD:
                passed_over |= {id(argument) for argument in args}
    for node in ast.walk(tree):
        if id(node) not in passed_over:
            text = _text(node)
            if text:
                yield Text(path, getattr(node, "lineno", 0), text, calls.get(id(node), ""))


def _methods(called: str, args: list[ast.expr], keywords: list[ast.keyword]) -> Iterator[ast.expr]:
    """What names a method of the screen, in a command or in what one needs: no text."""
    place = {"Command": 4, "Need": 0}.get(called, len(args))
    yield from args[place : place + 1]
    yield from (one.value for one in keywords if one.arg == "does")


def called_of(func: ast.expr) -> str:
    """The last part of what is called."""
    return str(getattr(func, "id", getattr(func, "attr", "")))


def _given(args: list[ast.expr]) -> Iterator[ast.expr]:
    """An argument, and both ends of one that is chosen by a condition."""
    for argument in args:
        yield argument
        if isinstance(argument, ast.IfExp):
            yield from _given([argument.body, argument.orelse])


def _text(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(value)):
            return value
        case ast.JoinedStr(values=values):
            return "".join(
                str(value.value) if isinstance(value, ast.Constant) else HOLE for value in values
            )
        case ast.BinOp(left=ast.Constant(value=str(value)), op=ast.Add()):
            return value + HOLE
    return ""


@cache
def words() -> frozenset[str]:
    """Every word that can come in a hole: those in code, of options, and of the seed's data."""
    found = {text.text for text in texts("tui", "storage", "seed") if HOLE not in text.text}
    found |= PARTS_OF_FIELDS
    found |= {word.strip("-").replace("-", "_") for word in found}
    for path in (ROOT / "seed").rglob("*.toml"):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        found |= set(re.findall(r"[a-z_]+", repr(data)))
    reports = (ROOT / "tui" / "reports").glob("*/*_*.py")  # a file for each kind and format
    found |= {path.stem.rpartition("_")[0] for path in reports}
    return frozenset(found)


@cache
def patterns() -> frozenset[str]:
    """Texts with holes that can be a key. One that begins with a hole stands for every table that
    is named where its function is written or called."""
    found = set()
    for text in texts("tui"):
        if HOLE in text.text and "." in text.text and " " not in text.text:
            if text.text.startswith(f"{HOLE}."):
                if text.call in SAYING:
                    found |= {f"{table}{text.text[1:]}" for table in _tables_near(text)}
            else:
                found.add(text.text)
    return frozenset(found)


def _tables_near(text: Text) -> set[str]:
    """Words in the file of a text, and in those that call the function in which it stands."""
    named = f"{_function_around(text)}("
    files = {
        one.path
        for one in texts("tui")
        if one.path == text.path or named in one.path.read_text(encoding="utf-8")
    }
    return {one.text for one in texts("tui") if one.path in files and TABLE.fullmatch(one.text)}


def _function_around(text: Text) -> str:
    tree = ast.parse(text.path.read_text(encoding="utf-8"))
    around = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and node.lineno <= text.line <= (node.end_lineno or node.lineno)
    ]
    return max(around, key=lambda node: node.lineno).name


def is_said(key: str) -> bool:
    """Whether the code says this key: as it stands there, or by a pattern whose holes hold words
    that stand somewhere."""
    if key in words():
        return True
    return any(_fits(key, pattern) for pattern in patterns())


def _fits(text: str, pattern: str) -> bool:
    """Whether a pattern can make a text: with the dots in its first hole or in its last."""
    begin, _, rest = pattern.partition(HOLE)
    if not (text.startswith(begin) and text.endswith(rest.rpartition(HOLE)[2])):
        return False
    matches = (one.fullmatch(text) for one in _ways_to_fill(pattern))
    return any(match is not None and all(map(_is_word, match.groups())) for match in matches)


@cache
def _ways_to_fill(pattern: str) -> tuple[re.Pattern[str], ...]:
    holes = ("([a-z0-9_.-]+?)", "([a-z0-9_.-]+)")
    return tuple(re.compile(re.escape(pattern).replace(re.escape(HOLE), hole)) for hole in holes)


@cache
def _is_word(hole: str) -> bool:
    return hole in words() or any(_fits(hole, pattern) for pattern in _patterns_of_words())


@cache
def _patterns_of_words() -> tuple[str, ...]:
    made = {text.text for text in texts("tui") if HOLE in text.text and "." not in text.text}
    return tuple(pattern for pattern in made if pattern.strip(HOLE))


@cache
def of_click() -> frozenset[str]:
    """Every string in the code of click, which asks for its own English."""
    found = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {_text(node) for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return frozenset(found)
