"""The same thing has the same number everywhere, and what is not counted is said."""

from storage.store import Store
from storage.views.agreement_list import Filter
from tests.storage.small import BOOST, VHTO


def test_pane_page_and_list_count_a_region_alike(ann: Store):
    ann.edit(BOOST, {f"related/repeats/{VHTO.partition('/')[2]}": True})
    pane = next(one.count for one in ann.lists.regions() if one.tail == "twente")
    page = ann.page("regions/twente")
    group = ann.agreements(Filter(region="twente"))[0]
    made_up = ann.lists.applying(Filter(region="twente"))
    assert made_up is not None
    assert pane == dict(page.counts)["own"] == made_up.own == len(group.rows) - group.repeats
    assert page.progress is not None
    assert (page.progress.repeats, group.repeats) == (1, 1)
    assert page.progress.total == pane
    assert sum(n for _, n in page.progress.statuses) == pane
