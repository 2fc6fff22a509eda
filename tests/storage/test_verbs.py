"""Which kind of agreement the verb of a sentence proposes."""

import pytest

from storage.phrases.verbs import proposed_kind

SENTENCES = (
    ("De regio organiseert elk jaar een Techniekdag.", "commitment"),
    ("De partijen leggen samen een bedrag in.", "commitment"),
    ("Op verzoek van de regio ondersteunt het Techniekpunt de scholen.", "commitment"),
    ("De regio wil graag meedoen. Het Techniekpunt zal haar berichten.", "commitment"),
    ("Desgevraagd zoekt het Techniekpunt gastdocenten.", "on_request"),
    ("Het Techniekpunt is graag bereid mee te denken.", "on_request"),
    ("Het Techniekpunt vraagt de scholen om een contactpersoon.", "request"),
    ("De regio heeft het Techniekpunt gevraagd mee te denken.", "request"),
    ("De regio overweegt een tweede dag.", "consideration"),
    ("De provincie heeft het voornemen dat te betalen.", "consideration"),
    ("De gemeente wil dat de helft van de leerlingen een bedrijf bezoekt.", "ambition"),
    ("De regio streeft naar meer meisjes in de techniek.", "ambition"),
    ("De provincie kan bijdragen uit het fonds.", "opportunity"),
    ("Hier liggen kansen voor het mbo.", "opportunity"),
    ("Van een eigen beurs ziet de regio af.", "declined"),
    ("Daarbij is geen hulp van het Techniekpunt nodig.", "declined"),
    ("Het Techniekpunt biedt aan te helpen bij bedrijfsbezoeken.", "proposition"),
)


@pytest.mark.parametrize(("sentence", "kind"), SENTENCES)
def test_the_verb_proposes_the_kind(sentence: str, kind: str) -> None:
    assert proposed_kind(sentence) == kind
