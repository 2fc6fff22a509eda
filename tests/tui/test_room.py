"""Columns take the width that there is, and what is cut says so."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from storage.views.agreement_list import AgreementRow, Group
from tui.draw.spans import Line
from tui.rows.agreement_columns import WIDE
from tui.rows.agreement_lines import Agreements

titles = st.lists(st.sampled_from(("VHTO", "schakel", "regio", "漢字", "op")), min_size=1)
spoken = titles.map(" ".join)
found = st.builds(
    AgreementRow,
    st.uuids().map(lambda one: f"agreements/{one.hex[:16]}"),
    st.sampled_from(("OOST-2-TWE-04", "OOST-3-TWE-120-K7", "OOST-1-ALG-1")),
    spoken,
    st.sampled_from(("commitment", "request", "ambition")),
    st.sampled_from(("open", "met", None)),
    st.lists(spoken, max_size=3).map(tuple),
    st.none() | spoken,
    st.just("once"),
    st.booleans(),
    st.sampled_from((None, "amber")),
    st.booleans(),
    st.booleans(),
)


class Listed(list[AgreementRow]):
    """Rows of a group."""

    def find(self, record: str) -> int | None:
        return next((n for n, one in enumerate(self) if one.id == record), None)

    def ids(self):
        return iter(one.id for one in self)


def text(line: Line) -> str:
    return "".join(span.text for span in line)


@given(st.lists(found, min_size=1, max_size=20), st.integers(40, 240))
def test_no_column_is_cut_while_all_rows_that_show_leave_room(
    rows: Sequence[AgreementRow], width: int
) -> None:
    from tui.rows import agreement_columns as said

    listed = Agreements([Group("number", None, None, "", Listed(rows))], "")
    listed.align(0, len(rows), width)
    lines = [text(listed[n].draw(width)[0]) for n in range(len(rows))]
    parts = [said.title_cell, said.said_term, said.code_cell, *([said.lead_of] * (width >= WIDE))]
    sizes = [max(cell_len(part(row)) for row in rows) for part in parts]
    blanks = (2 if width >= WIDE else 1) * (sum(map(bool, sizes)) - 1)
    fits = sum(sizes) + blanks <= width - said.EDGES
    for row, line in zip(rows, lines, strict=True):
        assert cell_len(line) == width - 1
        whole = [part(row).replace(" ●", "") for part in parts]
        missing = [one for one in whole if one not in line]
        assert not (missing and fits), (line, missing)
        assert line.count("…") >= bool(missing), (line, missing)
        assert missing or "…" not in line
