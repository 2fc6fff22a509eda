"""The filters of the query language, asked of a file."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storage.records.fields import TYPES
from storage.records.ids import tail_of
from storage.search.filter_names import FILTERS, FilterName
from storage.search.query_parser import parse_query
from storage.store import Store
from storage.views.agreement_list import Filter
from tests.storage.small import ARRANGEMENT, BOOST, VHTO


def listed(store: Store, text: str, type_: str = "agreements") -> list[str]:
    """The ids that a query of filters gives; both ways to ask agree."""
    asked = store.filters.whole(parse_query(text))
    assert not asked.words
    assert not asked.troubles
    assert not store.filters.troubles(asked.filters, type_)
    found = store.filters.listed(type_, asked.filters)
    passes = store.filters.passes(asked.filters)
    everything = (str(one["id"]) for one in store.records(type_) if one["life"] != "deleted")
    assert {one for one in everything if passes(one)} == {*found}
    return found


@pytest.fixture
def filled(ann: Store) -> Store:
    """The first agreement waits, is late and has actions; the second goes on all the time."""
    ann.today = date(2015, 6, 1)
    term = {"phrase": "voor 2015", "from": None, "to": "2014-12-31", "precision": "year",
            "nature": "once", "every": None, "trigger": "zodra er een coördinator is"}  # fmt: skip
    ann.edit(VHTO, {"term": term, "programmes/jet-net": True, "parties/counterparty/vhto": True})
    ann.edit(BOOST, {"term": {**term, "phrase": None, "to": None, "trigger": None,
                              "nature": "standing", "precision": "none"}})  # fmt: skip
    ann.add("searches", {"name": "Te laat in Twente", "query": "regio:twente te:laat"})
    return ann


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [VHTO, BOOST]),
        ("regio:twente", [VHTO, BOOST]),
        ("regio:TWE", [VHTO, BOOST]),
        ("programma:jet", [VHTO]),
        ("-programma:jet-net", [BOOST]),
        ("wie:PBT", [VHTO]),
        ("partij:vhto", [VHTO]),
        ("wie:vhto", []),
        ("partij:vhto rol:met", [VHTO]),
        ("partij:vhto rol:trekker", []),
        ("rol:trekker", [VHTO]),
        ("zonder:trekker", [BOOST]),
        ("zonder:programma", [BOOST]),
        ("zonder:termijn", []),
        ("voor:2015", [VHTO]),
        ("voor:2014", []),
        ("uiterlijk:2014-12-31", [VHTO]),
        ("na:2013", [VHTO]),
        ("te:laat", [VHTO]),
        ("-te:laat", [BOOST]),
        ("is:verlopen", [VHTO]),
        ("is:doorlopend", [BOOST]),
        ("wacht:ja", [VHTO]),
        ("wacht:gebeurtenis", [VHTO]),
        ("wacht:iemand", []),
        ("status:openstaand soort:vast", [VHTO, BOOST]),
        ("status:vervallen", []),
        ("gewijzigd:2020-01-01", [VHTO, BOOST]),
        ("gewijzigd:2999-01-01", []),
        ("is:open -is:conflict", [VHTO, BOOST]),
        ("type:afspraken", [VHTO, BOOST]),
        ("type:regio", []),
        ("zoek:laat", [VHTO]),
        ("saved:te -is:open", []),
        ("stil:1", []),
        ("uiterlijk:3m", [VHTO]),
        ("uiterlijk:3m na:1w", []),
        ("vaak:1", [VHTO, BOOST]),
        ("vaak:2", []),
        ("is:te-regelen", []),
        ('zoek:"te laat"', [VHTO]),
        ('zoek:"open, zonder trekker"', [BOOST]),
        ("zoek:waiting", [VHTO]),
        ("overleg:liaison", None),
    ],
)
def test_what_passes(filled: Store, text: str, found: list[str] | None) -> None:
    if found is None:
        (trouble,) = filled.filters.troubles(parse_query(text).filters)
        assert trouble.key == "unknown_name"
    elif text == "type:regio":
        assert [*filled.filters.types(parse_query(text).filters)] == ["regions"]
    else:
        assert listed(filled, text) == found


def test_the_lists_of_the_screen_ask_the_same(filled: Store) -> None:
    terms = parse_query("te:laat").filters
    (own, *_) = filled.agreements(Filter("twente", terms=terms))
    assert [*own.rows.ids()] == [VHTO]
    assert [place.count for place in filled.lists.regions(Filter(terms=terms))] == [1]
    assert filled.lists.programmes(Filter(terms=terms))[0].count == 1


def test_actions_are_found_at_themselves_and_at_what_they_are_about(filled: Store) -> None:
    action = filled.note(VHTO, "bellen", kind="action")
    assert listed(filled, "actie:open") == [VHTO]
    assert listed(filled, "actie:open regio:twente programma:jet", "entries") == [action]
    assert listed(filled, "actie:gedaan") == []
    assert listed(filled, "zonder:wie zonder:termijn", "entries") == [action]


def test_silent_is_what_was_not_spoken_of_since_a_body_met_so_often(filled: Store) -> None:
    days = ("2014-03-01", "2014-09-01", "2015-03-01")
    meetings = [
        filled.add("meetings", {"body": "platform", "title": f"Overleg {day}", "date": day,
                                "phase": "closed"})
        for day in days
    ]  # fmt: skip
    assert listed(filled, "stil:3") == [VHTO, BOOST]
    assert listed(filled, "stil:4") == []
    note = filled.note(VHTO, "besproken")
    filled.edit(note, {"meeting": meetings[1].partition("/")[2]})
    assert listed(filled, "stil:1") == [VHTO, BOOST]
    assert listed(filled, "stil:2") == [BOOST]
    assert listed(filled, "overleg:overleg") == [VHTO]
    assert listed(filled, "overleg:2014-09-01", "meetings") == [meetings[1]]


def test_changed_often_counts_what_people_changed(filled: Store) -> None:
    filled.edit(VHTO, {"goal": "meer vrouwen"})
    filled.edit(VHTO, {"goal": "nog meer vrouwen"})
    assert listed(filled, "vaak:3") == [VHTO]
    filled.undo()
    assert listed(filled, "vaak:3") == []


def test_a_signal_of_either_colour(filled: Store) -> None:
    filled.edit(VHTO, {"signal": {"colour": "red", "reason": "loopt vast"}})
    assert listed(filled, "signaal:oranje-of-rood") == [VHTO]
    assert listed(filled, "signaal:oranje") == []


def test_what_was_declined_and_is_asked_again(filled: Store) -> None:
    filled.edit(VHTO, {"kind": "declined"})
    assert listed(filled, 'is:"weer gevraagd"') == []
    asked = filled.note(VHTO, "vraagt er weer om", kind="request")
    assert listed(filled, "is:weer-gevraagd") == [VHTO]
    filled.delete(asked)
    assert listed(filled, "is:weer-gevraagd") == []
    filled.edit(VHTO, {"kind": "commitment"})
    filled.edit(BOOST, {"kind": "request", f"related/declines/{tail_of(VHTO)}": True})
    assert listed(filled, "is:weer-gevraagd") == [], "who declines does not ask"


def test_under_reservation_until_it_is_answered(filled: Store) -> None:
    meeting = filled.add("meetings", {"title": "Overleg", "phase": "closed"})
    open_ = {"organisation": "vhto", "until": None, "answer": None}
    item = filled.add("items", {"meeting": tail_of(meeting), "agreement": tail_of(VHTO),
                                "outcome": "as_proposed", "reservation": open_})  # fmt: skip
    assert listed(filled, "is:voorbehoud") == [VHTO]
    assert listed(filled, "is:voorbehoud", "items") == [item]
    filled.edit(item, {"reservation": {**open_, "answer": "lifted"}})
    assert listed(filled, "is:voorbehoud") == []


def test_what_is_to_be_settled(filled: Store) -> None:
    filled.delete("programmes/jet-net")
    assert listed(filled, "is:te-regelen") == [VHTO], "it names a programme that is gone"
    filled.undo()
    assert listed(filled, "is:te-regelen") == []


def test_changed_since_the_last_meeting_that_was_closed(filled: Store) -> None:
    (trouble,) = filled.filters.troubles(parse_query("gewijzigd:overleg").filters)
    assert trouble.key == "no_meeting_held"
    filled.add("meetings", {"title": "Overleg", "date": "2015-05-01", "phase": "closed"})
    assert listed(filled, "gewijzigd:overleg") == [VHTO, BOOST]
    assert listed(filled, "changed:meeting") == [VHTO, BOOST]


def test_each_ready_search_can_be_asked(filled: Store) -> None:
    filled.add("meetings", {"title": "Overleg", "date": "2015-05-01", "phase": "closed"})
    for language in ("nl", "en"):
        for code, one in filled.filters.ready(language).items():
            query = filled.filters.whole(parse_query(one.query))
            named = filled.filters.whole(parse_query(f'zoek:"{one.name}"'))
            assert query.filters == named.filters, code
            assert not filled.filters.troubles(query.filters), code
            assert filled.filters.types(query.filters), code
            hits = filled.search(one.query, 500).hits
            found = [hit.id for hit in hits if hit.type == "agreements"]
            if found or "agreements" in filled.filters.types(query.filters):
                assert found == [*filled.searcher.listed("agreements", one.query).ids], code


def test_a_saved_search_stands_in_the_place_of_a_ready_one(filled: Store) -> None:
    mine = filled.add("searches", {"name": "Lang niet besproken", "query": "stil:3"})
    assert filled.filters.ready("nl")["silent"].id == mine
    assert filled.filters.ready("en")["silent"].query == "stil:3"
    asked = filled.filters.whole(parse_query('zoek:"lang niet besproken"'))
    assert asked.filters == parse_query("stil:3").filters
    filled.delete(mine)
    assert filled.filters.ready("nl")["silent"].query == "silent:2"


@pytest.mark.parametrize(
    ("text", "key", "nearest"),
    [
        ("regio:twnete", "unknown_name", "Twente"),
        ("status:vervalen", "unknown_value", "vervallen, vervangen"),
        ("voor:nooit", "no_such_day", None),
        ("voor:2014-13", "no_such_day", None),
        ("voor:31-2-2015", "no_such_day", None),
        ("gewijzigd:ooit", "no_since", None),
        ("gewijzigd:9999j", "no_since", None),
        ("stil:veel", "no_number", None),
        ("stil:0", "no_number", None),
    ],
)
def test_what_is_not_known_is_said_with_the_nearest(
    filled: Store, text: str, key: str, nearest: str | None
) -> None:
    (trouble,) = filled.filters.troubles(parse_query(text).filters)
    assert (trouble.key, trouble.values.get("nearest")) == (key, nearest)
    assert filled.filters.listed("agreements", parse_query(text).filters) == []


def test_a_saved_search_that_is_not_known_or_names_itself(filled: Store) -> None:
    filled.add("searches", {"name": "rond", "query": "zoek:rond te:laat"})
    assert listed(filled, "zoek:rond") == [VHTO]
    filled.add("searches", {"name": "kring", "query": "zoek:weer"})
    filled.add("searches", {"name": "weer", "query": "zoek:kring"})
    for n in range(60):
        filled.add("searches", {"name": f"keten {n}", "query": f'zoek:"keten {n + 1}"'})
    for text, key in (
        ("zoek:nergens", "unknown_name"), ("-zoek:rond", "saved_excluded"),
        ("zoek:kring", "saved_asks_nothing"), ('zoek:"keten 0"', "saved_too_deep"),
    ):  # fmt: skip
        assert [one.key for one in filled.filters.whole(parse_query(text)).troubles] == [key]


@pytest.mark.parametrize("one", FILTERS, ids=lambda one: one.en)
def test_each_filter_narrows_each_type_that_it_says(filled: Store, one: FilterName) -> None:
    """And no other: that is said in a sentence."""
    for value in ["1", "twente", "platform", *(choice.code for choice in one.choices)]:
        terms = parse_query(f'{one.en}:"{value}"').filters
        for type_ in TYPES:
            filled.filters.listed(type_, terms)
            known = not filled.filters.troubles(terms)
            if known and one.kind != "search":
                troubles = filled.filters.troubles(terms, type_)
                assert bool(troubles) is not one.knows(type_, terms[0].value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("re", ["regio:"]),
        ("vhto -pro", ["-programma:"]),
        ("regio:", ["regio:Twente "]),
        ("regio:TW", ["regio:Twente "]),
        ("-regio:tw", ["-regio:Twente "]),
        ("wie:pbt", ["wie:Platform "]),
        ("status:uit", ['status:"in uitvoering" ']),
        ('status:"in u', ['status:"in uitvoering" ']),
        ("te:", ["te:laat "]),
        ("stil:", ["stil:2 ", "stil:3 ", "stil:4 ", "stil:1 "]),
        ("voor:201", ["voor:2015 ", "voor:2016 ", "voor:2014 "]),
        ("gewijzigd:2", ["gewijzigd:2w "]),
        ("zoek:in tw", []),
        ('zoek:"te l', ['zoek:"Te laat in Twente" ', 'zoek:"te laat" ']),
        ("zoek:voorb", ['zoek:"onder voorbehoud" ']),
        ("regio:twente ", []),
        ('"dag van het te', []),
        ("foo:t", []),
        ("", []),
    ],
)
def test_what_is_typed_is_completed(filled: Store, text: str, found: list[str]) -> None:
    offered = filled.filters.complete(text, len(text), "nl")
    assert [one.text for one in offered] == found
    for one in offered:
        whole = text[: one.start] + one.text
        assert not one.value or parse_query(whole).filters[-1].name == one.name


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("te laat", "te:laat"),
        ("wat is te laat in Twente?", "te:laat regio:Twente"),
        ("wie is trekker in twente", "rol:trekker regio:Twente"),
        ("trekkers van Jet-Net", "rol:trekker programma:Jet-Net"),
        ("waar is het platform trekker", "rol:trekker partij:Platform"),
        ("wat heeft het platform toegezegd", "soort:vast wie:Platform"),
        ("open acties van vhto", "actie:open partij:VHTO"),
        ("lang niet besproken", "stil:2"),
        ("te laat fonds -mbo", "fonds -mbo te:laat"),
        ("rood of oranje", 'signaal:"oranje of rood"'),
        ("status uitvoering", 'status:"in uitvoering"'),
        ("stil:1 onder voorbehoud", "stil:1 is:voorbehoud"),
        ("welke afspraken hebben geen trekker?", "zonder:trekker"),
        ("wat is al vaak gewijzigd", "vaak:3 is:open"),
        ("wat moet voor 2015", "voor:2015"),
        ("wat is nog niet afgerond", ""),
        ("niet te laat", ""),
        ("te laat of oranje", ""),
        ("open dag techniek", ""),
        ("meisjes techniek", ""),
        ("regio twente", ""),
        ('"te laat"', ""),
        ("wie is", ""),
        ("", ""),
    ],
)
def test_filters_are_offered_for_words_that_say_the_same(
    filled: Store, text: str, meant: str
) -> None:
    assert filled.searcher.meant(text, "nl") == meant
    assert not meant or parse_query(meant).filters
    offered = [one.text for one in filled.filters.complete(text, len(text), "nl")]
    assert not meant or f"{meant} " in offered


def test_a_filter_that_nothing_can_pass_says_why(filled: Store) -> None:
    def reasons(text: str) -> list[str]:
        return [one.key for one in filled.search(text, 9).reasons]

    assert reasons("stil:9") == ["met_too_seldom"]
    assert reasons("zzqq stil:9") == ["met_too_seldom"]
    assert reasons("te:laat") == reasons("zzqq te:laat") == []
    filled.edit(VHTO, {"term": None})
    assert reasons("te:laat") == []
    filled.edit(f"arrangement/{ARRANGEMENT}", {"to": "2014-12-31"})
    assert reasons("te:laat") == ["late_past_the_last_day"]
    assert reasons("te:laat stil:9") == ["late_past_the_last_day", "met_too_seldom"]


def test_whatever_is_typed_gives_an_answer(filled: Store) -> None:
    values = st.text(max_size=12) | st.sampled_from(["2w", "2014-02-30", "#9", "1e400", "½", "²"])

    @given(st.sampled_from([one.nl for one in FILTERS]), values, st.sampled_from(TYPES))
    @example("vindplaats", "\ud800", "agreements")
    @example("zoek", "\ud800", "agreements")
    @example("gewijzigd", "\0", "regions")
    @example("gewijzigd", "0001-01-01", "regions")
    @example("stil", "٣", "agreements")
    def answers(name: str, value: str, type_: str) -> None:
        text = f"{name}:{value}"
        asked = filled.filters.whole(parse_query(text))
        filled.filters.troubles(asked.filters, type_)
        filled.filters.reasons(asked.filters)
        filled.filters.listed(type_, asked.filters)
        filled.filters.complete(text, len(text), "nl")
        filled.search(text, 5)

    answers()
