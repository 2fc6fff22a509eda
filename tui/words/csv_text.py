"""A table as Excel in Dutch reads it by a double click: semicolons, and no formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from storage.text import shown

FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table; a cell that a spreadsheet would run as a formula gets an apostrophe."""
    found = io.StringIO()
    writer = csv.writer(found, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([[_cell(text) for text in row] for row in rows])
    return found.getvalue()


def _cell(text: str) -> str:
    clean = shown(text)
    return f"'{clean}" if clean.startswith(FORMULA) else clean
