"""Our reader reads the phrases of the seed as the seed does, or not at all."""

import json
from datetime import date

from seed.loader import load
from storage.phrases import read_phrase

SIGNED = date(2014, 2, 6)
DAYS = ("from", "to", "precision")
OTHER_NATURE = {
    # the verb of the sentence makes these standing, not the words of their term
    "zo spoedig mogelijk": "standing",
    "in de komende tijd": "standing",
}
OTHER_TRIGGER = {
    # told in a sentence of our own, so that it can be ticked by itself
    "zodra een coördinator is aangesteld door de regio": (
        "De regio heeft een coördinator aangesteld."
    ),
}


def terms() -> dict[str, dict[str, object]]:
    """The terms of the seed by their phrases; each of which means one thing there."""
    found: dict[str, dict[str, object]] = {}
    for record in load():
        term = record.values.get("term")
        if isinstance(term, dict) and term["phrase"]:
            assert found.setdefault(str(term["phrase"]), term) == term
    return found


def test_the_same_days_as_in_the_seed_or_nothing() -> None:
    known = terms()
    assert len(known) >= 12, json.dumps(known)
    for phrase, term in known.items():
        found = read_phrase(phrase, SIGNED)
        if found is not None:
            assert not found.assumed
            assert {key: found.keys[key] for key in DAYS} == {key: term[key] for key in DAYS}


def test_the_same_nature_rhythm_and_trigger_but_for_what_has_a_reason() -> None:
    for phrase, term in terms().items():
        found = read_phrase(phrase, SIGNED)
        assert found is not None, phrase
        nature = OTHER_NATURE.get(phrase, found.nature or "once")
        trigger = OTHER_TRIGGER.get(phrase, found.trigger)
        assert (nature, found.every, trigger) == tuple(
            term[key] for key in ("nature", "every", "trigger")
        )


def test_every_reason_is_still_needed() -> None:
    known = terms()
    assert set(OTHER_NATURE) | set(OTHER_TRIGGER) <= set(known)
