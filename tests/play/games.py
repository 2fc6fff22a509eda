"""What a game is: an arrangement, a terminal, and what is done there, one step after the other."""

import re
import unicodedata
from typing import NamedTuple

from hypothesis import strategies as st
from textual.keys import KEY_NAME_REPLACEMENTS

from tests.play.odd import TEXTS
from tests.play.worlds import WORLDS
from tests.play.zoo import NAMES
from tests.tui.nasty import NASTY
from tests.tui.ways import WAYS
from tui.commands import keymap
from tui.screens.main.commands import MAIN

SIZES = ((80, 24), (120, 40), (160, 45), (40, 12), (59, 20), (200, 60))
STEPS = 40


class Keys(NamedTuple):
    """Keys as Textual names them, typed so quickly that they wait for each other."""

    names: tuple[str, ...]


class Do(NamedTuple):
    """The nth command that the palette of this screen offers, or would offer."""

    n: int


class Pasted(NamedTuple):
    text: str


class Clicked(NamedTuple):
    """A click, so far from the left and the top, of a hundred."""

    x: int
    y: int


class Resized(NamedTuple):
    width: int
    height: int


class Elsewhere(NamedTuple):
    """Another process writes in the same file."""

    n: int


class Waited(NamedTuple):
    """So long that the screen has looked at the file again."""


class TakenBack(NamedTuple):
    """What was changed last is taken back, done again, and taken back."""


class Restarted(NamedTuple):
    """The app is closed, and opened again over the same file."""


Step = Keys | Do | Pasted | Clicked | Resized | Elsewhere | Waited | TakenBack | Restarted


class Game(NamedTuple):
    world: str
    odd: int
    size: tuple[int, int]
    lang: str | None
    steps: list[Step]


BOUND = sorted({key for command in MAIN for key in command.keys})
LIKELY = ("enter", "enter", "enter", "escape", "escape", "down", "down", "up", "tab", "space",
          "t", "u", "e", "E", "s", "d", "end", "backspace", "f6", "f5", "pagedown", "left",
          "right")  # fmt: skip
OTHER = ("shift+tab", "ctrl+s", "f4", "f3", "f12", "ctrl+a", "ctrl+w", "ctrl+u", "ctrl+k",
         "ctrl+z", "delete", "home", "insert", "shift+enter", "shift+right", "ctrl+end",
         "ctrl+home", "ctrl+c", "alt+x", "ctrl+left", "ctrl+backspace", "tilde", "grave_accent",
         *"0123456789")  # fmt: skip
PLACES = ("~", "../", "/", "uit.json", "uit.json.gz", "bestaat/niet", "a.ics", *NAMES)
WORDS = (
    "twente", "vhto", "platform", "q", "x", "n", "gisteren", "1-1-2014", "voor de zomer van 2015",
    "vóór 1 juli 2027", "elk half jaar", "zodra er geld is", "undo", "exprt", "status", "[", '"',
    "*", "2-4 AND", "NEAR", "12,5", "-", "lead:", "naam van iemand", "é", "ｅ", "日本語 東京",
    "👩\u200d🔬", "a\u0301a", "\u00a0", "x" * 90, *PLACES,
)  # fmt: skip
HOME = ("escape",) * 4
CHANGES = (
    "3 s up enter", "3 s down down enter o m enter", "3 a g e z i e n enter", "3 d", "1 0 d", "P P",
    "2 0 d", "3 z down down t r a a g enter", "3 space down space s down enter x enter enter",
    "3 M a a l l e n enter enter", "3 e x enter", "1 e x enter", "3 L v h t o enter enter",
    "3 I o o i t enter enter", "3 l", "3 t t t d t t", "c 1 enter", "c 2 enter n", "P down enter",
    "n n i e u w down down down v enter enter enter", "3 V b e w i j s enter", "3 0 E n",
    "J down enter enter", "3 end d home d u", "N a n n a enter", "1 h down enter",
    "H down space u o m d a t enter", "u u ctrl+r", "i i n . j s o n enter enter enter",
    "x enter", "x tab enter", "3 end d 3 home R", "X n ctrl+u w i s down enter enter enter enter",
    "i i n t e r n . j s o n enter enter enter", "b down b B enter", "t", "w enter t",
    "m down enter", "3 end s down down enter enter", "2 home down enter t t",
    "1 down enter 2 down enter 3 d", "Z enter a", "Z enter n n b n a u", "Z enter r v enter enter",
    "Z enter t b e l l e n enter enter enter f", "Z enter m enter enter", "Z enter A space enter",
    "Z enter C enter", "Z down enter C enter enter", "Z down down enter e enter down enter enter",
    "Z down down enter n x enter enter S u", "Z down down enter < > t 5 enter d",
    "Z G enter w enter",
    "Z n enter 1 - 1 2 - 2 0 2 6 enter enter enter", "Z a v o down enter u", "Z r enter a enter",
)  # fmt: skip
"""What one does every day, and some of it on something else than the first row."""

LINES = "\n".join(f"regel {n}" for n in range(300))

_texts = st.sampled_from((*WORDS, *WORDS, *TEXTS)) | st.text(max_size=8)
_BY_KIND: dict[str, st.SearchStrategy[Step]] = {
    "press": st.sampled_from((*BOUND, *OTHER)).map(lambda name: Keys((name,))),
    "likely": st.sampled_from(LIKELY).map(lambda name: Keys((name,))),
    "do": st.builds(Do, st.integers(0, 200)),
    "typed": _texts.map(lambda text: Keys(tuple(map(_key, text)))),
    "went": st.sampled_from(WAYS).map(lambda way: Keys(way.keys)),
    "changed": st.sampled_from(CHANGES).map(lambda names: Keys((*HOME, *names.split()))),
    "clicked": st.builds(Clicked, st.integers(0, 99), st.integers(0, 99)),
    "back": st.just(TakenBack()),
    "pasted": st.sampled_from((NASTY, LINES, *TEXTS)).map(Pasted),
    "resized": st.builds(Resized, st.integers(40, 200), st.integers(12, 60)),
    "elsewhere": st.builds(Elsewhere, st.integers(0, 5)),
    "waited": st.just(Waited()),
    "restarted": st.just(Restarted()),
}
_OFTEN = {
    "press": 12,
    "likely": 14,
    "do": 6,
    "typed": 4,
    "went": 2,
    "changed": 4,
    "clicked": 3,
    "back": 4,
    "resized": 2,
}


def _key(letter: str) -> str:
    """The name of the key that types a letter."""
    named = keymap.NAMES.get(letter) or {"\n": "enter", "\t": "tab"}.get(letter)
    if named or letter.isalnum():
        return named or letter
    called = re.sub("[- ]", "_", unicodedata.name(letter, letter).lower())
    return KEY_NAME_REPLACEMENTS.get(called, called)


@st.composite
def _step(draw: st.DrawFn) -> Step:
    """Some kinds more often than others."""
    kind = draw(st.sampled_from([kind for kind in _BY_KIND for _ in range(_OFTEN.get(kind, 1))]))
    return draw(_BY_KIND[kind])


GAMES = st.builds(
    Game,
    world=st.sampled_from([name for name in WORLDS for _ in range(1 if name == "many" else 3)]),
    odd=st.integers(0, 60).map(lambda n: max(n - 30, 0)),
    size=st.sampled_from(SIZES) | st.tuples(st.integers(40, 200), st.integers(12, 60)),
    lang=st.sampled_from(["nl", "nl", "en"]),
    steps=st.lists(_step(), min_size=STEPS // 4, max_size=STEPS * 2),
)
