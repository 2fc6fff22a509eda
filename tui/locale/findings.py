"""What was found wrong with an act or a file, as the storage layer names it, and the text for it.

Those names are for who mends a program that writes such files, and stand so in JSON. The first
pattern that is found counts; they are ordered from what says most.
"""

import re
from functools import cache

PATTERNS = (
    (r"cut short", "half"),
    (r"empty line|^line$|^list$|^statements$|^erased$|^records$", "cut"),
    (r"^count (?P<told>\d+), acts (?P<found>\d+)$", "count"),
    (r"^count$|twice|not sorted", "order"),
    (r"acts_digest|canonical bytes", "digest"),
    (r"packed bytes", "packed"),
    (r"not UTF-8|surrogate|NUL", "letters"),
    (r"is not JSON", "json"),
    (r"nested|larger than|line too long", "large"),
    (r"integer|the number|holds a float", "number"),
    (r"impossible time", "time"),
    (r"scope", "scope"),
    (r"^speaks as the seed$", "seed"),
    (r"^held a piece of what was erased$", "emptied"),
    (r"^lacks |^act \d+ lacks ", "lacks"),
    (r"head|^profile$", "head"),
    (r"^act \d+ (has|is|sets|holds) |^(has|is|sets|holds) |^erased: ", "form"),
)


@cache
def text_for(found: str) -> tuple[str, dict[str, str]] | None:
    """The key under which what was found is told, and the values in it; None for what is not
    known here."""
    for pattern, key in PATTERNS:
        match = re.search(pattern, found)
        if match:
            return f"found.{key}", match.groupdict()
    return None
