"""Where in a record the forms of words stand."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from storage.search.folding import fold_lines, split_folded
from storage.search.search_plan import COST, SearchPlan, Term, Unit, WordForm

CODE, TITLE, NAMES, PARTIES, TEXT, PASSAGE = range(6)
"""The fields in the order in which a hit in them counts."""
OTHERWISE = ("abbreviation", "synonym")
FAR = 1000  # words between words that stand in different fields


class Line(NamedTuple):
    """One text of a record: how its field counts, and what the field is called."""

    rank: int
    field: str
    text: str


class Place(NamedTuple):
    """Where a term stands: the form, how its field counts, in which line and at which word."""

    form: WordForm
    rank: int
    line: int
    word: int


Places = dict[Term, list[Place]]


class Match(NamedTuple):
    """How one record answers a plan: for each unit the places of its best way, none where it does
    not stand there; ``called`` says that it is called exactly what was typed."""

    units: tuple[tuple[Place, ...], ...]
    called: bool
    found: int
    errors: int
    field: int
    near: int
    exact: int


class Matcher:
    """Looks for the words of one plan in one record after the other."""

    def __init__(self, plan: SearchPlan) -> None:
        self.plan = plan
        self._whole = plan.whole
        self._terms = [*dict.fromkeys(term for unit in plan.units for term in unit.terms)]
        self._first: dict[str, list[tuple[Term, WordForm]]] = {}
        self._open: list[tuple[Term, WordForm]] = []
        for term in self._terms:
            for form in term.forms:
                if form.open:
                    self._open.append((term, form))
                self._first.setdefault(form.words[0], []).append((term, form))

    def match(self, lines: Sequence[Line], links: Collection[str]) -> Match:
        """How a record with these lines, and tokens of what it points at, answers."""
        places: Places = {}
        called = False
        folded = fold_lines([line.text for line in lines])
        there = [word for word in self._first if word in folded]
        for number, text in enumerate(folded.split("\n")):
            if here := [word for word in there if word in text]:
                line, words = lines[number], split_folded(text)
                called = called or self._is_called(line, words)
                self._find(here, line, number, words, places)
        for term in self._terms:
            if term.links.keys().isdisjoint(links):
                continue
            for token, one in term.links.items():
                if token in links:
                    rank = PARTIES if one.is_party else PASSAGE
                    places.setdefault(term, []).append(Place(one.form, rank, -1, 0))
        best = [_best_way(unit, places) for unit in self.plan.units]
        found = [one for one in best if one]
        return Match(
            tuple(best),
            called,
            sum(unit.many for unit, some in zip(self.plan.units, best, strict=True) if some),
            sum(place.form.errors for some in found for place in some),
            sum(max(place.rank for place in some) for some in found),
            _nearness(self.plan.units, best),
            sum(max(COST[place.form.how] for place in some) for some in found),
        )

    def _find(
        self, here: Sequence[str], line: Line, number: int, words: list[str], places: Places
    ) -> None:
        """Where in a line the forms stand that begin with one of these words."""
        for word in here:
            for at in _each(words, word):
                for term, form in self._first[word]:
                    size = len(form.words)
                    if size == 1 or tuple(words[at : at + size]) == form.words:
                        place = Place(form, self._rank(line, form), number, at)
                        places.setdefault(term, []).append(place)
        for term, form in self._open:
            begun = form._replace(how="begun")
            for at, word in enumerate(words):
                if word != form.words[0] and word.startswith(form.words[0]):
                    places.setdefault(term, []).append(Place(begun, line.rank, number, at))

    def _is_called(self, line: Line, words: Sequence[str]) -> bool:
        """Whether this is a code or a title that is what was typed; of a code also its end."""
        if line.rank > TITLE or not self._whole:
            return False
        name = " ".join(words)
        return name == self._whole or (line.rank == CODE and name.endswith(f" {self._whole}"))

    def _rank(self, line: Line, form: WordForm) -> int:
        """How a hit in a line counts: a number alone, or another word for one, is no code."""
        if line.rank != CODE:
            return line.rank
        alone = len(self.plan.units) == 1 and form.words[0].isdigit()
        return TEXT if alone or form.how in OTHERWISE else CODE


def _each(words: list[str], word: str) -> Iterator[int]:
    """Every place of a word among words."""
    at = -1
    for _ in range(words.count(word)):
        at = words.index(word, at + 1)
        yield at


def _best_way(unit: Unit, places: Places) -> tuple[Place, ...]:
    """The places of the way in which a unit stands best: as it was typed, if it does so in the
    record itself."""
    ways = [
        tuple(min(places[term], key=_goodness) for term in way)
        for way in unit.ways
        if all(term in places for term in way)
    ]
    own = [way for way in ways if way[0].form.how not in OTHERWISE and way[0].line >= 0]
    return min(own or ways, key=lambda way: max(map(_goodness, way)), default=())


def _goodness(place: Place) -> tuple[int, int, int, int, int]:
    return place.form.errors, place.rank, COST[place.form.how], place.line, place.word


def _nearness(units: Sequence[Unit], best: Sequence[Sequence[Place]]) -> int:
    """How many words lie from the first to the last, where all stand in one line; else far. Words
    that something else was found for do not stand near each other."""
    pairs = [(unit, some) for unit, some in zip(units, best, strict=True) if some]
    chosen = [place for _, some in pairs for place in some]
    if len({place.line for place in chosen}) > 1 or any(
        unit.many > 1 and some[0].form.how in OTHERWISE for unit, some in pairs
    ):
        return FAR
    if len(chosen) < 2:
        return 0
    at = [place.word for place in chosen]
    return FAR if chosen[0].line < 0 else max(at) - min(at)
