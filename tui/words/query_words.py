"""What is asked, and what is the matter with it, in words."""

from collections.abc import Iterable, Mapping

from storage.errors import Refused
from storage.search.filter_names import BY_NAME
from storage.search.query_text import value_text
from storage.views.filter_term import FilterTerm
from storage.views.search_hit import Trouble
from tui.locale import known, language, refusal, say, say_count
from tui.words.dates import day, is_iso_date


def trouble_sentence(trouble: Trouble) -> str:
    """What of a query cannot be read or is not known, in a sentence, with the nearest that is."""
    said = refusal(trouble.key, trouble_details(trouble.values))
    nearest = trouble.values.get("nearest")
    return f"{said} {say('query.nearest', nearest=nearest)}" if nearest else said


def reason_sentence(reason: Trouble) -> str:
    """Why nothing passes a filter, in a sentence."""
    value = str(reason.values["value"])
    if value.isdecimal():
        return say_count(f"query.{reason.key}", int(value))
    return say(f"query.{reason.key}", value=day(value) if is_iso_date(value) else value)


def trouble_details(values: Mapping[str, object]) -> dict[str, object]:
    """What fills such a sentence: the filter as it is called here."""
    about = BY_NAME.get(str(values.get("field")))
    return {**values, "field": about.named(language())} if about else dict(values)


def refuse_troubles(troubles: Iterable[Trouble]) -> None:
    """Raises Refused for the first, if there is any."""
    for trouble in troubles:
        raise Refused(trouble.key, **trouble_details(trouble.values))


def chip_name(term: FilterTerm, called: str = "") -> str:
    """A filter as its chip says it: "regio Twente", "te laat"; ``called`` is what the record is
    called that it names, where that is known."""
    value = called or value_text(term, language())
    keys = (f"filter.{term.name}.{term.value}", f"filter.{term.name}")
    key = next(filter(known, keys), "")
    said = say(key, value=value) if key else f"{BY_NAME[term.name].named(language())} {value}"
    return say("query.not", filter=said) if term.excluded else said
