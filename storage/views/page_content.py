"""The page of a record: what it says, what belongs to it, its logbook."""

from dataclasses import dataclass

from storage.views.agreement_list import AgreementRow
from storage.views.field_change import FieldChange
from storage.views.page_elements import Entry, Fact, Listed, Named, Party, Reason, Related


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page of a record of any type, everything resolved to names.

    ``short`` is its code, abbreviation or short name. ``facts`` are the fields that have no place
    of their own on the page. ``counts`` are open agreements by what they are to it ("own", "via"
    and "in" of a region). ``stands`` is the record that stands for this one, where it gives way
    to another. ``sourced`` are the fields of which the seed says something else than the person
    whose value stands.
    """

    record: str
    type: str
    title: str
    short: str | None
    life: str
    conflicts: tuple[str, ...]
    incomplete: tuple[str, ...]
    facts: tuple[Fact, ...]
    entries: tuple[Entry, ...]
    stands: Named | None
    sourced: tuple[FieldChange, ...]
    counts: tuple[tuple[str, int], ...] = ()
    belongs: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage(Page):
    """The page of an agreement.

    ``term`` and ``trigger_met`` have the keys of contract §1; ``also_at`` are locators. ``quoted``
    says whether the document is attached at its place; ``why`` is the reason of the status that
    it has.
    """

    row: AgreementRow
    text: str | None
    goal: str | None
    condition: str | None
    reading: str | None
    term: dict[str, str | None] | None
    trigger_met: dict[str, str | None] | None
    parties: tuple[Party, ...]
    regions: tuple[Named, ...]
    programmes: tuple[Named, ...]
    related: tuple[Related, ...]
    locator: str | None
    also_at: tuple[str, ...]
    quoted: bool
    signal_reason: str | None
    why: Reason | None
