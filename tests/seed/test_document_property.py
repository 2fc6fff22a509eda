"""Any sequence of headings, paragraphs, items and page breaks, written out and read back."""

import re

from hypothesis import given
from hypothesis import strategies as st

from seed.document.headings import is_heading
from seed.document.numbered import numbered_passages
from seed.document.plain import pieces_of
from seed.document.profile import read_profile
from tests.seed.written import wrapped

PROFILE = read_profile("""
labels = ["Rol van het Bureau"]
[[chapters]]
key = "een"
begins = "Eerste hoofdstuk"
headings = { noord = "Noord", zuid = "Zuid en verder…" }
[[chapters]]
key = "twee"
begins = "Tweede hoofdstuk"
headings = { noord = "Noord" }
""")
HEADINGS = {"noord": "Noord:", "zuid": "Zuid en verder dan dat"}

WORDS = st.lists(
    st.sampled_from(["een", "Bureau", "mbo-scholen", "2030", "(sub)regio's", "dat", "€", "Ruimte"]),
    min_size=2,
    max_size=30,
)
SENTENCE = WORDS.map(lambda words: " ".join(["Dan", *words]) + ".")
BLOCK = st.tuples(st.sampled_from(["p", "b", "s"]), SENTENCE)
LABEL = st.just(("h2", "Rol van het Bureau:"))
PART = st.tuples(
    st.sampled_from([None, "noord", "zuid"]), st.lists(BLOCK, max_size=5), st.none() | LABEL
)
CHAPTER = st.lists(PART, max_size=3)


class Written:
    """A document that is being written, with the locators that its blocks should get."""

    def __init__(self) -> None:
        self.blocks = [("titel.h", "Titel van het stuk")]
        self.lines = ["Titel van het stuk"]
        self._counts = {"p": 0, "b": 0, "s": 0}
        self._under = ""
        self._listing = False

    def head(self, under: str, part: str, line: str) -> None:
        self._under, self._listing = under, False
        if part == "h":
            self._counts = dict.fromkeys(self._counts, 0)
        self.blocks.append((f"{under}.{part}", line))
        self.lines.append(line)

    def block(self, wanted: str, text: str, shown: str) -> None:
        kind = "b" if wanted == "s" and not self._listing else wanted
        self._listing = kind != "p"
        self._counts[kind] += 1
        if kind == "b":
            self._counts["s"] = 0
        bullet = f"b{self._counts['b']}"
        part = f"{bullet}.s{self._counts['s']}" if kind == "s" else f"{kind}{self._counts[kind]}"
        self.blocks.append((f"{self._under}.{part}", text))
        self.lines.append({"p": "", "b": "- ", "s": "    - "}[kind] + shown)


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[tuple[str, str]], str]:
    """The blocks with the locators that they should get, and the text."""
    made = Written()
    for chapter, title in (("een", "Eerste hoofdstuk"), ("twee", "Tweede hoofdstuk")):
        made.head(chapter, "h", title)
        used = {"zuid"} if chapter == "twee" else set()
        for heading, parts, label in draw(CHAPTER):
            if heading and heading not in used:
                used.add(heading)
                made.head(f"{chapter}.{heading}", "h", HEADINGS[heading])
                if label:
                    made.head(f"{chapter}.{heading}", *label)
            for kind, text in parts:
                made.block(kind, text, draw(broken(text)))
    return made.blocks, "\n\n".join(made.lines) + "\n"


@st.composite
def broken(draw: st.DrawFn, text: str) -> str:
    """A text, or one that a page breaks between two words."""
    gaps = [found.start() for found in re.finditer(" ", text)]
    gap = draw(st.none() | st.sampled_from(gaps))
    page = draw(st.sampled_from(["\n\n", "\n\f\n", "\n\n\n"]))
    return text if gap is None else text[:gap] + page + text[gap + 1 :]


def read(text: str) -> list[tuple[str, str]]:
    pieces = pieces_of(text, lambda line: is_heading(line, PROFILE))
    return [(one.locator, one.text) for one in numbered_passages(pieces, PROFILE)]


@given(documents())
def test_what_is_written_is_read(document: tuple[list[tuple[str, str]], str]) -> None:
    blocks, text = document
    assert read(text) == blocks


@given(documents(), st.integers(40, 110), st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_is_wrapped_is_read(
    document: tuple[list[tuple[str, str]], str], width: int, end: str
) -> None:
    blocks, text = document
    assert read(wrapped(text, width).replace("\n", end)) == blocks


@given(st.text(alphabet="B 1.-•\n\r\f\t:)é–", max_size=200))
def test_whatever_is_read_every_word_once_and_no_locator_twice(text: str) -> None:
    found = read(text)
    assert len({locator for locator, _ in found}) == len(found)
    said = "".join(block for _, block in found)
    assert re.findall("[Bé]", said) == re.findall("[Bé]", text)
