"""What stands along the time line besides what was said."""

from typing import NamedTuple


class TimeMarks(NamedTuple):
    """The arrangement's first and last day; of each meeting its day and whether it was held; of
    each term with an end that day, and whether it had passed then with its agreement still open;
    how many agreements were open then and are now. Days are ISO dates, as far as they are any."""

    first: str
    last: str
    meetings: tuple[tuple[str, bool], ...]
    terms: tuple[tuple[str, bool], ...]
    open: int
    open_now: int
