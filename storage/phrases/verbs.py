"""Which kind of agreement a sentence makes, by its verb (design §2): only a proposal.

What is declined, what waits to be asked and what someone shall do is so wherever it stands; else
the verb that comes first decides. A text with none of these verbs promises what it says.
"""

import re

_ANYWHERE = {
    "declined": r"zie[nt]? (?:\S+ ){0,6}af|afgezien van|hoe(?:ft|ven) (?:\S+ ){0,5}niet"
    r"|niet nodig|geen (?:\S+ ){1,6}nodig|geen (?:\S+ )?(?:behoefte|interesse)",
    "on_request": r"desgevraagd|desgewenst|(?:is|zijn) (?:\S+ ){0,3}bereid|bereid (?:is|zijn)"
    r"|sta(?:at|an) (?:\S+ ){0,3}klaar|op verzoek(?! van)|indien (?:gewenst|gevraagd)",
    "commitment": r"zal|zullen",
}
_FIRST = {
    "request": r"vraagt|vragen|verzoek(?:t|en)|(?:heeft|hebben) (?:\S+ ){0,6}(?:verzocht|gevraagd)"
    r"|roe(?:pt|pen) (?:\S+ ){0,6}op",
    "proposition": r"biedt|bieden|aanbod",
    "consideration": r"overweegt|overwegen|onderzoek(?:t|en)|verken(?:t|nen)|beziet|bezien"
    r"|voornemens?|van plan|denk(?:t|en) na|buigen zich|buigt zich",
    "ambition": r"wil|willen|wens(?:t|en)?|heeft de ambitie|streeft|streven|hoopt|hopen|graag",
    "opportunity": r"kan|kunnen|zou|zouden|kansen?|mogelijkhe(?:id|den)|interessant|leent zich",
    "commitment": r"gaat|gaan|zegt toe|zeggen toe|zorgt|zorgen|maakt|maken|wordt|worden"
    r"|organise(?:ert|ren)|(?:onder)?steunt|(?:onder)?steunen|helpt|helpen|levert|leveren|werkt"
    r"|werken|draagt|dragen|verbindt|verbinden|doet mee|doen mee|neemt|nemen|blijft|blijven",
}


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")


_FOUND_ANYWHERE = {kind: _words(pattern) for kind, pattern in _ANYWHERE.items()}
_FOUND_FIRST = {kind: _words(pattern) for kind, pattern in _FIRST.items()}


def proposed_kind(sentence: str) -> str:
    """The kind that the verb proposes."""
    said = " ".join(sentence.casefold().split())
    for kind, words in _FOUND_ANYWHERE.items():
        if words.search(said):
            return kind
    found = [
        (match.start(), kind)
        for kind, words in _FOUND_FIRST.items()
        if (match := words.search(said)) is not None
    ]
    return min(found)[1] if found else "commitment"
