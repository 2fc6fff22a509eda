"""A change that is ready to be made: in one record at once, in several after a look at it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from storage.views.change import Change
from storage.views.page_content import AgreementPage
from tui.locale import say_count
from tui.store import Store
from tui.words.called import short_name_of


class NamedChange(NamedTuple):
    """A change of records that are still to be chosen, by the command that makes it, and how it
    is told.

    ``label`` says in a few words what it makes of a record; ``told`` is the key of the sentence
    after one record, filled with ``words`` and its ``code``.
    """

    command: str
    change: Change
    label: str
    told: str
    words: Mapping[str, str] = {}

    @property
    def writes_only(self) -> bool:
        """Whether it is an aantekening and nothing else."""
        return self.change.entry is not None and not self.change.sets

    @property
    def of_life(self) -> bool:
        """Whether it deletes or restores."""
        return "life" in self.change.sets


class Subject(NamedTuple):
    """What a form is about: one record, or several agreements together.

    ``page`` is that of the one where it is an agreement.
    """

    records: tuple[str, ...]
    title: str
    code: str
    page: AgreementPage | None

    @property
    def several(self) -> bool:
        return len(self.records) > 1

    @property
    def name(self) -> str:
        """A name for its drafts."""
        return "marked" if self.several else self.records[0]


def subject(store: Store, records: Sequence[str]) -> Subject:
    """The records, as a form speaks of them. Raises Refused for one that is not there."""
    if len(records) > 1:
        return Subject(tuple(records), say_count("count.agreements", len(records)), "", None)
    (record,) = records
    code, title = store.title(record)
    page = store.agreement_page(record) if record.startswith("agreements/") else None
    return Subject((record,), title, short_name_of(store, record) if code else "", page)
