"""Plain English phrases, word by word in Dutch: "before summer 2015", "end of Q3"."""

import re

_TOGETHER = {
    "as soon as possible": "zo spoedig mogelijk", "as soon as": "zodra",
    "at the latest": "uiterlijk", "no later than": "uiterlijk", "in the course of": "in",
    "twice a": "twee keer per", "once a": "een keer per", "times a": "keer per",
    "every other": "elke twee", "school year": "schooljaar",
    "last week": "vorige week", "last month": "vorige maand", "last year": "vorig jaar",
    "a day ago": "een dag geleden", "a week ago": "een week geleden",
    "a month ago": "een maand geleden", "a year ago": "een jaar geleden",
    "last monday": "vorige maandag", "last tuesday": "vorige dinsdag",
    "last wednesday": "vorige woensdag", "last thursday": "vorige donderdag",
    "last friday": "vorige vrijdag", "last saturday": "vorige zaterdag",
    "last sunday": "vorige zondag",
}  # fmt: skip
_WORDS = {
    "before": "eerder dan", "by": "uiterlijk", "until": "tot", "till": "tot", "after": "na",
    "from": "vanaf", "since": "sinds", "within": "binnen", "between": "tussen", "during": "tijdens",
    "on": "op", "in": "in", "per": "per", "the": "de", "of": "van", "and": "en", "to": "tot",
    "end": "eind", "late": "eind", "start": "begin", "beginning": "begin", "early": "begin",
    "mid": "medio", "spring": "voorjaar", "summer": "zomer", "autumn": "najaar", "fall": "najaar",
    "winter": "winter", "christmas": "kerst", "easter": "pasen", "quarter": "kwartaal",
    "half": "helft",
    "year": "jaar", "years": "jaar", "month": "maand", "months": "maanden", "week": "week",
    "weeks": "weken", "day": "dag", "days": "dagen", "first": "eerste", "second": "tweede",
    "third": "derde", "fourth": "vierde", "last": "laatste", "this": "dit", "next": "volgend",
    "every": "elk", "each": "elk", "meeting": "overleg", "today": "vandaag", "tomorrow": "morgen",
    "yesterday": "gisteren", "ago": "geleden", "past": "afgelopen",
    "vorige": "vorige", "vorig": "vorig", "geleden": "geleden", "maandag": "maandag",
    "dinsdag": "dinsdag", "woensdag": "woensdag", "donderdag": "donderdag", "vrijdag": "vrijdag",
    "zaterdag": "zaterdag", "zondag": "zondag", "dag": "dag", "maand": "maand", "jaar": "jaar",
    "ongoing": "doorlopend", "permanent": "doorlopend", "asap": "asap", "yearly": "jaarlijks",
    "annually": "jaarlijks", "monthly": "maandelijks", "weekly": "wekelijks", "soon": "spoedig",
    "immediately": "meteen", "one": "een", "two": "twee", "three": "drie", "four": "vier",
    "five": "vijf", "six": "zes", "times": "keer", "keer": "keer", "een": "een", "twee": "twee",
    "january": "januari", "february": "februari", "march": "maart", "april": "april", "may": "mei",
    "june": "juni", "july": "juli", "august": "augustus", "september": "september",
    "october": "oktober", "november": "november", "december": "december", "elke": "elke",
    "zodra": "zodra", "uiterlijk": "uiterlijk", "schooljaar": "schooljaar",
    "zo": "zo", "spoedig": "spoedig", "mogelijk": "mogelijk", "quarterly": "elk kwartaal",
}  # fmt: skip
_FIGURES = re.compile(r"q[1-4]|[0-9][0-9/-]*")


def in_dutch(said: str) -> str | None:
    """The phrase in Dutch; None where one of its words is not known. What follows "as soon as"
    is what must happen, and may be anything."""
    for english, dutch in _TOGETHER.items():
        said = re.sub(rf"\b{english}\b", dutch, said)
    if said.startswith(("zodra ", "once ")):
        return f"zodra {said.partition(' ')[2]}"
    words = re.sub(r"\b([0-9]{1,2})(st|nd|rd|th)\b", r"\1", said).replace("mid-", "mid ").split()
    if all(word in _WORDS or _FIGURES.fullmatch(word) for word in words):
        return " ".join(_WORDS.get(word, word) for word in words)
    return None
