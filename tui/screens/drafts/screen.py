"""What was typed and not saved: which form it was, when, and the text itself."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from textual.app import ComposeResult

from storage.clock import day_of
from storage.records.fields import FIELDS
from storage.records.ids import type_of
from tui.base.base_screen import BaseScreen
from tui.draw.spans import Line, clean, cut, ink, quiet, room_in, row, width_of, wrap
from tui.forms.model.form_state import BESIDE
from tui.locale import number, say
from tui.rows.row import ChoiceRow, Row, SentenceRow
from tui.screens.drafts.commands import DRAFTS
from tui.user.drafts import OF_RECORD, Drafts, Kept
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved
from tui.words import dates
from tui.words.labelled import labelled
from tui.words.line_words import line_label

WHEN = 30  # cells for the moment, at most


class DraftsScreen(BaseScreen):
    """Gives what the draft is about that someone goes on with; leaving it throws nothing away."""

    TOPIC = "drafts"
    DOES = DRAFTS

    def __init__(self, drafts: Drafts) -> None:
        super().__init__()
        self.drafts = drafts
        self.thrown: list[tuple[str, Kept]] = []

    def parts(self) -> ComposeResult:
        yield RowList("drafts")
        yield LinePane("typed", focusable=False)

    def on_mount(self) -> None:
        self._show()
        self.rows.focus()

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def about(self) -> str | None:
        """What the draft with the bar is about."""
        return self.rows.key

    def go_on(self) -> None:
        """Open the form again, with what was typed in it."""
        self.dismiss(self.about)

    def throw_away(self) -> None:
        """This one is wanted no more; until the screen is left it can be put back."""
        about = self.about
        if about is not None:
            self.thrown.append((about, self.drafts.all()[about]))
            self.drafts.forget(about)
            self._show()
            self.toast(say("drafts.thrown"), "green", "put_back")

    def put_back(self) -> None:
        """The draft that was thrown away last is there again."""
        about, kept = self.thrown.pop()
        self.drafts.fill({about: kept})
        self.drafts.changed = True
        self._show()
        self.rows.select(about)

    # what shows

    def on_moved(self, message: Moved) -> None:
        self._tell()

    def on_chosen(self, message: Chosen) -> None:
        self.action_do("go_on_draft")

    def _show(self) -> None:
        found = self.drafts.all()
        count = [quiet(number(len(found)))]
        self.rows.head([ink(say("drafts.title"), bold=True)], count)
        rows: list[Row] = [self._row(about, one) for about, one in found.items()]
        self.rows.show(rows or [SentenceRow(say("drafts.none"))])
        self._tell()

    def _row(self, about: str, kept: Kept) -> Row:
        when = quiet(cut(_when(kept.at), WHEN))
        room = self.app.size.width - width_of([when]) - 8
        return ChoiceRow(about, [ink(cut(clean(kept.name or about), room))], [when])

    def _tell(self) -> None:
        kept = self.drafts.all().get(self.about or "")
        self.query_one(LinePane).show(lambda width: list(self._lines(kept, width)))
        self.show_hints()

    def _lines(self, kept: Kept | None, width: int) -> Iterator[Line]:
        room = room_in(width)
        type_ = _type_of(self.about or "")
        for key, said in kept.said.items() if kept else ():
            for text in filter(None, map(clean, _texts(said))):
                if type_ and key not in BESIDE:
                    yield from labelled(line_label(type_, key), text, room, width)
                else:
                    yield from (row(width, line) for line in wrap(text, room))
        yield row(width, [])
        for line in wrap(say("drafts.about"), room, "quiet"):
            yield row(width, line)

    def hints(self) -> Sequence[KeyHint]:
        if self.about is None:
            return self.hint("put_back", "back")
        later = KeyHint(say("key.escape"), say("who.later"), "back")
        return [*self.hint("go_on_draft", "throw_away", "put_back"), later]


def _texts(said: Any) -> Iterator[str]:
    """The texts that a person typed or chose, of whatever a line of a form keeps."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, (list, tuple)):
        words = [one for one in said if isinstance(one, str)]
        yield words[-1] if words else ""
        for one in said:
            if isinstance(one, (list, tuple)):
                yield ", ".join(str(element) for element in one)


def _when(at: str) -> str:
    """The time of a draft, with its day where that is not today."""
    time = say("drafts.at", time=dates.time_of(at))
    return time if day_of(at) == date.today() else f"{dates.day_named(at)}, {time}"


def _type_of(about: str) -> str:
    """The type of record whose fields a draft has; "" where it has none of any."""
    kind, _, rest = about.partition(" ")
    if rest.startswith(OF_RECORD):
        return type_of(rest.removeprefix(OF_RECORD))
    of = {"note": "entries", "evidence": "entries", "lead": "agreements", "term": "agreements"}
    found = {**of, "new": rest.partition(" ")[0], "myself": "authors"}.get(kind, type_of(about))
    return found if found in FIELDS and kind not in ("status", "signal") else ""
