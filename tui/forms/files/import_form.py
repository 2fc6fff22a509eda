"""Import a file: choose it, see what it would change, and then Enter takes it in."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.errors import Refused
from storage.progress import Watch
from storage.text import typed
from storage.views.import_preview import Preview
from tui.commands import keymap
from tui.draw.spans import Line, accent, gap, ink, quiet, room_in, row, wrap
from tui.draw.text_signs import warned
from tui.forms.files.file_form import FileForm
from tui.forms.files.file_preview import preview_lines, waiting_told
from tui.forms.form_messages import Done
from tui.forms.parts.form import Label, label
from tui.locale import refusal, say, say_count
from tui.store import Store
from tui.user.state import ScreenState
from tui.widgets.footer import KeyHint
from tui.widgets.safe_inputs import LineInput
from tui.words.contents.upshot import counted
from tui.words.record_words import waits_for

SPOILT, SEEN = "spoilt", "seen"


class SpoiltFile(NamedTuple):
    """A file that is not right: why, and what its valid changes would do."""

    why: Refused
    saved: Preview


class ImportForm(FileForm):
    """A spoilt file is told, and its valid changes are shown only when asked for."""

    command = "import"

    def __init__(self, store: Store, habits: ScreenState) -> None:
        super().__init__(store, habits)
        self.spoilt: SpoiltFile | None = None
        self.preview: Preview | None = None
        self.edits = True
        self.doubles = 0

    @property
    def seen(self) -> Preview | None:
        return self.preview

    def redraw(self) -> None:
        found, colour = self.preview, not self.app.no_color
        if found is not None:
            confirms = self.confirms
            self.draw(lambda width: preview_lines(found, width, colour=colour, confirms=confirms))

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Label(id="by-hand")
        with Horizontal(classes="line", id="reason-line"):
            yield Label(label(say("exchange.why")))
            yield LineInput(placeholder=say("exchange.why_empty"), id="reason")

    def go(self, stage: str) -> None:
        by_hand = stage == SEEN and self.by_hand
        self.query_one("#by-hand").display = by_hand
        self.query_one("#reason-line").display = by_hand and self.edits
        self.query_one("#by-hand", Label).say(self._by_hand_line() if by_hand else ())
        super().go(stage)

    def take_focus(self) -> None:
        if not self.choosing and self.query_one("#reason-line").display:
            self.query_one("#reason").focus()
        else:
            super().take_focus()

    @property
    def by_hand(self) -> bool:
        """Whether something in the file was changed by hand."""
        return self.preview is not None and bool(self.preview.edits)

    @property
    def may_choose(self) -> bool:
        """Whether what was changed by hand can be left: the file holds something else too."""
        return self.by_hand and self.preview is not None and self.preview.acts > 0

    @property
    def _other_way(self) -> str:
        return say("exchange.edits_leave" if self.edits else "exchange.edits_take")

    def _by_hand_line(self) -> Line:
        count = len(self.preview.edits) if self.preview else 0
        way = "taken" if self.edits else "left"
        told = [*label(say("exchange.by_hand")), ink(say_count(f"exchange.edits_{way}", count))]
        if self.may_choose:
            key = accent(say("key.tab"), bold=True)
            told += [gap(3), key, gap(), quiet(self._other_way)]
        return told

    # what it does

    def look_into(self, path: Path) -> None:
        self.file, self.spoilt, self.preview = path, None, None

        def preview(watch: Watch) -> Preview | SpoiltFile | Path:
            if path.is_dir():
                return path
            try:
                return self.store.snapshots.preview(path, watch=watch)
            except Refused as refused:
                if refused.key != "spoilt":
                    raise
                return SpoiltFile(
                    refused, self.store.snapshots.preview(path, skip_bad=True, watch=watch)
                )

        self.work("preview", preview)

    def go_on(self) -> None:
        if self.stage == SPOILT and self.spoilt is not None:
            self._see(self.spoilt.saved)
            return
        why = typed(self.query_one("#reason", LineInput).value).strip() or None
        path, edits = self.file, self.edits if self.by_hand else None
        skip_bad = self.spoilt is not None

        def take_in(watch: Watch) -> Preview:
            taken = self.store.snapshots.import_(
                path, edits=edits, skip_bad=skip_bad, why=why, watch=watch
            )
            waiting = self.confirm(taken.erasures)
            self.doubles = len(self.store.problems.doubles()) if taken.new_acts else 0
            return taken._replace(erasures=waiting)

        self.work("import", take_in)

    def finished(self, name: str, result: object) -> None:
        if isinstance(result, Path):
            self.enter(result)
        elif isinstance(result, SpoiltFile):
            self.spoilt = result
            self.draw(lambda width: _spoilt_lines(result.why, width))
            self.go(SPOILT)
        elif isinstance(result, Preview) and name == "preview":
            self._see(result)
        elif isinstance(result, Preview):
            self.habits.folder = str(self.file.parent)
            told = [say_count("count.acts", result.new_acts)]
            told += [say_count("count.edits", len(result.edits))] if result.edits else []
            if self.doubles:
                told.append(
                    say_count("count.doubles", self.doubles, letter=keymap.letter("problems"))
                )
            told += waiting_told(result.erasures)
            told += [*counted(result.follows)]
            told += [waits_for(result.missing)] if result.missing else []
            done = say("toast.imported", n=", ".join(told))
            seen = self.preview.follows.problems if self.preview else ()
            brought = result._replace(follows=result.follows.beside(seen))
            if self.preview is not None:
                brought = brought._replace(changes=self.preview.changes, more=self.preview.more)
            self.post_message(Done(done, undoable=bool(result.edits), brought=brought))

    def _see(self, found: Preview) -> None:
        self.preview, self.edits, self.confirms = found, True, False
        self.redraw()
        self.go(SEEN)

    # keys

    def action_complete(self) -> None:
        if self.choosing:
            super().action_complete()
        elif self.may_choose and self.stage == SEEN and not self.busy:
            self.edits = not self.edits
            self.go(SEEN)

    def more_hints(self) -> Sequence[KeyHint]:
        word = "take_in" if self.stage == SEEN else "show_valid"
        return [
            *([KeyHint(say("key.tab"), self._other_way)] if self.may_choose else []),
            KeyHint(say("key.enter"), say(f"command.{word}")),
        ]


def _spoilt_lines(refused: Refused, width: int) -> Iterator[Line]:
    """Why a file is not taken in, and what can be done all the same."""
    room = room_in(width)
    for line in wrap(warned(refusal(refused.key, refused.details)), room, "amber"):
        yield row(width, line)
    yield row(width, [])
    for line in wrap(say("exchange.spoilt_hint"), room):
        yield row(width, line)
