"""The rules by which agreements come on an agenda."""

from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from tui.screens.meetings.agenda_rules import agenda_rules, found_by_rules


@pytest.mark.parametrize("code", ["soon", "changed"])
def test_a_search_of_ones_own_keeps_its_place_among_the_rules(db: Path, code: str) -> None:
    with closing(Store.open(db, "Jan")) as store:
        assert "2027-05-01" in agenda_rules(store, "2027-05-01", "2027-05-01")[code].query
        name = store.filters.ready("nl")[code].name
        store.add("searches", {"name": name, "query": "regio:twente"})
        rule = agenda_rules(store, "2027-05-01", "2027-05-01")[code]
        assert (rule.query, rule.why) == ("regio:twente", name)
        assert {why for _, why in found_by_rules(store, [rule])} == {name}


def test_why_an_agreement_is_on_the_agenda_leaves_out_that_it_is_open(db: Path) -> None:
    with closing(Store.open(db, "Jan")) as store:
        rule = agenda_rules(store, None, None)["no_term"]
        assert rule.why == "open, zonder termijn"
        assert {why for _, why in found_by_rules(store, [rule])} == {"zonder termijn"}
