"""Made-up agreements by the thousand, with about twenty field values each."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from storage.acts import Act, Setting, make_act
from storage.store import Store
from tests.benchmarks.dutch_texts import Said

AT = "2014-10-07T09:12:03.120Z"
ARRANGEMENT = "oost-2014-2016"
FIELDS_EACH = 20

REGIONS, PROGRAMMES, ORGANISATIONS = 9, 50, 40
HALF_YEARS = ("2014-06-30", "2014-12-31", "2015-06-30", "2015-12-31", "2016-06-30")
DONE = 3  # one in so many is met, none of those of region 0

GOAL, READING = "meer leerlingen in de techniek", "zo lezen wij het"
_TERM = {
    "phrase": "voor de zomer", "from": None, "precision": "season", "nature": "once",
    "every": None, "trigger": None,
}  # fmt: skip


def agreement(number: int) -> str:
    return f"agreements/{number:016x}"


def region(number: int) -> str:
    return f"regio-{number % REGIONS}"


def places() -> Iterator[Act]:
    """One act for each region, programme and organisation; region 0 lies above the others."""
    records: dict[str, dict[str, object]] = {
        f"arrangement/{ARRANGEMENT}": {"title": "Groot", "from": "2014-01-01", "to": "2016-12-31"}
    }
    for number in range(REGIONS):
        records[f"regions/{region(number)}"] = {
            "name": f"Regio {number}", "short": f"RG{chr(ord('A') + number)}",
            "kind": "subregion" if number else "landsdeel",
            **({f"parents/{region(0)}": True} if number else {}),
        }  # fmt: skip
    for number in range(PROGRAMMES):
        records[f"programmes/programma-{number}"] = {"name": f"Programma {number}"}
    for number in range(ORGANISATIONS):
        records[f"organisations/organisatie-{number}"] = {"name": f"Organisatie {number}"}
    for seq, (record, values) in enumerate(records.items(), 1):
        said = [Setting(record, *field, ()) for field in {"life": "live", **values}.items()]
        yield make_act(at=AT, by="a" * 16, device="c" * 16, seq=seq, set=said)


def plain(number: int) -> tuple[str, str]:
    """A title and a text that are nearly those of all others."""
    return (
        f"Afspraak {number} over techniek",
        f"Het Platform helpt school {number % 997} met een plan voor techniek.",
    )


def acts(count: int, said: Said = plain) -> Iterator[Act]:
    """One act for each agreement, adding it whole; they lie spread over the places."""
    for number in range(count):
        title, text = said(number)
        values = {
            "life": "live",
            "code": f"OOST-3-RG{chr(ord('A') + number % REGIONS)}-{number:06d}",
            "title": title,
            "text": text,
            "kind": "commitment",
            "part": "3",
            "status": "met" if number % DONE == DONE - 1 else "open",
            "goal": GOAL,
            "reading": READING,
            "term": {**_TERM, "to": HALF_YEARS[number % len(HALF_YEARS)]},
            "source": {"document": ARRANGEMENT, "locator": "3.twente.b1"},
            "condition": None,
            "signal": None,
            f"regions/{region(number)}": True,
            f"regions/{region(number + 1)}": True,
            f"programmes/programma-{number % PROGRAMMES}": True,
            f"programmes/programma-{(number + 7) % PROGRAMMES}": True,
            f"parties/lead/organisatie-{number % ORGANISATIONS}": True,
            f"parties/recipient/organisatie-{(number + 3) % ORGANISATIONS}": True,
            "also_at/2.twente.b1": True,
        }
        sets = [Setting(agreement(number), field, value, ()) for field, value in values.items()]
        yield make_act(at=AT, by="b" * 16, device="d" * 16, seq=number + 1, set=sets)


def store(path: Path, count: int, said: Said = plain) -> Store:
    """A new file with that many agreements, opened."""
    Store.create(path, ARRANGEMENT, chain(places(), acts(count, said)))
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
