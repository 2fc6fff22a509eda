"""The signs of the gutter, each with the colour role it is drawn in (look.md).

A ``Sign`` becomes its ASCII form where it is painted (``tui.locale.charset``): what was drawn
before is right in either set, and data that holds such a character stays as it is.
"""

from tui.draw.spans import Span
from tui.draw.text_signs import CAUTION_SIGN, CONFLICT_SIGN, LATE_SIGN


class Sign(Span):
    """One cell that is a sign and no data."""


class Edge(Span):
    """The cell at an end of a chip: a blank where the ground of the chip shows, else a bracket."""


BAR = "▌"
LIST = Sign("▾", "quiet")
PROMPT = "›"
CHOSEN = Sign("▸", "accent")
MARKED = Sign("▎")  # in the place of the bar
LATE = Sign(LATE_SIGN, "amber")
CONFLICT = Sign(CONFLICT_SIGN, "amber")
CAUTION = Sign(CAUTION_SIGN, "amber")
CHANGED = Sign("•")
NEEDED = Sign("*", "amber")
HELD, PLANNED = Sign("◆"), Sign("◇", "quiet")  # of a meeting
DECLINED = Sign("⊘", "amber")
NOT_OPEN = Sign("–", "quiet")  # something was said here, nothing of it is open
NOTHING = Sign("·", "quiet")
FILTER = Sign("✕", "quiet")
CHIP_START, CHIP_END = Edge("["), Edge("]")
NOTE = Sign("+", "quiet")
ACTION = Sign("»", "quiet")
DECISION = Sign("✓", "green")
DONE, TO_DO, BEGUN = "━", "─", "│"  # of a bar

STATUS: dict[str, Span] = {
    "open": Sign("○", "quiet"),
    "in_progress": Sign("◐"),
    "partly_met": Sign("◕"),
    "met": Sign("✓", "green"),
    "on_hold": Sign("‖", "quiet"),
    "lapsed": Sign("×", "quiet"),
    "superseded": Sign("»", "quiet"),
}
SIGNAL: dict[str, Span] = {
    "green": Sign("●", "green"),
    "amber": Sign("▲", "amber"),
    "red": Sign("■", "red"),
}
ENTRY: dict[str, Span] = {"action": ACTION, "decision": DECISION, "evidence": DECISION}


MEANINGS: tuple[tuple[Span, str], ...] = (
    *((sign, status) for status, sign in STATUS.items()),
    (DECLINED, "declined"),
    (LATE, "late"),
    (CONFLICT, "conflict"),
    *((sign, signal) for signal, sign in SIGNAL.items()),
    (MARKED, "marked"),
    (CHOSEN, "chosen"),
    (CHANGED, "changed"),
    (NEEDED, "needed"),
    (CAUTION, "caution"),
    (NOTE, "note"),
    (HELD, "held"),
    (PLANNED, "planned"),
    (FILTER, "filter"),
    (NOT_OPEN, "not_open"),
    (NOTHING, "nothing"),
)
"""Each sign, and the only thing that it says (texts ``help.sign_…``)."""


def of_agreement(
    kind: str, status: str | None, *, conflict: bool = False, late: bool = False
) -> Span | None:
    """The sign of an agreement: a conflict before what is late, that before the status, and none
    for a kind without status."""
    if conflict:
        return CONFLICT
    if late:
        return LATE
    if status is not None:
        return STATUS.get(status)
    return DECLINED if kind == "declined" else None
