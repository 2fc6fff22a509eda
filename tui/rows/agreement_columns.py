"""How wide the columns of a list of agreements are: as wide as the rows that show ask for."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len

from storage.views.agreement_list import AgreementRow
from tui.draw import signs
from tui.draw.spans import clean
from tui.draw.text_signs import late
from tui.words.record_words import short_code, term_of

WIDE = 80  # from which who leads it has a column
LEAD, TERM, CODE = 10, 10, 6  # what a column has at least, if it asks for it
EDGES = 4  # bar, gutter and blank before the text, air behind it


class ListColumns(NamedTuple):
    """The cells of each column; ``lead`` is 0 where it has none, ``gap`` stands between two."""

    title: int
    lead: int
    term: int
    code: int
    gap: int


def list_columns(shown: Iterable[AgreementRow], width: int) -> ListColumns:
    """The columns in which no text is cut, if there are any: else who leads it and the term give
    way to the title."""
    rows = [*shown]
    wide = width >= WIDE
    title, lead, term, code = (
        max((cell_len(said(row)) for row in rows), default=0)
        for said in (title_cell, lead_of, said_term, code_cell)
    )
    code = max(code, CODE)
    blanks = 2 if wide else 1
    lead = lead if wide else 0
    parts = 2 + bool(lead) + bool(term)
    room = width - EDGES - code - blanks * (parts - 1)
    least_lead, least_term = min(lead, LEAD), min(term, TERM)
    spare = max(room - title - least_lead - least_term, 0)
    if lead - least_lead <= term - least_term:  # the one that asks least is whole first
        lead = least_lead + min(lead - least_lead, spare)
        term = least_term + min(term - least_term, spare - lead + least_lead)
    else:
        term = least_term + min(term - least_term, spare)
        lead = least_lead + min(lead - least_lead, spare - term + least_term)
    return ListColumns(max(room - lead - term, 1), lead, term, code, blanks)


def title_cell(row: AgreementRow) -> str:
    """The title, with room for its signal."""
    title = clean(row.title)
    return f"{title} ●" if row.signal in signs.SIGNAL else title


def lead_of(row: AgreementRow) -> str:
    """The first trekker, and how many more there are."""
    first, *more = row.leads or ("",)
    return clean(first) + (f" +{len(more)}" if more else "")


def said_term(row: AgreementRow) -> str:
    """The term as said, with its sign where it has passed."""
    said = clean(term_of(row))
    return late(said) if row.overdue and said else said


def code_cell(row: AgreementRow) -> str:
    return clean(short_code(row.code))
