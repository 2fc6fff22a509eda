"""The questions, kept as data in two halves: one to tune on, one to report on."""

import tomllib
from pathlib import Path
from typing import Literal, NamedTuple

FOLDER = Path(__file__).parent
ABSENT = "absent"
DOCUMENT = "document"
"""The class that is asked only where the document is attached."""

Half = Literal["tune", "report"]
HALVES: tuple[Half, Half] = ("tune", "report")


class Question(NamedTuple):
    """What someone types, and the records of which one must be among the first answers: none for
    what must get no answer. ``kind`` is its class."""

    kind: str
    ask: str
    expect: frozenset[str]
    why: str = ""


def questions(half: Half) -> list[Question]:
    """Those of one half, in the order in which they were written."""
    said = tomllib.loads((FOLDER / f"{half}.toml").read_text("utf-8"))["question"]
    return [
        Question(one["class"], one["ask"], frozenset(one["expect"]), one["why"]) for one in said
    ]


def absent_words(half: Half) -> list[str]:
    """Words that stand nowhere in the arrangement, and are near nothing in it."""
    words = tomllib.loads((FOLDER / "absent.toml").read_text("utf-8"))["words"]
    return [*words[HALVES.index(half) :: len(HALVES)]]
