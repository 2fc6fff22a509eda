"""Which commands are meant by what was typed: their words, other words for the same, their keys."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from storage.search.folding import fold_text
from storage.search.name_match import name_fit
from tui.commands.command import Command
from tui.locale import in_all

CLOSE = 0.75  # of the letters of a word, else it is another word
EXACT, ANYWHERE = 0, 4  # how ``fit`` says that it is the same, or stands in the middle of a word
BESIDE = 4  # what is found by another word comes after what is found by its title
FEWEST = 3  # letters that mean something there
BY_KEY, BY_LIKENESS = -1, 99  # before and after what ``fit`` says
LONGEST = 80  # letters that anyone types to find a command


class Ranked(NamedTuple):
    """A command that fits; ``other`` is the word that it was found by, "" where its title says
    that, or several words together."""

    command: Command
    other: str = ""


def ranked(commands: Sequence[Command], typed: str) -> list[Ranked]:
    """The commands that fit, the best first; all as they came where nothing was typed."""
    words = typed.strip()
    if not words:
        return [Ranked(command) for command in commands]
    if not fold_text(words[:LONGEST]):  # a sign is a key
        return [Ranked(one) for one in commands if _has_key(one, words)]
    found = [(place, n, one) for n, one in enumerate(commands) if (place := _place(one, words))]
    if not found and len(words) <= LONGEST:
        found = [(place, n, one) for n, one in enumerate(commands) if (place := _like(one, words))]
    return [Ranked(one, place[2]) for place, _, one in sorted(found, key=lambda each: each[:2])]


Place = tuple[float, float, str]
"""How well a command fits, lower is better; in what; and the word to show."""


def _place(command: Command, words: str) -> Place | None:
    if _has_key(command, words):
        return BY_KEY, 0, ""
    title, *others = _forms(command)
    by_title = name_fit(words, [title])
    found = by_title or name_fit(words, [*others, " ".join([title, *others])])
    if found is None or (found[0] == ANYWHERE and len(fold_text(words)) < FEWEST):
        return None
    how, n, form = found
    if by_title or how == EXACT:
        return how, n, "" if by_title else form
    return how + BESIDE, n, form if n < len(others) else ""


def _like(command: Command, words: str) -> Place | None:
    """How much like words of the command these are, each of them."""
    known = fold_text(" ".join(_forms(command))).split()
    unlike = 0.0
    for word in fold_text(words).split():
        near = get_close_matches(word, known, 1, CLOSE)
        if not near:
            return None
        unlike += 1 - SequenceMatcher(None, word, near[0]).ratio()
    return BY_LIKENESS, unlike, ""


def _has_key(command: Command, typed: str) -> bool:
    """A letter is another key than its capital; the name of a key is not."""
    return any(
        typed == key or (len(key) > 1 and typed.casefold() == key.casefold())
        for key in command.shown_keys()
    )


def _forms(command: Command) -> list[str]:
    """What a command is called: first its title, then its word and others for the same, also in
    other languages."""
    return list(dict.fromkeys([command.title(), command.word(), *_others(command)]))


def _others(command: Command) -> Iterator[str]:
    for kind in ("synonyms", "title", "command"):
        for said in in_all(f"{kind}.{command.id}"):
            yield from said.split(", ") if kind == "synonyms" else [said]
