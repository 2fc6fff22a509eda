"""From the words that were typed to what is looked for, with what the file knows of them."""

import re
import sqlite3
from collections.abc import Sequence
from itertools import pairwise

from storage.queries.search.index_rows import stands
from storage.queries.search.vocabulary import Vocabulary
from storage.search.compounds import SHORTEST, in_pieces
from storage.search.expansion import Sayings
from storage.search.folding import distinct, folded_words, has_digit
from storage.search.query import Word
from storage.search.search_plan import How, SearchPlan, Term, Unit, Way, WordForm
from storage.search.small_words import FIGURES, SMALL, VAGUE, says_nothing
from storage.views.search_hit import Note

_PARTS = re.compile(r"\d+|\D+")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")

Span = tuple[int, int]
Ways = dict[Span, list[Way]]
"""By typed words, from up to, the other ways to say them."""

ENOUGH = 200  # records with a word itself, that no more are looked for by words made of it
MOST = 16  # words that are looked for: of more the first
PART_FROM = 5  # letters of a word that another begins with
SPLIT_FROM = 8  # letters of a word that may be two


class Planner:
    """Makes one plan; ``notes`` says which words it took for others, and which it left out."""

    def __init__(
        self, connection: sqlite3.Connection, sayings: Sayings | None, *, sparing: bool = False
    ) -> None:
        """Without ``sayings`` words are taken as they were typed. ``sparing`` leaves out, as
        ``spared`` then says, words made of a word that itself stands in enough."""
        self._connection = connection
        self._sparing, self.spared = sparing, False
        self._words = Vocabulary(connection)
        self._sayings = sayings
        self.literal = sayings is None
        self.notes: list[Note] = []

    def plan(self, words: Sequence[Word]) -> SearchPlan:
        """What these words look for: of those that are nowhere nothing."""
        asked = [word for word in words if not word.excluded]
        open_end = bool(words) and not words[-1].phrase and not words[-1].excluded
        units: list[Unit] = []
        typed: list[str] = []
        for word in asked:
            parts = folded_words(_INITIALS.sub(_without_dots, word.text))
            if word.phrase:
                units += self._said(typed)
                typed = []
                if parts:
                    units.append(_alone(word.text, [WordForm(tuple(parts))], len(parts)))
            else:
                typed += parts
        units += self._said(typed, open_end=open_end)
        unwanted = [
            Term(word.text, [WordForm(tuple(parts))])
            for word in words
            if word.excluded and (parts := folded_words(word.text))
        ]
        whole = " ".join(part for word in asked for part in folded_words(word.text))
        return SearchPlan(units[:MOST], unwanted, whole)

    def _said(self, typed: Sequence[str], *, open_end: bool = False) -> list[Unit]:
        typed = distinct(typed)[:MOST]
        last = len(typed) - 1
        alone = all(map(says_nothing, typed))
        terms = [
            self._term(word, open_=open_end and n == last, counts=alone or not says_nothing(word))
            for n, word in enumerate(typed)
        ]
        units = self._units(typed, terms)
        telling = [
            (span, unit)
            for span, unit in units
            if any(not says_nothing(word) for word in typed[slice(*span)])
        ]
        found = []
        wanted = telling or units
        for (start, end), unit in wanted:
            if end - start == 1:
                self._guess(unit, open_=open_end and start == last, beside=len(wanted) > 1)
            unit.ways = [way for way in unit.ways if all(term.forms for term in way)]
            if unit.ways:
                found.append(unit)
            else:
                self.notes.append(Note("dropped", unit.typed, ""))
        return found

    def _term(self, word: str, *, open_: bool, counts: bool) -> Term:
        """A word, its other forms, and words made of it where it ``counts``."""
        term = Term(word)
        if has_digit(word):
            parts = tuple(_PARTS.findall(word))  # 40uur, groep7
            term.forms.append(WordForm((word,), open=open_))
            term.forms += [WordForm(parts, "joined")] if len(parts) > 1 and not self.literal else []
            return term
        many = self._words.count(word)
        if many:
            term.forms.append(WordForm((word,)))
        enough = self._sparing and many >= ENOUGH and len(word) >= SHORTEST
        self.spared = self.spared or (enough and counts)
        longer = counts and not enough
        if open_ and longer:
            self._add(term, self._words.beginning_with(word), "begun")
        if self.literal:
            return term
        self._add(term, [one for one in self._words.same_stem(word) if one not in SMALL], "stem")
        if word in FIGURES:
            term.forms.append(WordForm((FIGURES[word],), "synonym"))
        if len(word) >= SHORTEST and longer:
            self._add_compounds(term, is_word=many > 0)
        return term

    def _add_compounds(self, term: Term, *, is_word: bool) -> None:
        """Words made of a word; of one that stands anywhere itself no region has its name (geld,
        Gelderland)."""
        word, places = term.typed, self._sayings.places if self._sayings and is_word else ()
        found = [*self._words.ending_in(word), *self._words.beginning_with(word)]
        self._add(term, [one for one in found if one not in places], "compound")

    def _add(self, term: Term, words: Sequence[str], how: How, errors: int = 0) -> None:
        known = {form.words for form in term.forms}
        term.forms += [WordForm((word,), how, errors) for word in words if (word,) not in known]

    def _units(self, typed: Sequence[str], terms: Sequence[Term]) -> list[tuple[Span, Unit]]:
        """Each term with the ways to say it otherwise; words that belong together as one."""
        ways: Ways = {}
        if not self.literal:
            self._find_runs(typed, terms, ways)
            self._join(typed, ways)
            self._split(typed, terms, ways)
        units, at = [], 0
        while at < len(typed):
            ends = [end for start, end in ways if start == at]
            end = max([at + 1, *ends])
            parts = terms[at:end]
            telling = tuple(term for term in parts if not says_nothing(term.typed))
            own = telling or tuple(parts)
            said = " ".join(typed[at:end])
            unit = Unit(said, [own, *ways.get((at, end), ())], max(1, len(own)))
            units.append(((at, end), unit))
            at = end
        return units

    def _find_runs(self, typed: Sequence[str], terms: Sequence[Term], ways: Ways) -> None:
        assert self._sayings is not None
        forms = [
            {word, *(form.words[0] for form in term.forms if form.how in ("exact", "stem"))}
            for word, term in zip(typed, terms, strict=True)
        ]
        for run in self._sayings.runs(forms):
            said = " ".join(typed[run.start : run.end])
            for words, is_short in run.others:
                term = Term(said)
                term.forms.append(WordForm(words, "abbreviation" if is_short else "synonym"))
                if len(words) == 1:
                    self._add(term, self._words.same_stem(words[0]), "synonym")
                ways.setdefault((run.start, run.end), []).append((term,))

    def _join(self, typed: Sequence[str], ways: Ways) -> None:
        """Two words that are one somewhere, also turned and with small words between them."""
        places = [n for n, word in enumerate(typed) if not says_nothing(word)]
        pairs = {
            first + link + second: (one, other)
            for one, other in pairwise(places)
            for first, second in ((typed[one], typed[other]), (typed[other], typed[one]))
            for link in ("", "s")
        }
        for joined in self._words.known(pairs):
            one, other = pairs[joined]
            said = " ".join(typed[one : other + 1])
            term = Term(said, [WordForm((joined,), "joined")])
            ways.setdefault((one, other + 1), []).append((term,))

    def _split(self, typed: Sequence[str], terms: Sequence[Term], ways: Ways) -> None:
        """A word that is two somewhere: side by side, or apart where both are long."""
        for n, (word, term) in enumerate(zip(typed, terms, strict=True)):
            if has_digit(word):
                continue
            if len(word) >= SPLIT_FROM and (pair := self._words.split(word)):
                way = tuple(Term(part, [WordForm((part,), "joined")]) for part in pair)
                ways.setdefault((n, n + 1), []).append(way)
            elif not term.forms:
                pieces = [*in_pieces(word)]
                known = self._words.known(part for some in pieces for part in some)
                forms = (WordForm(some, "joined") for some in pieces if known.issuperset(some))
                term.forms += [form for form in forms if stands(self._connection, form)]

    def _guess(self, unit: Unit, *, open_: bool, beside: bool) -> None:
        """What a word that is nowhere may have been; also where it looks like another form of one,
        for then it is either. With other words ``beside`` it the one that it begins with counts."""
        term = unit.ways[0][0]
        word = term.typed
        sure = any(form.how != "stem" for one in unit.terms for form in one.forms)
        if self.literal or has_digit(word) or sure:
            return
        errors, found = self._words.like(word, begun=open_)
        known = {form.words[0] for form in term.forms}
        if found and not known.intersection(found) and (errors < 2 or not known):
            term.forms = [form._replace(errors=errors) for form in term.forms]
            self._add(term, found, "corrected", errors)
            self.notes.append(Note("corrected", word, found[0]))
        if term.forms:
            return
        told = [word.removesuffix(one) for one in VAGUE if word.endswith(one) and len(one) > 3]
        first = [word[:end] for end in range(len(word) - 3, PART_FROM - 1, -1)] if beside else []
        last = [word[at:] for at in range(3, len(word) - PART_FROM + 1)] if beside else []
        known = self._words.known([*told, *first, *last])
        for parts in ([*told, *first], last):
            part = next((one for one in parts if one in known), None)
            if part:
                self._add(term, [part, *self._words.same_stem(part)], "compound")


def _alone(typed: str, forms: list[WordForm], many: int) -> Unit:
    return Unit(typed, [(Term(typed, forms),)], many)


def _without_dots(initials: re.Match[str]) -> str:
    """An abbreviation as it is written without dots: h.b.o. is hbo."""
    return initials[0].replace(".", "")
