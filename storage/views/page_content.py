"""The page of a record: what it says, what belongs to it, its logbook."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.views.adoption import Adoption
from storage.views.agreement_list import AgreementRow
from storage.views.field_change import FieldChange
from storage.views.page_elements import (
    Entry,
    Fact,
    ListedPart,
    MadeIn,
    NamedCount,
    Related,
    StatusReason,
    Value,
)
from storage.views.progress_count import Care, ProgressCount


# Making what nobody asks of a class takes time at each start: nothing shows a page as code.
@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Page:
    """The page of a record of any type, everything resolved to names.

    ``short`` is its code, abbreviation or short name. ``facts`` are all fields with a value but
    what it is called. ``counts`` are open agreements by what they are to it ("own", "via"
    and "in" of a region); ``progress`` is how far its own are, ``care`` what of them asks for
    attention. ``stands`` is the record that stands for this one, where it gives way
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
    stands: NamedCount | None
    sourced: tuple[FieldChange, ...]
    counts: tuple[tuple[str, int], ...] = ()
    progress: ProgressCount | None = None
    care: tuple[Care, ...] = ()
    belongs: tuple[ListedPart, ...] = ()

    def values(self, field: str) -> tuple[Value, ...]:
        """What a field says, by its name as facts have it."""
        return next((fact.values for fact in self.facts if fact.field == field), ())

    def said(self, field: str) -> object:
        """The value of a field that is no set; None where it says nothing."""
        return next((value.said for value in self.values(field)), None)

    def keys(self, field: str) -> Mapping[str, object]:
        """The keys of an object value; none where it says nothing."""
        said = self.said(field)
        return said if isinstance(said, Mapping) else {}

    @property
    def places(self) -> list[str]:
        """The locators where it stands in the document, that of its source first."""
        said = [self.keys("source").get("locator"), *(one.said for one in self.values("also_at"))]
        return [str(one) for one in said if one]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AgreementPage(Page):
    """The page of an agreement.

    ``row`` is how a list shows it; ``quoted`` says whether the document is attached at its place;
    ``why`` is the reason of the status that it has, ``adopted`` the last meeting that adopted it,
    ``made_in`` the one that made it of an action.
    """

    row: AgreementRow
    related: tuple[Related, ...]
    quoted: bool
    why: StatusReason | None
    adopted: Adoption | None = None
    made_in: MadeIn | None = None
