"""The table of terms on the page for users is what the reader does: none read wrongly."""

from datetime import date
from pathlib import Path

import pytest

from storage.phrases import Interpretation, read_phrase
from storage.phrases.feasts import FEASTS, easter

PAGE = (Path(__file__).parents[2] / "docs" / "termijnen.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 25)
NO_READING = "niet gelezen"
ASSUMED = {"year": "eerstvolgend jaar", "today": "gerekend vanaf de peildatum", "": ""}


def rows() -> list[list[str]]:
    table = PAGE.partition("| gezegd |")[2].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


def told(found: Interpretation | None) -> list[str]:
    if found is None:
        return ["", "", "", NO_READING]
    days = [found.start or "", found.end or "", found.precision.replace("none", "")]
    if found.trigger:
        return [*days, f"wacht tot: {found.trigger}"]
    if found.nature == "recurring":
        return [*days, f"per {found.every}"]
    undated = {"standing": "doorlopend", None: "zonder datum"}.get(found.nature)
    return [*days, undated or ASSUMED[found.assumed]]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_a_row_of_the_page(row: list[str]) -> None:
    assert told(read_phrase(row[0], TODAY)) == row[1:]


def test_there_are_sixty_and_some_are_not_read() -> None:
    assert len(rows()) >= 60
    assert len({row[0] for row in rows()}) == len(rows())
    assert sum(row[-1] == NO_READING for row in rows()) >= 8


# as published: Easter Sunday, Prinsjesdag, the first and the last day of the Christmas holiday
KNOWN = """
2014 04-20 09-16 12-20 01-04
2015 04-05 09-15 12-19 01-03
2016 03-27 09-20 12-24 01-08
2019 04-21 09-17 12-21 01-05
2020 04-12 09-15 12-19 01-03
2021 04-04 09-21 12-25 01-09
2024 03-31 09-17 12-21 01-05
2025 04-20 09-16 12-20 01-04
2026 04-05 09-15 12-19 01-03
2038 04-25 09-21 12-25 01-09
"""


@pytest.mark.parametrize("line", KNOWN.split("\n")[1:-1])
def test_feasts_by_their_rule(line: str) -> None:
    year, sunday, prinsjesdag, first, last = line.split()
    assert easter(int(year)).isoformat() == f"{year}-{sunday}"
    assert FEASTS["prinsjesdag"](int(year))[0].isoformat() == f"{year}-{prinsjesdag}"
    begins, ends = FEASTS["kerstvakantie"](int(year))
    assert (begins.isoformat(), ends.isoformat()) == (f"{year}-{first}", f"{int(year) + 1}-{last}")


@pytest.mark.parametrize(
    "phrase",
    [
        "rond de kerstvakantie", "rond volgende week", "met de gemeente", "in het schooljaar",
        "schooljaar 2027/2030", "na een half jaar overleg", "elk jaar in november 2027",
        "gereed", "gereed zodra het kan", "1 mei of niet", "1 mei of 1 juni 2027",
        "na afloop van", "om de vijf minuten",
    ],
)  # fmt: skip
def test_what_looks_like_it_is_not_half_read(phrase: str) -> None:
    assert read_phrase(phrase, TODAY) is None
