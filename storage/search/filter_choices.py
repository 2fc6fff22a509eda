"""What can be chosen as the value of a filter, in Dutch and English."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from storage.records.fields import FIELDS

_WORD = re.compile(r"[^\W_]+")


class Choice(NamedTuple):
    """A value by the word that acts use for it and by what people call it, the usual word first;
    ``types`` are those that know it, none where these are all types of its filter."""

    code: str
    nl: tuple[str, ...]
    en: tuple[str, ...] = ()
    types: tuple[str, ...] = ()

    def words(self, language: str) -> tuple[str, ...]:
        said = self.nl if language == "nl" else self.en
        return said or (self.code.replace("_", " "),)


def flat(text: str) -> str:
    """A word as it is compared: `in-uitvoering` is `in uitvoering`."""
    return " ".join(_WORD.findall(text.casefold()))


def choice_value(choices: Iterable[Choice], word: str) -> str | None:
    """The value that a word in either language stands for."""
    wanted = flat(word)
    for one in choices:
        if wanted in {flat(said) for said in (one.code, *one.words("nl"), *one.words("en"))}:
            return one.code
    return None


_ENGLISH = {
    "proposition": ("proposition", "offer"), "landsdeel": ("landsdeel", "part of the country"),
    "body": ("body", "standing meeting"), "recipient": ("recipient", "for"),
    "requester": ("requester", "at the request of", "request"),
    "counterparty": ("counterparty", "in touch with", "with"),
    "declined_by": ("declined by", "declined"), "people": ("people", "person"),
    "entries": ("entries", "entry", "notes", "note"), "glossary": ("glossary", "terms", "term"),
    **{f"{one}s": (f"{one}s", one) for one in (
        "agreement", "region", "programme", "organisation", "target", "meeting", "item", "passage",
        "author",
    )},
    "searches": ("searches", "search"),
}  # fmt: skip
"""What is called by more than its code in English."""


def _of(*said: tuple[str, ...], types: tuple[str, ...] = ()) -> tuple[Choice, ...]:
    """Choices by their code and their Dutch words."""
    return tuple(Choice(code, tuple(words), _ENGLISH.get(code, ()), types) for code, *words in said)


_DUTCH_KINDS = {
    "commitment": ("vast", "vaste afspraak"), "on_request": ("op verzoek",),
    "request": ("verzoek",),
    "consideration": ("voornemen", "overweging", "voornemen of overweging"),
    "ambition": ("ambitie", "wens"), "opportunity": ("kans",), "declined": ("afgezien",),
    "proposition": ("aanbod", "propositie"),
    "progress": ("voortgang",), "evidence": ("bewijs",), "decision": ("besluit",),
    "action": ("actie",), "remark": ("opmerking",),
    "province": ("provincie",), "subregion": ("subregio",),
    "programme": ("programma",), "fund": ("fonds",), "network": ("netwerk",), "policy": ("beleid",),
    "theme": ("thema",), "event": ("evenement",), "body": ("overleg",),
    "heading": ("kop",), "paragraph": ("alinea",), "bullet": ("punt",), "subbullet": ("subpunt",),
}  # fmt: skip
OF_KIND = ("agreements", "regions", "programmes", "entries", "passages")
"""The types of which the kind is one of a few words; that of organisations is free."""


def _kinds() -> tuple[Choice, ...]:
    """Of each kind the types that have it; an overleg is an organisation."""
    types: dict[str, tuple[str, ...]] = {}
    for type_ in OF_KIND:
        for code in FIELDS[type_]["kind"].choices:
            types[code] = (*types.get(code, ()), type_)
    types["body"] = ("organisations",)
    return tuple(
        Choice(code, _DUTCH_KINDS.get(code, ()), _ENGLISH.get(code, ()), of)
        for code, of in types.items()
    )


TYPES_ASKED = _of(
    ("agreements", "afspraken", "afspraak"),
    ("regions", "regio's", "regio", "regios"),
    ("programmes", "programma's", "programma", "programmas"),
    ("organisations", "organisaties", "organisatie"),
    ("people", "personen", "persoon", "mensen"),
    ("targets", "streefcijfers", "streefcijfer", "doelen"),
    ("meetings", "overleggen", "overleg"),
    ("items", "agendapunten", "agendapunt"),
    ("entries", "aantekeningen", "aantekening", "logboek"),
    ("glossary", "begrippen", "begrip", "woordenlijst"),
    ("passages", "passages", "passage"),
    ("searches", "zoekvragen", "zoekvraag"),
    ("arrangement", "arrangement"),
    ("authors", "auteurs", "auteur"),
)
KINDS_ASKED = _kinds()
STATUSES_ASKED = _of(
    ("open", "openstaand"),
    ("in_progress", "in uitvoering", "uitvoering"),
    ("partly_met", "deels voldaan", "deels"),
    ("met", "voldaan"),
    ("on_hold", "aangehouden"),
    ("lapsed", "vervallen"),
    ("superseded", "vervangen"),
)
ROLES_ASKED = _of(
    ("lead", "trekker"),
    ("executor", "uitvoerder"),
    ("recipient", "voor", "ontvanger"),
    ("requester", "op verzoek van", "verzoeker", "verzoek", "wens van"),
    ("counterparty", "in verbinding met", "met"),
    ("declined_by", "afgezien door", "afgezien"),
    ("contact", "contact"),
)
SIGNALS_ASKED = _of(
    ("green", "groen"),
    ("amber", "oranje"),
    ("red", "rood"),
    ("amber_or_red", "oranje of rood", "rood of oranje"),
)
_WITH_SOURCE = tuple(type_ for type_, fields in FIELDS.items() if "source" in fields)
LACKING = (
    *_of(("lead", "trekker"), ("executor", "uitvoerder"), types=("agreements",)),
    *_of(("status", "status"), types=("agreements",)),
    *_of(("who", "wie"), ("term", "termijn"), types=("agreements", "entries")),
    *_of(("region", "regio"), ("programme", "programma"), types=("agreements", "targets")),
    *_of(("baseline", "nulmeting"), ("year", "jaar"), types=("targets",)),
    *_of(("source", "vindplaats"), types=_WITH_SOURCE),
)
WAITING = _of(
    ("yes", "ja"),
    ("no", "nee"),
    ("trigger", "gebeurtenis", "trigger"),
    ("person", "iemand", "persoon", "partij"),
)
STATES_ASKED = (
    Choice("conflict", ("conflict",)),
    Choice("contested", ("omstreden", "verwijderd én gewijzigd")),
    Choice("incomplete", ("onvolledig", "wacht op een ander bestand")),
    Choice("deleted", ("verwijderd",)),
    Choice("open", ("open",), types=("agreements", "entries")),
    Choice("done", ("afgerond", "gedaan"), types=("agreements", "entries")),
    Choice("past", ("verlopen",), types=("agreements", "entries")),
    Choice("standing", ("doorlopend",), types=("agreements",)),
    Choice("recurring", ("terugkerend",), types=("agreements",)),
    Choice("repeat", ("herhaling",), types=("agreements",)),
    Choice("reading", ("lezing", "onze lezing"), types=("agreements",)),
    Choice("own", ("eigen",), types=("entries", "items", "searches")),
    Choice("reserved", ("voorbehoud", "onder voorbehoud"), ("reserved", "under reservation"),
           ("agreements", "items")),
    Choice("asked_again", ("weer gevraagd",), types=("agreements",)),
    Choice("unsettled", ("te regelen", "probleem"), ("unsettled", "problem")),
)  # fmt: skip
ACTIONS_ASKED = _of(("open", "open"), ("done", "gedaan"), ("late", "te laat", "laat"))
LAST_MEETING = (Choice("meeting", ("overleg",)),)
"""How one calls the day of the last meeting that was closed."""
LATE = (Choice("late", ("laat",), ("yes", "late")),)
