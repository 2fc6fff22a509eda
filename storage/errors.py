"""One way to say no."""

SPOILT = ("damaged", "foreign")
"""The refusals of a file after which a copy of it helps; cut off at its start it is foreign."""
ODD = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""What goes wrong with a stored value that is not of the kind that was written, NotAnAct too."""


class Refused(Exception):  # noqa: N818 - the word the user reads
    """Something that cannot be done; nothing was changed.

    ``key`` names the sentence in the catalogues (``refused.<key>``), ``details`` fills it. The
    storage layer speaks no language: whoever shows the refusal looks the sentence up. What the
    system said is there as the error itself, for the same reason.
    """

    def __init__(self, key: str, **details: object) -> None:
        self.key = key
        self.details = details
        super().__init__(key, details)

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.key}: {told}" if told else self.key
