"""Export to a file for a colleague: a place, the name of the file in it, and what goes along."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from storage.errors import Refused
from storage.formats.profiles import PROFILES
from storage.progress import Watch
from tui.commands import keymap
from tui.draw.spans import accent, gap, ink, quiet, row
from tui.forms.files.file_chooser import ChooseForm
from tui.forms.form_messages import Done, SharesCounted
from tui.forms.parts.form import FormNote, FormTitle, Label, form_heading, label
from tui.locale import say
from tui.rows.file_rows import FilePlaceRow, file_place_name
from tui.rows.row import Row
from tui.store import Store
from tui.user.places import ENDING
from tui.user.state import ScreenState
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane
from tui.widgets.safe_inputs import LineInput
from tui.words.contents.readership import INTERNAL, read_by
from tui.words.leaving import leaving_lines, profile_name


class ExportForm(ChooseForm):
    """A file that stands there already is replaced only when asked twice."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("shift+tab", "profile(-1)", show=False)]
    narrows = False

    def __init__(self, store: Store, habits: ScreenState) -> None:
        super().__init__(store, habits, f"arrangement-{date.today().isoformat()}{ENDING}")
        self.asked: Path | None = None
        self.warned: Path | None = None
        """The file of which it was said who reads own notes that go along."""
        self.profile = PROFILES[0]
        self.leaving = LinePane("leaving", focusable=False)

    def compose(self) -> ComposeResult:
        yield FormTitle(keymap.letter("export"), say("title.export"))
        yield Label(form_heading("where"))
        yield self.rows
        with Horizontal(classes="line"):
            yield Label(label(say("exchange.path")))
            yield self.field
        yield Label(form_heading("what"), id="what")
        yield Label(id="profile")
        yield self.leaving
        yield FormNote()

    @property
    def lacks(self) -> bool:
        return not self.line

    def on_mount(self) -> None:
        self.show_leaving()

    def explanation(self) -> str:
        return say("exchange.hint_public" if self.profile == "public" else "exchange.export_hint")

    # what goes along

    def show_leaving(self) -> None:
        """Say for whom the file is, and what of this arrangement goes along with it, which is
        counted beside the screen."""
        self.show_profile()
        self.leaving.show(lambda width: [row(width, [quiet(say("changes.looking"))])])
        self.run_worker(partial(self._count, self.profile), thread=True)

    def _count(self, profile: str) -> None:
        from storage.reader import Reader

        try:
            with closing(Reader(self.store.path)) as source:
                self.post_message(SharesCounted(profile, source.shares(profile)))
        except Refused as refused:
            self.post_message(SharesCounted(profile, refused=refused))

    def on_shares_counted(self, message: SharesCounted) -> None:
        message.stop()
        if message.refused is not None:
            self.refuse(message.refused)
        elif message.profile == self.profile:
            self.leaving.show(lambda width: list(leaving_lines(message.shares, width)))

    def on_input_changed(self, event: LineInput.Changed) -> None:
        self.show_profile()
        self.say_stakes()

    def show_profile(self) -> None:
        """Say for whom the file is, and the key for someone else: Tab goes on with a path."""
        key = say("key.shift_tab" if self.is_path else "key.tab")
        self.query_one("#profile", Label).say(
            [*label(say("exchange.profile")), ink(profile_name(self.profile)), gap(3),
             accent(key, bold=True), gap(), quiet(profile_name(self._other(1)))]
        )  # fmt: skip

    def _other(self, by: int) -> str:
        return PROFILES[(PROFILES.index(self.profile) + by) % len(PROFILES)]

    def action_profile(self, by: int) -> None:
        """For someone else."""
        if not self.busy:
            self.profile, self.warned = self._other(by), None
            self.show_leaving()
            self.tell()

    def action_complete(self) -> None:
        if self.is_path:
            super().action_complete()
        else:
            self.action_profile(1)

    def choices(self) -> list[Row]:
        return [FilePlaceRow(place) for place in self.places]

    @property
    def target(self) -> Path | None:
        """What was typed, in the place that is highlighted or as a path of its own."""
        if self.is_path:
            return self.typed_path
        return self.place.folder / self.line if self.place is not None and self.line else None

    def choose(self) -> None:
        """Enter: write, or go on into a folder."""
        found = self.highlighted if self.is_path and self.moved else None
        target = self.target
        if self.busy:
            return
        if found is not None and found.is_folder:
            self.enter(found.path)
        elif target is None:
            self.tell(say("exchange.missing"))
        else:
            path = _with_ending(target)
            if self.profile == INTERNAL and self.warned != path and not target.is_dir():
                self.warned = path
                self.tell(say("exchange.internal_asked", readers=self._readers(path)))
                return
            agreed, self.asked = path == self.asked, path
            self.work("export", lambda watch: self._export(target, path, watch, agreed=agreed))

    def _readers(self, path: Path) -> str:
        """Who reads in the exchange folder in which the file is to lie; "" where it is none."""
        around = {one.place for one in self.store.exchange.folders()}
        place = next((one for one in path.absolute().parents if one in around), None)
        return read_by(self.store.exchange.readers(place)) if place is not None else ""

    def _export(self, target: Path, path: Path, watch: Watch, *, agreed: bool) -> Path | str:
        """The file that was written; or a folder to go on into; or the key of what is asked."""
        if target.is_dir():
            return target
        if path.exists() and not agreed:
            self.store.check_target(path, "export")
            return "exchange.exists"
        self.store.snapshots.export(path, self.profile, watch=watch)
        return path

    def finished(self, name: str, result: object) -> None:
        if isinstance(result, str):
            self.tell(say(result))
        elif isinstance(result, Path) and result != self.asked:
            self.enter(result)
            self.tell(say("exchange.missing"))
        elif isinstance(result, Path):
            self.habits.folder = str(result.parent)
            where = [file_place_name(self.place)] if self.place is not None else []
            told = say("toast.exported", path=": ".join([*where, result.name]))
            self.post_message(Done(told, undoable=False))

    def hints(self) -> Sequence[KeyHint]:
        if self.running is not None:
            return super().hints()
        return [
            KeyHint(say("key.up_down"), say("command.choose")),
            *([KeyHint(say("key.tab"), say("command.complete"))] if self.is_path else []),
            KeyHint(say("key.enter"), say("command.export")),
            KeyHint(say("key.escape"), say("command.leave")),
        ]


def _with_ending(path: Path) -> Path:
    """A name without an ending gets that of an export, so that it is found again."""
    if not path.name or path.suffix[1:].isalpha():
        return path
    return path.with_name(f"{path.name}{ENDING}")
