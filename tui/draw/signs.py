"""The signs of the gutter, each with the colour role it is drawn in (look.md).

A ``Sign`` becomes its ASCII form where it is painted (``tui.locale.charset``): what was drawn
before is right in either set, and data that holds such a character stays as it is.
"""

from tui.draw.spans import Span


class Sign(Span):
    """One cell that is a sign and no data."""


class Edge(Span):
    """The cell at an end of a chip: a blank where the ground of the chip shows, else a bracket."""


BAR = "▌"
PROMPT = "›"
CHOSEN = Sign("▸", "accent")
MARKED = Sign("*", "accent", True)
OVERDUE = Sign("!", "amber")
DECLINED = Sign("⊘", "amber")
NOT_OPEN = Sign("+", "quiet")  # something was said here, nothing of it is open
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


def of_agreement(kind: str, status: str | None, *, alarm: bool) -> Span | None:
    """The sign of an agreement: alarm before status, and none for a kind without status."""
    if alarm:
        return OVERDUE
    if status is not None:
        return STATUS.get(status)
    return DECLINED if kind == "declined" else None
