"""What waits for something to happen."""

import re

from storage.phrases.reading import Reading

_TRIGGER = re.compile(r"(?:pas |uiterlijk )?(?:zodra|nadat|wanneer|als|indien) \S.+")
_ZODRA = re.compile(r"\s*zodra\s+", re.IGNORECASE)
_ENGLISH = re.compile(r"\s*(?:as soon as|once)\s+", re.IGNORECASE)


def trigger(said: str, phrase: str) -> Reading | None:
    """What must happen first, in the words of who said it; "zodra" goes without saying."""
    if not _TRIGGER.fullmatch(said):
        return None
    what = _ENGLISH.sub("", _ZODRA.sub("", phrase, count=1), count=1).strip()
    return Reading(nature="once", trigger=what)
