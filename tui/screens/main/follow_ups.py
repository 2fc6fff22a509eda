"""What goes on here that was begun on another screen: mending a problem, going on with a draft,
saying what a passage of the document gives."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from storage.errors import Refused
from tui.locale import refusal
from tui.screens.main.change_forms import ChangeForms
from tui.screens.main.host import Host
from tui.screens.main.record_forms import RecordForms
from tui.user.drafts import OF_RECORD

if TYPE_CHECKING:
    from tui.forms.parts.form import Form
    from tui.screens.problems.screen import ToMend
    from tui.screens.source.deciding import ToDecide, Way

PASSAGES: Mapping[str, "Way"] = {"leave_empty": "empty", "link_agreement": "link"}
"""What is done with a passage, by how a draft of it begins."""


class FollowUps:
    """Opens the forms, and leads back to the document from those about a passage."""

    def __init__(self, host: Host, changes: ChangeForms, records: RecordForms) -> None:
        self._host = host
        self._changes = changes
        self._records = records

    # problems

    def mend(self, found: "ToMend") -> None:
        """Open what mends a problem, or only go to its record."""
        problem, how = found
        way = how.way if how is not None else None
        if way in ("exchange", "erase"):
            self._host.action_do("exchange" if way == "exchange" else "erasures")
            return
        self._host.go_to(problem.record)
        if way == "field" and how is not None:
            value = str(problem.details.get("value", ""))
            self._records.edit(problem.record, how.line, value)
        elif way == "note":
            self._changes.evidence_on(problem.record)
        elif way == "signal":
            self._changes.signal_of(problem.record)
        elif way == "join":
            self._records.join(problem.record, str(problem.details["other"]))

    # drafts

    def go_on(self, about: str) -> None:
        """Open the form of a draft. Raises Refused where the record is not here."""
        kind, _, rest = about.partition(" ")
        if kind == "myself":
            self._records.author()
        elif kind == "new" and " " in rest:
            self._decide("make", rest.partition(" ")[2])
        elif kind == "new":
            self._records.new(rest)
        elif kind in PASSAGES:
            self._decide(PASSAGES[kind], rest)
        elif rest.startswith(OF_RECORD):
            record = rest.removeprefix(OF_RECORD)
            self._host.store.record(record)
            self._host.go_to(record)
            self._records.field(record, kind)
        else:
            self._go_on_of(rest or about, kind)

    def _go_on_of(self, record: str, kind: str) -> None:
        """Open the form of a draft about a record, by the command that opens it."""
        self._host.store.record(record)
        self._host.browser.marks.clear()  # what was typed is about this one
        self._host.go_to(record)
        changes = self._changes
        opens = {
            "note": changes.note, "evidence": changes.evidence, "status": changes.status,
            "signal": changes.signal, "lead": changes.lead, "term": changes.term,
            "join": self._records.join,
        }  # fmt: skip
        if kind in opens:
            opens[kind]()
        else:
            self._records.edit(record)

    # passages

    def _decide(self, way: "Way", locator: str) -> None:
        from tui.screens.source.deciding import ToDecide  # pydantic comes along

        self.decide(ToDecide(way, locator, "source"))

    def decide(self, found: "ToDecide") -> None:
        """Open the form, or the document where the passage is only to be read."""
        if found.way == "read":
            self._host.open_source(None, found.locator)
            return
        try:
            form = self._form(found)
        except Refused as refused:
            self._resume(found, refusal(refused.key, refused.details), False)
            return
        form.resume = partial(self._resume, found)
        self._host.open_form(form, large=True)

    def _form(self, found: "ToDecide") -> "Form":
        from seed.document.proposed import proposed
        from tui.forms.edit.passage_forms import EmptyForm, LinkForm
        from tui.forms.edit.record_form import RecordForm

        store, at, drafts = self._host.store, found.locator, self._host.drafts
        if found.way != "make":
            return (EmptyForm if found.way == "empty" else LinkForm)(store, at, drafts)
        filled = proposed(store, at)
        for field in [*filled]:
            name, slash, element = field.partition("/")
            if slash:
                filled[name] = element
        return RecordForm(store, "agreements", drafts=drafts, filled=filled, made_of=at)

    def _resume(self, found: "ToDecide", told: str, saved: bool) -> None:
        """Back to where one came from: after saving at the next passage that is open."""
        from seed.document.document_reader import readable_text

        at = found.locator
        if saved:
            text = readable_text(self._host.store)
            later = text.next_undecided(text.numbers.get(at, -1))
            at = text.blocks[later].locator if later is not None else at
        if found.origin == "source":
            self._host.open_source(None, at, (told, saved))
        else:
            self._host.open_coverage(at, (told, saved))
