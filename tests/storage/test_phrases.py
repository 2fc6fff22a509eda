"""Terms as people say them, and what we read into them."""

import ast
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import storage.phrases
from storage.phrases import Interpretation, Meeting, read_phrase
from storage.phrases.conventions import NO_DATE, SEASONS, STANDING
from storage.records.validation import checked

TODAY = date(2014, 10, 7)
MET = Meeting("Liaisonoverleg Oost", date(2014, 11, 3))

# phrase, from, to, precision; a "~" after the phrase: the year, or the day counted from, is ours
DAYS = """
voor de zomer van 2014 | - | 2014-06-30 | season
Vóór de zomer van 2014. | - | 2014-06-30 | season
voor de zomer ~ | - | 2015-06-30 | season
voor de zomervakantie ~ | - | 2015-06-30 | season
voor de zomer van volgend jaar ~ | - | 2015-06-30 | season
vóór najaar 2015 | - | 2015-08-31 | season
na de zomer van 2015 | 2015-09-01 | - | season
in de zomer van 2015 | 2015-07-01 | 2015-08-31 | season
najaar 2015 | 2015-09-01 | 2015-11-30 | season
komend voorjaar ~ | 2015-03-01 | 2015-05-31 | season
winter 2014 | 2014-12-01 | 2015-02-28 | season
winter 2015-2016 | 2015-12-01 | 2016-02-29 | season
eind zomer 2015 | 2015-08-01 | 2015-08-31 | month
eind Q3 ~ | 2015-09-01 | 2015-09-30 | month
eind Q4 ~ | 2014-12-01 | 2014-12-31 | month
uiterlijk eind Q1 2016 | - | 2016-03-31 | month
Q3 2015 | 2015-07-01 | 2015-09-30 | quarter
2015-Q3 | 2015-07-01 | 2015-09-30 | quarter
eerste kwartaal 2015 | 2015-01-01 | 2015-03-31 | quarter
in het 4e kwartaal van 2015 | 2015-10-01 | 2015-12-31 | quarter
dit kwartaal ~ | 2014-10-01 | 2014-12-31 | quarter
tweede helft van 2015 | 2015-07-01 | 2015-12-31 | season
begin 2015 | 2015-01-01 | 2015-03-31 | quarter
medio 2015 | 2015-06-01 | 2015-07-31 | season
eind 2015 | 2015-10-01 | 2015-12-31 | quarter
voor eind 2015 | - | 2015-12-31 | quarter
voor het eind van het jaar ~ | - | 2014-12-31 | quarter
eind volgend jaar ~ | 2015-10-01 | 2015-12-31 | quarter
in 2015 | 2015-01-01 | 2015-12-31 | year
vóór 2015 | - | 2014-12-31 | year
jaarplan van 2015 | 2015-01-01 | 2015-12-31 | year
vanaf 2015 | 2015-01-01 | - | year
tot en met 2016 | - | 2016-12-31 | year
2014-2016 | 2014-01-01 | 2016-12-31 | year
in 2014 en 2015 | 2014-01-01 | 2015-12-31 | year
schooljaar 2014-2015 | 2014-08-01 | 2015-07-31 | year
dit jaar ~ | 2014-01-01 | 2014-12-31 | year
voor 1 juli ~ | - | 2015-06-30 | day
voor 1 juli 2015 | - | 2015-06-30 | day
uiterlijk 1 juli 2015 | - | 2015-07-01 | day
t/m 1-7-2015 | - | 2015-07-01 | day
tot 1 juli 2015 | - | 2015-06-30 | day
per 1 januari 2015 | 2015-01-01 | - | day
met ingang van 1 januari ~ | 2015-01-01 | - | day
op 6 februari 2015 | 2015-02-06 | 2015-02-06 | day
6 feb. 2015 | 2015-02-06 | 2015-02-06 | day
2015-02-06 | 2015-02-06 | 2015-02-06 | day
29 februari ~ | 2016-02-29 | 2016-02-29 | day
voor de kerst ~ | - | 2014-12-24 | day
morgen ~ | 2014-10-08 | 2014-10-08 | day
week 23 van 2015 | 2015-06-01 | 2015-06-07 | day
volgende week ~ | 2014-10-13 | 2014-10-19 | day
binnen 2 weken ~ | - | 2014-10-21 | day
over drie maanden ~ | 2015-01-07 | 2015-01-07 | day
in maart 2015 | 2015-03-01 | 2015-03-31 | month
voor maart 2015 | - | 2015-02-28 | month
begin maart 2015 | 2015-03-01 | 2015-03-10 | month
eind februari 2016 | 2016-02-21 | 2016-02-29 | month
volgende maand ~ | 2014-11-01 | 2014-11-30 | month
tussen 1 maart en 1 mei 2015 | 2015-03-01 | 2015-05-01 | day
tussen 1 en 15 maart 2015 | 2015-03-01 | 2015-03-15 | day
tussen november en februari ~ | 2014-11-01 | 2015-02-28 | month
van 1 maart tot 1 mei 2015 | 2015-03-01 | 2015-04-30 | day
van maart tot en met mei 2015 | 2015-03-01 | 2015-05-31 | month
before summer 2015 | - | 2015-06-30 | season
end of Q3 ~ | 2015-09-01 | 2015-09-30 | month
by 1 July 2015 | - | 2015-07-01 | day
mid-2015 | 2015-06-01 | 2015-07-31 | season
within three weeks ~ | - | 2014-10-28 | day
gisteren ~ | 2014-10-06 | 2014-10-06 | day
eergisteren ~ | 2014-10-05 | 2014-10-05 | day
vorige week ~ | 2014-09-29 | 2014-10-05 | day
afgelopen maand ~ | 2014-09-01 | 2014-09-30 | month
vorig kwartaal ~ | 2014-07-01 | 2014-09-30 | quarter
eind vorig jaar ~ | 2013-10-01 | 2013-12-31 | quarter
zomer van vorig jaar ~ | 2013-07-01 | 2013-08-31 | season
sinds vorige week ~ | 2014-09-29 | - | day
drie dagen geleden ~ | 2014-10-04 | 2014-10-04 | day
2 maanden geleden ~ | 2014-08-07 | 2014-08-07 | day
afgelopen dinsdag ~ | 2014-09-30 | 2014-09-30 | day
vorige maandag ~ | 2014-10-06 | 2014-10-06 | day
last week ~ | 2014-09-29 | 2014-10-05 | day
last friday ~ | 2014-10-03 | 2014-10-03 | day
a year ago ~ | 2013-10-07 | 2013-10-07 | day
"""
RHYTHMS = {
    "elk jaar": "jaar", "jaarlijks": "jaar", "ieder kwartaal": "kwartaal", "per maand": "maand",
    "twee keer per jaar": "half jaar", "2x per jaar": "half jaar", "tweemaal per jaar": "half jaar",
    "vier keer per jaar": "kwartaal", "één keer per maand": "maand", "om de twee jaar": "2 jaar",
    "elke 6 weken": "6 weken", "eens per twee weken": "2 weken", "bij elk overleg": "overleg",
    "twice a year": "half jaar", "every month": "maand",
}  # fmt: skip
NOT_READ = (
    "", "   ", "voor 2015", "voor schooljaar 2014-2015", "31 juni 2015", "rond de zomer",
    "ooit", "na overleg met de regio", "vijf keer per jaar",
    "tussen 1 mei en 1 maart van elk jaar", "van 2016 tot en met 2014", "week 60 van 2015",
    "32-13-2015", "in het komende jaar wellicht", "voor de", "x" * 500, "5 maart 9999",
    "de zomer van", "medio zomer 2015", "the summer of our discontent",
)  # fmt: skip


def table() -> list[tuple[str, str | None, str | None, str, bool]]:
    found = []
    for line in DAYS.strip().splitlines():
        phrase, start, end, precision = (part.strip() for part in line.split("|"))
        bare = phrase.removesuffix(" ~")
        found.append((
            bare, *(None if day == "-" else day for day in (start, end)), precision, bare != phrase
        ))  # fmt: skip
    return found


@pytest.mark.parametrize(("phrase", "start", "end", "precision", "ours"), table())
def test_days(phrase: str, start: str | None, end: str | None, precision: str, ours: bool) -> None:
    found = read_phrase(phrase, TODAY)
    assert found is not None
    assert (found.start, found.end, found.precision) == (start, end, precision)
    assert (found.nature, found.every, found.trigger) == ("once", None, None)
    assert bool(found.assumed) == ours


@pytest.mark.parametrize(("phrase", "every"), RHYTHMS.items())
def test_rhythms(phrase: str, every: str) -> None:
    assert read_phrase(phrase, TODAY) == Interpretation(nature="recurring", every=every)


def test_a_rhythm_may_say_until_when() -> None:
    assert read_phrase("elk jaar tot en met 2016", TODAY) == Interpretation(
        end="2016-12-31", precision="year", nature="recurring", every="jaar"
    )


@pytest.mark.parametrize("phrase", NOT_READ)
def test_what_is_not_understood_whole_is_not_read(phrase: str) -> None:
    assert read_phrase(phrase, TODAY) is None


@pytest.mark.parametrize(
    "phrase",
    ["per direct", "Zo spoedig mogelijk", "z.s.m.", "de komende periode", "as soon as possible"],
)
def test_no_date_says_nothing_of_the_rest(phrase: str) -> None:
    found = read_phrase(phrase, TODAY)
    assert found == Interpretation()
    assert found.keys == {"from": None, "to": None, "precision": "none"}


@pytest.mark.parametrize("phrase", ["doorlopend", "Structureel", "ongoing"])
def test_standing(phrase: str) -> None:
    assert read_phrase(phrase, TODAY) == Interpretation(nature="standing")


@pytest.mark.parametrize(
    ("phrase", "trigger"),
    [
        ("zodra er een coördinator is", "er een coördinator is"),
        ("Zodra  De Regio tekent", "De Regio tekent"),
        ("nadat het besluit is genomen", "nadat het besluit is genomen"),
        ("as soon as there is a coordinator", "there is a coordinator"),
    ],
)
def test_triggers_keep_the_words_that_were_said(phrase: str, trigger: str) -> None:
    assert read_phrase(phrase, TODAY) == Interpretation(nature="once", trigger=trigger)


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("2 weken na het overleg", "2014-11-17", "2014-11-17"),
        ("binnen twee weken na het overleg", None, "2014-11-17"),
        ("een maand voor het liaisonoverleg", "2014-10-03", "2014-10-03"),
        ("voor het volgende overleg", None, "2014-11-02"),
        ("bij het eerstvolgende liaisonoverleg", "2014-11-03", "2014-11-03"),
        ("na het overleg", "2014-11-04", None),
        ("2 weeks after the meeting", "2014-11-17", "2014-11-17"),
    ],
)
def test_around_the_one_meeting_that_it_must_be(phrase: str, start: str, end: str) -> None:
    past = Meeting("Liaisonoverleg Oost", date(2014, 3, 1))
    found = read_phrase(phrase, TODAY, [past, MET])
    assert found == Interpretation(start, end, "day", "once")


@pytest.mark.parametrize(
    "meetings",
    [
        [],
        [Meeting("Liaisonoverleg", date(2014, 9, 1))],
        [MET, Meeting("Bestuurlijk overleg", date(2014, 12, 1))],
    ],
)
def test_an_unknown_or_ambiguous_meeting_makes_a_trigger(meetings: list[Meeting]) -> None:
    found = read_phrase("2 weken na het overleg", TODAY, meetings)
    assert found == Interpretation(nature="once", trigger="2 weken na het overleg")


def test_a_meeting_named_is_not_another_one() -> None:
    found = read_phrase("2 weken na het bestuursoverleg", TODAY, [MET])
    assert found == Interpretation(nature="once", trigger="2 weken na het bestuursoverleg")


def test_the_nearest_coming_year() -> None:
    assert read_phrase("voor de zomer", date(2014, 6, 30)).end == "2014-06-30"  # type: ignore[union-attr]
    assert read_phrase("voor de zomer", date(2014, 7, 1)).end == "2015-06-30"  # type: ignore[union-attr]


def test_it_knows_no_clock() -> None:
    folder = Path(storage.phrases.__file__).parent
    calls = {
        node.attr
        for file in folder.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    assert not calls & {"today", "now", "utcnow", "time"}


SOME = (
    "voor vóór tot en met na in tussen van de het eind begin medio half zomer najaar winter Q1 q4 "
    "kwartaal eerste tweede helft 2014 2015 2016 '15 1 29 31 februari mrt juli week 53 jaar maand "
    "dit volgend elke twee keer per weken overleg binnen over zodra schooljaar kerst - / t/m "
    "2014-2015 1-7-2015 2015-02-29 before summer end of by gisteren vorige vorig afgelopen maandag "
    "geleden dagen last ago gereed of rond bij met Pasen kerstvakantie Prinsjesdag 2027/2028 om "
    "start jaarlijks tussen anderhalf maandag"
)
WORDS = st.sampled_from(SOME.split())
PHRASES = st.one_of(st.text(), st.lists(WORDS, max_size=8).map(" ".join))
YEARS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(PHRASES, YEARS)
def test_whatever_is_said_gives_a_term_that_can_be_kept_or_nothing(said: str, today: date) -> None:
    found = read_phrase(said, today, [MET])
    assert found == read_phrase(said, today, [MET])
    if found is None:
        return
    kept = {key: value for key, value in found.keys.items() if value is not None}
    term = checked("agreements/", "term", {"phrase": said, **kept})
    assert isinstance(term, dict)
    assert (found.precision == "none") == (found.start is None and found.end is None)
    if found.nature == "recurring":
        assert found.every


@given(PHRASES, YEARS)
def test_case_and_blanks_make_no_difference(said: str, today: date) -> None:
    def days(text: str) -> object:
        found = read_phrase(text, today)
        return found and found._replace(trigger=None)

    assert days(said) == days(f"  {said} ")
    if said.isascii():
        assert days(said) == days(said.upper())


@given(st.sampled_from(sorted(SEASONS)), st.dates(date(2000, 1, 1), date(2099, 1, 1)))
def test_what_has_no_year_is_never_past(season: str, today: date) -> None:
    for word in ("voor", "in", "na", "uiterlijk"):
        found = read_phrase(f"{word} de {season}", today)
        assert found is not None
        assert (found.end or found.start or "") >= today.isoformat()
        assert found.assumed == "year"


def test_the_lists_are_written_as_they_are_compared() -> None:
    assert all(read_phrase(phrase, TODAY) is not None for phrase in NO_DATE | STANDING)
