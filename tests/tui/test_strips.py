"""The strip of progress: signs one can count, or one for some, and what it stands for in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.views.arrangement_counts import PlaceCount
from storage.views.progress_count import ProgressCount
from tui.draw import signs
from tui.draw.progress_strip import progress_strip, scale_for, strip_counts
from tui.draw.spans import width_of
from tui.rows.place_rows import place_rows

KINDS = ("met", "partly_met", "in_progress", "open", "on_hold", "lapsed")
counts = st.lists(st.integers(1, 3000), min_size=1, max_size=6).map(
    lambda found: [(signs.STATUS[KINDS[n]], one) for n, one in enumerate(found)]
)


@pytest.mark.parametrize(
    ("numbers", "room", "drawn"),
    [
        ((2, 1, 3), 40, "✓ ✓   ◕   ◐ ◐ ◐"),
        ((2, 1, 3), 12, "✓✓ ◕ ◐◐◐"),
        ((4, 1, 6), 10, "✓✓ ◕ ◐◐◐"),
        ((1000, 1, 6), 30, "✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓ ◕ ◐"),
    ],
)
def test_as_many_signs_as_fit(numbers: tuple[int, ...], room: int, drawn: str) -> None:
    far = ProgressCount(tuple(zip(KINDS, numbers, strict=False)), 0, sum(numbers), 0)
    assert "".join(span.text for span in progress_strip(strip_counts(far), room)) == drawn


@given(st.lists(counts, min_size=1, max_size=4), st.integers(11, 120))
def test_strips_with_one_scale_fit_and_leave_no_status_out(several, room: int) -> None:
    scale = scale_for(several, room)
    for found in several:
        drawn = progress_strip(found, room, scale)
        assert width_of(drawn) <= room
        for sign, n in found:
            assert sum(span == sign for span in drawn) == -(-n // scale) >= 1


@pytest.mark.parametrize(("width", "drawn"), [(60, "Twente ◐ ○ ○ 2"), (39, "Twente 2")])
def test_a_pane_with_room_has_a_strip_at_each_place(width: int, drawn: str) -> None:
    far = (("in_progress", 1), ("open", 2))
    places = [PlaceCount("t", "Twente", (), 0, 2, far), PlaceCount("f", "Food Valley", (), 0, 0)]
    first, second = place_rows(places, None)
    told = "".join(span.text for span in first.draw(width)[0])
    assert " ".join(told.split()) == drawn
    assert width_of(first.draw(width)[0]) == width_of(second.draw(width)[0])
