"""What goes on here that was begun on another screen: mending a problem, going on with a draft."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.screens.main.browser_screen import BrowserScreen
from tui.screens.main.change_forms import ChangeForms
from tui.screens.main.opened_document import OpenedDocument
from tui.screens.main.record_forms import RecordForms
from tui.user.drafts import OF_RECORD

if TYPE_CHECKING:
    from tui.screens.problems.screen import ToMend
    from tui.screens.source.deciding import Way

PASSAGES: Mapping[str, "Way"] = {"leave_empty": "empty", "link_agreement": "link"}
"""What is done with a passage, by how a draft of it begins."""


class FollowUps:
    """Opens the forms."""

    def __init__(
        self,
        host: BrowserScreen,
        changes: ChangeForms,
        records: RecordForms,
        document: OpenedDocument,
    ) -> None:
        self._host = host
        self._changes = changes
        self._records = records
        self._document = document

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
            self._document.decide("make", rest.partition(" ")[2])
        elif kind == "new":
            self._records.new(rest)
        elif kind == "query":
            from tui.forms.edit.query_form import QueryForm

            host = self._host
            host.open_form(QueryForm(host.store, rest, host.drafts))
        elif kind in PASSAGES:
            self._document.decide(PASSAGES[kind], rest)
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
