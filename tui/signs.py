"""The signs of the gutter, each with the colour role it is drawn in (look.md)."""

from tui.spans import Span

BAR = "▌"
CHOSEN = Span("▸", "accent")
OVERDUE = Span("!", "amber")
DECLINED = Span("⊘", "amber")
FILTER = Span("✕", "quiet")
NOTE = Span("+", "quiet")
ACTION = Span("»", "quiet")
DECISION = Span("✓", "green")

STATUS: dict[str, Span] = {
    "open": Span("○", "quiet"),
    "in_progress": Span("◐"),
    "partly_met": Span("◕"),
    "met": Span("✓", "green"),
    "on_hold": Span("‖", "quiet"),
    "lapsed": Span("×", "quiet"),
    "superseded": Span("»", "quiet"),
}
SIGNAL: dict[str, Span] = {
    "green": Span("●", "green"),
    "amber": Span("▲", "amber"),
    "red": Span("■", "red"),
}
ENTRY: dict[str, Span] = {"action": ACTION, "decision": DECISION, "evidence": DECISION}


def of_agreement(kind: str, status: str | None, *, alarm: bool) -> Span | None:
    """The sign of an agreement: alarm before status, and none for a kind without status."""
    if alarm:
        return OVERDUE
    if status is not None:
        return STATUS.get(status)
    return DECLINED if kind == "declined" else None
