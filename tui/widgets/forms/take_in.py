"""Import a file: choose it, see what it would change, and then Enter takes it in."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from storage.errors import Refused
from storage.progress import Watch
from storage.text import typed
from storage.views import Preview
from tui import keys
from tui.locale import refusal, say, say_count
from tui.messages import Done, Hinted
from tui.places import Found
from tui.rows import Row, Sentence
from tui.rows.files import found_rows, place_name
from tui.spans import Line, accent, clean, gap, ink, quiet, room_in, row, wrap
from tui.state import State
from tui.store import Store
from tui.widgets.fields import Field
from tui.widgets.footer import Hint
from tui.widgets.forms import Label, Title, Told, label
from tui.widgets.forms.choose import ChooseForm
from tui.widgets.forms.seen import Seen, preview_lines

Stage = Literal["choose", "spoilt", "seen"]


class ImportForm(ChooseForm):
    """Nothing happens before the preview was seen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,ctrl+s", "choose", show=False)]

    narrows = True

    def __init__(self, store: Store, habits: State) -> None:
        super().__init__(store, habits, hint=say("exchange.find"))
        self.page = Seen("preview")
        self.stage: Stage = "choose"
        self.file = Path()
        self.skip_bad = False
        self.preview: Preview | None = None
        self.edits = True

    def compose(self) -> ComposeResult:
        yield Title(keys.letter("import"), say("title.import"))
        yield Label()
        with Horizontal(classes="line", id="asked"):
            yield Label(label(say("exchange.path")))
            yield self.field
        yield Told()
        yield self.rows
        yield self.page
        yield Label(id="by-hand")
        with Horizontal(classes="line", id="reason-line"):
            yield Label(label(say("exchange.why")))
            yield Field(placeholder=say("exchange.why_empty"), id="reason")

    def on_mount(self) -> None:
        self.go("choose")

    # stages

    def go(self, stage: Stage) -> None:
        """Show another stage: the list, a spoilt file, or what a file would change."""
        self.stage = stage
        choosing, by_hand = stage == "choose", stage == "seen" and self.by_hand
        self.query_one("#asked").display = self.rows.display = choosing
        self.page.display = not choosing
        self.query_one("#by-hand").display = by_hand
        self.query_one("#reason-line").display = by_hand and self.edits
        self.query_one("#by-hand", Label).say(self._by_hand_line() if by_hand else ())
        self.query_one(Title).tell("" if choosing else self.file.name)
        self.tell()
        self.take_focus()
        self.post_message(Hinted())

    def take_focus(self) -> None:
        if self.stage == "choose":
            self.field.focus()
        elif self.query_one("#reason-line").display:
            self.query_one("#reason").focus()
        else:
            self.page.focus()

    def explanation(self) -> str:
        if self.stage != "choose":
            return say("exchange.nothing_yet")
        blind = [looked for looked in self.looked.values() if looked.reason]
        told = [
            say("exchange.unreadable", place=place_name(one.place), reason=one.reason)
            for one in blind
        ]
        if self.waited and not any(looked.files for looked in self.looked.values()):
            where = ", ".join(place_name(place) for place in self.places)
            told.append(say("exchange.nothing_found", places=where))
        return " ".join(told) or say("exchange.import_hint")

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

    # choosing

    def choices(self) -> list[Row]:
        words = self.line.casefold().split()
        files = {one.path: one for looked in self.looked.values() for one in looked.files}
        found = sorted(files.values(), key=lambda one: one.when, reverse=True)
        rows = found_rows(one for one in found if _fits(one, words))
        if not rows and words:
            return [Sentence(say("exchange.no_match", words=clean(self.line)))]
        return rows

    def choose(self) -> None:
        """Enter: show what the file would change, or take in what was shown."""
        if self.busy:
            return
        if self.stage == "seen":
            self._take()
        elif self.stage == "spoilt":
            self._show(self.file, skip_bad=True)
        else:
            self._choose_file()

    def action_choose(self) -> None:
        self.choose()

    def _choose_file(self) -> None:
        found = self.highlighted
        typed = self.typed_path if self.is_path else None
        if typed is not None and not (self.moved and found):
            exact = next((one for one in self.completed if one.path == typed), None)
            found = exact or found
        if found is not None and found.is_folder:
            self.enter(found.path)
        elif found is not None or typed is not None:
            self._show(found.path if found is not None else typed or Path())
        else:
            self.tell(say("exchange.missing"))

    def _show(self, path: Path, *, skip_bad: bool = False) -> None:
        self.file, self.skip_bad, self.preview = path, skip_bad, None

        def preview(watch: Watch) -> Preview | Path:
            if path.is_dir():
                return path
            return self.store.preview(path, skip_bad=skip_bad, watch=watch)

        self.work("preview", preview)

    def _take(self) -> None:
        why = typed(self.query_one("#reason", Field).value).strip() or None
        path, edits, skip_bad = self.file, self.edits if self.by_hand else None, self.skip_bad
        self.work(
            "import",
            lambda watch: self.store.import_(
                path, edits=edits, skip_bad=skip_bad, why=why, watch=watch
            ),
        )

    # what came of it

    def refused(self, name: str, refused: Refused) -> None:
        if refused.key == "spoilt" and not self.skip_bad:
            self._draw(lambda width: _spoilt_lines(refused, width))
            self.go("spoilt")
        else:
            self.go("choose")
            self.refuse(refused)

    def finished(self, name: str, result: object) -> None:
        if isinstance(result, Path):
            self.enter(result)
        elif isinstance(result, Preview) and name == "preview":
            self.preview, self.edits = result, True
            colour = not self.app.no_color
            self._draw(lambda width: preview_lines(result, width, colour=colour))
            self.go("seen")
        elif isinstance(result, Preview):
            self.habits.folder = str(self.file.parent)
            told = [say_count("count.acts", result.new_acts)]
            told += [say_count("count.edits", len(result.edits))] if result.edits else []
            done = say("toast.imported", n=", ".join(told))
            self.post_message(Done(done, undoable=bool(result.edits)))

    def _draw(self, draw: Callable[[int], Iterator[Line]]) -> None:
        self.page.show(lambda width: list(draw(width)))

    # keys

    def action_move(self, by: int) -> None:
        if self.stage == "choose":
            super().action_move(by)
        else:
            self.page.move(by)

    def action_turn(self, by: int) -> None:
        if self.stage == "choose":
            super().action_turn(by)
        else:
            self.page.page(by)

    def action_complete(self) -> None:
        if self.stage == "choose":
            super().action_complete()
        elif self.may_choose and self.stage == "seen" and not self.busy:
            self.edits = not self.edits
            self.go("seen")

    def action_leave(self) -> None:
        if self.stage == "choose" or self.busy:
            super().action_leave()
        else:
            self.go("choose")

    def hints(self) -> Sequence[Hint]:
        if self.running is not None:
            return super().hints()
        enter, escape = say("key.enter"), say("key.escape")
        up_down = say("key.up_down")
        if self.stage == "choose":
            tab = [Hint(say("key.tab"), say("command.complete"))] if self.is_path else []
            return [
                Hint(up_down, say("command.choose")),
                *tab,
                Hint(enter, say("command.show")),
                Hint(escape, say("command.leave")),
            ]
        word = "take_in" if self.stage == "seen" else "show_valid"
        return [
            *([Hint(up_down, say("command.read"))] if self.page.long else []),
            *([Hint(say("key.tab"), self._other_way)] if self.may_choose else []),
            Hint(enter, say(f"command.{word}")),
            Hint(escape, say("command.other_file")),
        ]


def _fits(found: Found, words: Sequence[str]) -> bool:
    """Whether a file has all these words in its name or in that of its place."""
    place = place_name(found.place) if found.place else ""
    text = f"{found.path.name} {place}".casefold()
    return all(word in text for word in words)


def _spoilt_lines(refused: Refused, width: int) -> Iterator[Line]:
    """Why a file is not taken in, and what can be done all the same."""
    room = room_in(width)
    for line in wrap(f"! {refusal(refused.key, refused.details)}", room, "amber"):
        yield row(width, line)
    yield row(width, [])
    for line in wrap(say("exchange.spoilt_hint"), room):
        yield row(width, line)
