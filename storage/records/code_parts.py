"""What the code of an agreement is made of (contract §1)."""

NO_REGION = "ALG"
"""What stands in a code in the place of a region, where the agreement is of none."""


def chapter_of(part: str | None) -> str:
    """How a code names the part of an agreement."""
    return {"annex": "B", None: "0"}.get(part, str(part))
