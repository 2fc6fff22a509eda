"""Dates as people write them, read."""

import re
from datetime import date

import pytest

from tui.locale import use
from tui.words import dates
from tui.words.looking_back import looked_back


@pytest.mark.parametrize(
    "written",
    ["1 april 2014", "1-4-2014", "01-04-2014", "1/4/2014", "1.4.2014", "1-4-14", "2014-04-01",
     "2014/4/1", "1 apr 2014", "1 apr. 2014", " 1 APRIL 2014 ", "April 1, 2014", "1 april '14"],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_many_ways_to_write_one_day(written: str, lang: str) -> None:
    use(lang)
    assert dates.read_date(written) == "2014-04-01"


@pytest.mark.parametrize(
    ("written", "iso"),
    [("12 sept 2014", "2014-09-12"), ("3 mrt 2015", "2015-03-03"), ("3 March 2015", "2015-03-03"),
     ("29-2-2016", "2016-02-29"), ("5 mei 2016", "2016-05-05"), ("5 May 2016", "2016-05-05")],
)  # fmt: skip
def test_months_by_their_names_in_both_languages(written: str, iso: str) -> None:
    assert dates.read_date(written) == iso


def test_days_around_today() -> None:
    today = date(2014, 12, 31)
    assert dates.read_date("gisteren", today) == "2014-12-30"
    assert dates.read_date("Vandaag", today) == "2014-12-31"
    assert dates.read_date("tomorrow", today) == "2015-01-01"


@pytest.mark.parametrize(
    "written",
    ["", "april 2014", "2014", "31 juni 2014", "29-2-2015", "1 ma 2014", "voor de zomer", "0-0-0",
     "1-4-014", "1-13-2014", "१-४-२०१४", "1" * 5000, "1 4 2014 5", "99999999999999999999-1-1",
     "1-1-10000", "1 x 2014"],
)  # fmt: skip
def test_what_is_no_whole_day_is_no_date(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        dates.read_date(written)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [("1 mei 2014", "2014-05-01", "2014-05-01"), ("gisteren", "2014-10-06", "2014-10-06"),
     ("vorige week", "2014-09-29", "2014-10-05"), ("3 dagen geleden", "2014-10-04", "2014-10-04"),
     ("deze week", "2014-10-06", "2014-10-07"), ("dinsdag", "2014-09-30", "2014-09-30"),
     ("Monday", "2014-10-06", "2014-10-06"), ("mei 2014", "2014-05-01", "2014-05-31"),
     ("1 mei", "2014-05-01", "2014-05-01"), ("8 oktober", "2013-10-08", "2013-10-08"),
     ("29 februari", "2012-02-29", "2012-02-29"), ("voor de zomer", "2014-06-30", "2014-06-30"),
     ("zomer", "2014-07-01", "2014-08-31"), ("najaar", "2014-09-01", "2014-10-07"),
     ("2013", "2013-01-01", "2013-12-31"), ("eind 2015", "2015-10-01", "2015-12-31"),
     ("last month", "2014-09-01", "2014-09-30"), ("vanaf maart", "2014-03-01", "2014-03-01")],
)  # fmt: skip
def test_a_day_or_period_that_one_looks_back_to(written: str, first: str, last: str) -> None:
    assert looked_back(written, date(2014, 10, 7)) == (first, last)


@pytest.mark.parametrize("written", ["", "  ", "doorlopend", "zodra het kan", "31 juni 2014", "x"])
def test_what_names_no_day_is_nothing_to_look_back_to(written: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(written)}$"):
        looked_back(written, date(2014, 10, 7))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_shown_can_be_read(lang: str) -> None:
    use(lang)
    for month in range(1, 13):
        iso = f"2014-{month:02}-28"
        assert dates.read_date(dates.day(iso)) == iso
