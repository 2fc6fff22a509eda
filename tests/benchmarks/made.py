"""Made-up agreements by the thousand, with about twenty field values each."""

from collections.abc import Iterator
from pathlib import Path

from storage.acts import Act, Setting, make_act
from storage.store import Store

AT = "2014-10-07T09:12:03.120Z"
ARRANGEMENT = "oost-2014-2016"
FIELDS_EACH = 20

_TERM = {
    "phrase": "voor de zomer", "from": None, "to": "2014-06-30", "precision": "season",
    "nature": "once", "every": None, "trigger": None,
}  # fmt: skip


def agreement(number: int) -> str:
    return f"agreements/{number:016x}"


def acts(count: int) -> Iterator[Act]:
    """One act for each agreement, adding it whole."""
    for number in range(count):
        values = {
            "life": "live",
            "code": f"OOST-3-TWE-{number:06d}",
            "title": f"Afspraak {number} over techniek",
            "text": f"Het Platform helpt school {number % 997} met een plan voor techniek.",
            "kind": "commitment",
            "part": "3",
            "status": "open",
            "goal": "meer leerlingen in de techniek",
            "reading": "zo lezen wij het",
            "term": _TERM,
            "source": {"document": ARRANGEMENT, "locator": "3.twente.b1"},
            "condition": None,
            "signal": None,
            "regions/twente": True,
            "regions/zwolle": True,
            "programmes/jet-net": True,
            "programmes/technet": True,
            "parties/lead/platform": True,
            "parties/recipient/regio-twente": True,
            "also_at/2.twente.b1": True,
        }
        said = [Setting(agreement(number), field, value, ()) for field, value in values.items()]
        yield make_act(at=AT, by="b" * 16, device="d" * 16, seq=number + 1, set=said)


def store(path: Path, count: int) -> Store:
    """A new file with that many agreements, opened."""
    Store.create(path, ARRANGEMENT, acts(count))
    return Store(path)


def edits(count: int, spread: int, round_: int) -> list[Act]:
    """New acts by someone else on agreements that exist, one field each, on the first acts."""
    first = [act.id for act in acts(count)]
    return [
        make_act(
            at="2014-11-07T09:12:03.120Z",
            by="c" * 16,
            device=f"e{round_:015d}",
            seq=number + 1,
            set=[
                Setting(
                    agreement(number * spread),
                    "title",
                    f"Anders {round_}",
                    (first[number * spread],),
                )
            ],
        )
        for number in range(count // spread)
    ]
