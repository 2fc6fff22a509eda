"""What is looked for: each word in the forms in which it counts as found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

How = Literal[
    "exact", "begun", "stem", "compound", "joined", "abbreviation", "synonym", "corrected"
]
COST: dict[How, int] = {
    "exact": 0, "begun": 1, "corrected": 1, "stem": 2, "joined": 3, "abbreviation": 3,
    "compound": 4, "synonym": 4,
}  # fmt: skip
"""How far each is from what was typed; errors of typing count apart."""
WORDED = "{code title names body}"


class WordForm(NamedTuple):
    """A word, or several side by side, that counts as what was typed; an ``open`` one also as the
    beginning of a word."""

    words: tuple[str, ...]
    how: How = "exact"
    errors: int = 0
    open: bool = False

    @property
    def fts(self) -> str:
        """As FTS5 takes it."""
        return '"' + " ".join(self.words) + '"' + "*" * self.open


class LinkedRecord(NamedTuple):
    """A record that the words were found in, through which what points at it is found."""

    record: str
    type: str
    is_party: bool
    """Whether they stand in the name of a party or region, and not in what only bears on it."""
    text: str
    form: WordForm


@dataclass(eq=False)
class Term:
    """One word that was typed; ``links`` are what it was found in that others point at."""

    typed: str
    forms: list[WordForm] = field(default_factory=list)
    links: dict[str, LinkedRecord] = field(default_factory=dict)

    def fts(self, *, literal: bool = False) -> str:
        """Its forms as FTS5 takes them; "" where it has none."""
        forms = (one for one in self.forms if not literal or one.how in ("exact", "begun"))
        return " OR ".join(dict.fromkeys(one.fts for one in forms))

    def fts_links(self, *, parties: bool) -> str:
        """The tokens of what points at what it was found in."""
        found = (token for token, one in self.links.items() if one.is_party or not parties)
        return " OR ".join(found)


Way = tuple[Term, ...]


@dataclass(eq=False)
class Unit:
    """A word, or words that belong together, with the ways in which they count as found: all terms
    of one of them stand there."""

    typed: str
    ways: list[Way]
    many: int = 1
    """How many words that were typed it stands for."""

    @property
    def terms(self) -> Iterator[Term]:
        return (term for way in self.ways for term in way)


class SearchPlan(NamedTuple):
    """All that is looked for, and what must not be there; ``whole`` is all that was typed."""

    units: Sequence[Unit]
    unwanted: Sequence[Term]
    whole: str


def title_begun(plan: SearchPlan) -> str:
    """What FTS5 is asked for titles that begin with what was typed; "" where nothing was."""
    return plan.whole and f'{{title}} : ^"{plan.whole}"'


def in_title(units: Sequence[Unit], *, literal: bool) -> str:
    """What FTS5 is asked for titles and codes in which all of it stands; "" where nothing can."""
    inner = _all(units, lambda term: term.fts(literal=literal))
    return inner and f"{{code title}} : ({inner})"


def anywhere(units: Sequence[Unit], columns: str = WORDED, *, parties: bool = False) -> str:
    """A question to FTS5: the records in which all units stand, or in what they point at."""

    def of_term(term: Term) -> str:
        words, links = term.fts(), term.fts_links(parties=parties)
        parts = [f"{columns} : ({words})"] if words else []
        return " OR ".join(parts + ([f"{{links}} : ({links})"] if links else []))

    return _all(units, of_term)


def without_terms(found: str, unwanted: Sequence[Term]) -> str:
    """The question ``found``, without the records in which one of the unwanted words stands."""
    parts = [f"({WORDED} : ({term.fts()}))" for term in unwanted if term.forms]
    return " NOT ".join([f"({found})", *parts]) if parts else found


def _all(units: Sequence[Unit], of_term: Callable[[Term], str]) -> str:
    found = []
    for unit in units:
        ways = []
        for way in unit.ways:
            parts = [of_term(term) for term in way]
            if all(parts):
                ways.append(" AND ".join(f"({part})" for part in parts))
        if not ways:
            return ""
        found.append(" OR ".join(f"({way})" for way in ways))
    return " AND ".join(f"({part})" for part in found)
