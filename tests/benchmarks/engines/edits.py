"""The same records and the same edits for every engine.

Two sides start from the same records. Each makes `EDITS` edits of a title, one record each;
`CLASHES` of those records both sides edit, with different words: the true conflicts.
"""

from collections.abc import Iterator

EDITS, CLASHES = 1000, 100
FIELD = "title"
SIDES = ("a", "b")
Edit = tuple[int, str]
"""The number of a record, and its new title."""


def record(number: int) -> dict[str, str]:
    """The eight fields of a record."""
    return {
        "life": "live",
        "code": f"OOST-3-ALG-{number:06d}",
        FIELD: f"Afspraak {number} over techniek",
        "text": f"Het Platform helpt school {number % 997} met een plan voor techniek.",
        "kind": "commitment",
        "part": "3",
        "status": "open",
        "goal": f"meer leerlingen in de techniek in klas {number % 7}",
    }


def edits(many: int, side: str, round_: int = 0) -> Iterator[Edit]:
    """The edits of one side in `many` records; in a later round on the same records again."""
    step = many // (2 * EDITS)
    for n in range(EDITS):
        number = 2 * n * step + (0 if n < CLASHES or side == "a" else step)
        yield number, f"Afspraak {number} volgens {side}, keer {round_}"


def clashes(many: int) -> list[int]:
    """The records that both sides edited."""
    return [number for number, _ in edits(many, "a")][:CLASHES]


def visible(shown: dict[int, str]) -> int:
    """In how many of these records what is shown has the words of both sides in it."""
    return sum(all(f"volgens {side}" in text for side in SIDES) for text in shown.values())
