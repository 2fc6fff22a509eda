"""The page of a record."""

from typing import NamedTuple

from storage.views.agreement_list import AgreementRow
from storage.views.field_change import FieldChange
from storage.views.page_elements import Entry, Fact, Listed, Named, Party, Reason, Related


class Page(NamedTuple):
    """One agreement, everything resolved to names.

    ``term`` and ``trigger_met`` have the keys of contract §1; ``also_at`` are locators. ``quoted``
    says whether the document is attached at its place; ``stands`` is the record that stands for
    this one, where it gives way to another; ``why`` is the reason of the status that it has.
    ``sourced`` are the fields of which the seed says something else than the person whose value
    stands. ``facts`` are the fields that have no place of their own on the page.
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
    entries: tuple[Entry, ...]
    conflicts: tuple[str, ...]
    incomplete: tuple[str, ...]
    life: str
    stands: Named | None = None
    why: Reason | None = None
    sourced: tuple[FieldChange, ...] = ()
    facts: tuple[Fact, ...] = ()


class Sheet(NamedTuple):
    """The page of a record of any type: what it says, and what belongs to it.

    ``short`` is its code, abbreviation or short name; ``counts`` are open agreements by what
    they are to it ("own", "via" and "in" of a region); ``stands`` is the record that stands for
    this one, where it gives way to another. ``sourced`` as on the page of an agreement.
    """

    record: str
    type: str
    title: str
    short: str | None
    life: str
    conflicts: tuple[str, ...]
    incomplete: tuple[str, ...]
    facts: tuple[Fact, ...]
    counts: tuple[tuple[str, int], ...]
    belongs: tuple[Listed, ...]
    entries: tuple[Entry, ...]
    stands: Named | None = None
    sourced: tuple[FieldChange, ...] = ()


Reading = Page | Sheet
