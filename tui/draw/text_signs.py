"""Signs that stand in texts too: a command says them and loads nothing that draws."""

from tui.locale import charset

LATE_SIGN, CAUTION_SIGN, CONFLICT_SIGN = "!", "△", "≠"


def late(text: str) -> str:
    """A term that has passed, with its sign."""
    return f"{LATE_SIGN} {text}"


def in_conflict(text: str) -> str:
    """That there are several values, with its sign."""
    return f"{charset.sign(CONFLICT_SIGN)} {text}"


def warned(text: str) -> str:
    """A text that warns or refuses, with its sign."""
    return f"{charset.sign(CAUTION_SIGN)} {text}"
