"""What comes back, what goes on, and what has no date."""

import re
from datetime import date

from storage.phrases.conventions import NO_DATE, STANDING, TIMES_A_YEAR
from storage.phrases.interpretation import Interpretation
from storage.phrases.intervals import interval
from storage.phrases.number_words import NUMBER, number_in_words

_ONE = {"dag": "dag", "week": "week", "maand": "maand", "kwartaal": "kwartaal",
        "half jaar": "half jaar", "halfjaar": "half jaar", "jaar": "jaar",
        "schooljaar": "schooljaar", "overleg": "overleg", "liaisonoverleg": "liaisonoverleg",
        "vergadering": "vergadering"}  # fmt: skip
_SEVERAL = {"dagen": "dagen", "weken": "weken", "maanden": "maanden", "kwartalen": "kwartalen",
            "jaar": "jaar", "jaren": "jaar"}  # fmt: skip
_UNIT, _UNITS = "|".join(_ONE), "|".join(_SEVERAL)
_ALONE = {
    "dagelijks": "dag", "wekelijks": "week", "maandelijks": "maand", "driemaandelijks": "3 maanden",
    "tweewekelijks": "2 weken", "halfjaarlijks": "half jaar", "jaarlijks": "jaar",
    "om de dag": "2 dagen", "om de week": "2 weken", "om de andere week": "2 weken",
    "om de maand": "2 maanden", "om de andere maand": "2 maanden", "om het jaar": "2 jaar",
    "om het andere jaar": "2 jaar",
}  # fmt: skip
_TIMES = re.compile(
    rf"({NUMBER}) ?(?:keer|maal|x) (?:per|in (?:de|het)|elke?|ieder|iedere) ({_UNIT})"
)
_JOINED_TIMES = re.compile(rf"(een|twee|drie|vier|vijf|zes)maal per ({_UNIT})")
_EVERY = re.compile(rf"(?:bij |in )?(?:elke?|iedere?|per|eens per) ({_UNIT})")
_EVERY_FEW = re.compile(
    rf"(?:elke|iedere|om de|per|eens per|(?:een|1) ?(?:keer|maal|x) per) ({NUMBER}) ({_UNITS})"
)
_WEEKDAY = "(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
_NTH = r"(eerste|tweede|derde|vierde|laatste|[1-4]e)"
_EACH = r"(?:op )?(?:elke|iedere)"
_ON_DAY = re.compile(rf"{_EACH} {_WEEKDAY}")
_ON_NTH_DAY = re.compile(
    rf"{_EACH} {_NTH} {_WEEKDAY} van (?:de|elke|iedere|een) maand"
    rf"|(?:op )?(?:de )?{_NTH} {_WEEKDAY} van (?:elke|iedere) maand"
)
_YEARLY = re.compile(
    r"(?:jaarlijks|elk jaar|ieder jaar|(?:een|1) ?(?:keer|maal|x) per jaar|eens per jaar) (.+)"
)
_NAMES = re.compile(r"\b(?:pasen|pinksteren|hemelvaart|hemelvaartsdag|prinsjesdag)\b")
_BOUNDED = re.compile(r"(.+?) ((?:vanaf|tot en met|t/m|tot) .*[0-9]{4})")


def without_date(said: str) -> Interpretation | None:
    """What goes on, or is to be done some day."""
    if said in STANDING:
        return Interpretation(nature="standing")
    return Interpretation() if said in NO_DATE else None


def rhythm(said: str, today: date) -> Interpretation | None:
    """What comes back; it may say from or until when."""
    if every := _every(said):
        return Interpretation(nature="recurring", every=every)
    if found := _BOUNDED.fullmatch(said):
        every, bounds = _every(found[1]), interval(found[2], today)
        if every and bounds and not bounds.assumed:
            return bounds._replace(nature="recurring", every=every)
    if (found := _YEARLY.fullmatch(said)) and (when := interval(found[1], today)):
        if when.assumed != "year":  # it is in one year, and not in each
            return None
        said_when = _NAMES.sub(lambda name: name[0].capitalize(), found[1])
        return Interpretation(nature="recurring", every=f"jaar, {said_when}")
    return None


def _every(said: str) -> str:
    if said in _ALONE:
        return _ALONE[said]
    if found := _TIMES.fullmatch(said) or _JOINED_TIMES.fullmatch(said):
        return _often(number_in_words(found[1]), _ONE[found[2]])
    if found := _EVERY_FEW.fullmatch(said):
        many = number_in_words(found[1])
        return f"{many} {_SEVERAL[found[2]]}" if many > 1 else ""
    if found := _EVERY.fullmatch(said):
        return _ONE[found[1]]
    if found := _ON_DAY.fullmatch(said):
        return f"week, op {found[1]}"
    if found := _ON_NTH_DAY.fullmatch(said):
        which, day = (part for part in found.groups() if part)
        return f"maand, op de {which} {day}"
    return ""


def _often(times: int, unit: str) -> str:
    """So many times in a unit, as the time between; nothing where that is no round one."""
    if times == 1:
        return unit
    return TIMES_A_YEAR.get(times, "") if unit in ("jaar", "schooljaar") else ""
