"""What waits for something to happen."""

import re

from storage.phrases.interpretation import Interpretation
from storage.phrases.number_words import NUMBER, choice

_TRIGGER = re.compile(r"(?:pas |uiterlijk )?(?:zodra|nadat|wanneer|als|indien) \S.+")
_EVENTS = frozenset({
    "aanbesteding", "aanstelling", "aanvang", "aanvraag", "afloop", "afronding", "akkoord",
    "beeindiging", "benoeming", "beschikking", "besluit", "besluitvorming", "evaluatie",
    "goedkeuring", "gunning", "ingang", "ingebruikname", "instemming", "invoering",
    "inwerkingtreding", "ondertekening", "ontvangst", "opening", "oplevering", "oprichting",
    "overeenstemming", "publicatie", "start", "subsidiebeschikking", "subsidieverlening",
    "toekenning", "toestemming", "vaststelling", "verlening",
})  # fmt: skip
_UNITS = "dag|dagen|week|weken|maand|maanden|kwartalen|half jaar|halfjaar|jaar"
_HANGING = "van|door|met|in|op|de|het"  # nothing was said after it yet
_AFTER = re.compile(
    rf"(?:pas |direct |uiterlijk |binnen )?(?:{NUMBER} (?:{_UNITS}) )?"
    rf"na (?:de |het |een )?(?:{choice(_EVENTS)})(?: (?!(?:{_HANGING})$)\S.*)?"
)
_ZODRA = re.compile(r"\s*zodra\s+", re.IGNORECASE)
_ENGLISH = re.compile(r"\s*(?:as soon as|once)\s+", re.IGNORECASE)


def trigger_phrase(said: str, phrase: str) -> Interpretation | None:
    """What must happen first, in the words of who said it; "zodra" goes without saying."""
    if not _TRIGGER.fullmatch(said):
        return None
    what = _ENGLISH.sub("", _ZODRA.sub("", phrase, count=1), count=1).strip()
    return Interpretation(nature="once", trigger=what)


def after_event(said: str, phrase: str) -> Interpretation | None:
    """After something that happens on a day that nobody knows yet, in the words that were said."""
    return Interpretation(nature="once", trigger=phrase.strip()) if _AFTER.fullmatch(said) else None
