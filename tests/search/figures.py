"""The figures of all contenders: as lines to read at once, and as a page of the docs."""

import platform
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.search.questions import ABSENT, DOCUMENT
from tests.search.success import ABSENT_WORDS, ALL, GOALS, Answer, Success, by_class, times
from tests.search.typing_errors import HOW_MANY

PAGE = Path(__file__).parents[2] / "docs" / "zoekkwaliteit.md"
Found = Mapping[str, list[Answer]]

DUTCH = {
    "inflection": "andere vorm van het woord", "compound": "samenstelling",
    "abbreviation": "afkorting", "synonym": "ander woord", "accent": "accent",
    "punctuation": "leesteken", "typing error, one": "een typefout",
    "typing error, two": "twee typefouten", "joined or split": "aan elkaar of los",
    "filter": "filter", "phrase": "woordgroep", "person or organisation": "persoon of organisatie",
    "vague talk": "spreektaal", ABSENT: "staat er niet", ALL: "alle vragen",
    HOW_MANY[0]: "toeval: een typefout, vanaf 6 letters",
    HOW_MANY[1]: "toeval: twee typefouten, vanaf 6 letters",
    HOW_MANY[2]: "toeval: twee typefouten, vanaf 9 letters",
    ABSENT_WORDS: "woorden die er niet staan", DOCUMENT: "woord van het document",
}  # fmt: skip

HEAD = """# Zoekkwaliteit

Hoe vaak het goede antwoord bovenaan staat, en hoe vaak bij de eerste drie. De vragen zijn vooraf
geschreven, uit het arrangement en uit hoe mensen praten, en staan met het goede antwoord in
`tests/search/`. Zij zijn in twee helften verdeeld: op de ene helft is het zoeken ingesteld, de
cijfers hieronder zijn van de andere. Wat er niet staat, is goed als er geen antwoord komt. De
typefouten uit toeval zitten in woorden van titels en namen: een letter anders, te veel, te weinig
of verwisseld.

Ernaast staan dezelfde vragen, in dezelfde meting, aan wat in de plaats kon komen: FTS5 van SQLite
zoals het is, met de woorden van `unicode61` en met `trigram` (alle woorden, en als dat niets
geeft een ervan), en `rapidfuzz` alleen, over alle tekst.

Twee fouten vergeeft het zoeken in een woord van negen letters en meer, en vanaf zeven alleen als er
iets zo heet en er verder niets op lijkt (`docs/zoeken.md`). Het doel voor twee typefouten geldt
vanaf negen letters. In kortere woorden kan het niet tegelijk met dat voor woorden die er niet
staan: vergaf het zoeken twee fouten vanaf zes letters, dan kreeg een op de zeven daarvan antwoord.

Op 30 november 2026 zijn er ook twintig vragen in spreektaal gesteld die niet in de verzameling
staan, getypt op een scherm van 80 bij 24: 15 stonden bovenaan en 17 bij de eerste drie. Na herstel
zijn de vier die misgingen daar opnieuw getypt; geteld buiten het scherm waren het er 17 en 19. Van
twintig andere, vooral buiten het scherm geteld, was bij 18 het eerste antwoord goed, en bij 19 een
van de eerste drie. In het midden stond het goede er na zes toetsen. Wie de vragen bedacht, had ook
de verzameling gemaakt.

Gemaakt met `python -m tests.search report --table` op {date}: Python {python}, SQLite {sqlite},
rapidfuzz {rapidfuzz}. `!` is minder dan het doel.
"""


def lines(found: Found) -> Iterator[str]:
    """A line for each class, and the times."""
    scores = {name: by_class(answers) for name, answers in found.items()}
    yield " " * 42 + "".join(f"{name:>18}" for name in found)
    for kind, ours in next(iter(scores.values())).items():
        cells = (f"{one[kind].first:.2f} {one[kind].third:.2f}" for one in scores.values())
        yield f"{_mark(kind, ours):1} {kind:<34}{ours.asked:>5} " + "".join(
            f"{c:>18}" for c in cells
        )
    for name, took in _took(found).items():
        yield f"  {name:<40}" + "".join(f"{one * 1000:>15.1f} ms" for one in took)


def page(found: Found) -> str:
    """All of it in Dutch, as Markdown."""
    scores = {name: by_class(answers) for name, answers in found.items()}
    names = ["wij", *[*found][1:]]
    rows = [
        "| vragen | aantal | doel | " + " | ".join(f"{one}: 1e | 1e drie" for one in names) + " |",
        "|---|--:|--:|" + "--:|--:|" * len(names),
    ]
    for kind, ours in next(iter(scores.values())).items():
        cells = [f"{one[kind].first:.2f} | {one[kind].third:.2f}" for one in scores.values()]
        goal = f"{GOALS[kind]}{_mark(kind, ours)}" if kind in GOALS else ""
        rows.append(f"| {DUTCH[kind]} | {ours.asked} | {goal} | {' | '.join(cells)} |")
    times_ = [
        "| rekentijd van een vraag | " + " | ".join(names) + " |",
        "|---|" + "--:|" * len(names),
    ]
    for name, took in _took(found).items():
        times_.append(f"| {name} | " + " | ".join(f"{one * 1000:.1f} ms" for one in took) + " |")
    head = HEAD.format(
        date=date.today(), python=platform.python_version(), sqlite=sqlite3.sqlite_version,
        rapidfuzz=version("rapidfuzz"),
    )  # fmt: skip
    return "\n".join([head, *rows, "", *times_]) + "\n"


def _mark(kind: str, ours: Success) -> str:
    return " !" if ours.third < GOALS.get(kind, 0) else ""


def _took(found: Found) -> dict[str, list[float]]:
    middle, most = zip(*map(times, found.values()), strict=True)
    return {"p50": [*middle], "p95": [*most]}
