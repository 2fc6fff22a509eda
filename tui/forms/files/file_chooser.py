"""Choosing a file or a folder: a list of what there is, which typing narrows; a path works too."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from storage.text import typed
from tui.forms.files.lookout import complete, look_everywhere
from tui.forms.form_messages import Completed, PlaceLooked
from tui.forms.parts.form import FormTitle
from tui.forms.parts.work_form import WorkForm
from tui.rows.file_rows import file_key, found_rows
from tui.rows.row import Row
from tui.store import Store
from tui.user.places import ENDING, Endings, FilePlace, FoundFile, in_order
from tui.user.state import ScreenState
from tui.widgets.row_list import RowList
from tui.widgets.safe_inputs import LineInput
from tui.widgets.widget_messages import Chosen, Hinted, Moved
from tui.words.remaining import PATIENCE

_PATH = re.compile(r"""["']?(~|[/\\]|\.{1,2}[/\\]|[A-Za-z]:)""")
_SEPARATORS = r"[/\\]" if os.sep == "\\" else "/"


class ChooseForm(WorkForm):
    """Places are looked at beside the screen, and show as each of them answers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("tab", "complete", show=False),
    ]

    narrows: ClassVar[bool]
    """Whether what is typed, when it is no path, chooses from the list."""
    endings: ClassVar[Endings] = (ENDING, f"{ENDING}.gz")

    def __init__(self, store: Store, habits: ScreenState, name: str = "", hint: str = "") -> None:
        super().__init__(store)
        self.field = LineInput(name, placeholder=hint, id="path")
        self.rows = RowList("choices", tone="page", headed=False)
        self.habits = habits
        self.last = Path(habits.folder) if habits.folder else None
        self.looked: dict[Path, PlaceLooked] = {}
        self.completed: Sequence[FoundFile] = ()
        self.moved = False
        self.waited = False
        self.entered: dict[str, Path] = {}
        """The folders that were gone into, by how they stand in the line: a name may hold what
        cannot be typed."""

    def on_mount(self) -> None:
        self.rows.active = True
        look_everywhere(self.last, self.endings, self.post_message)
        self.set_timer(PATIENCE, self._have_waited)
        self.show_rows()

    def _have_waited(self) -> None:
        """What has not answered by now may never do so."""
        self.waited = True
        self._tell_again()

    def _tell_again(self) -> None:
        if self.calm and not self.busy:
            self.tell()

    # what there is

    @property
    def line(self) -> str:
        """What was typed."""
        return self.field.value.strip()

    @property
    def is_path(self) -> bool:
        """Whether what was typed says where, instead of what."""
        return bool(_PATH.match(self.line))

    @property
    def places(self) -> list[FilePlace]:
        """The places that answered, the one used last first."""
        found = in_order(looked.place for looked in self.looked.values() if not looked.reason)
        return sorted(found, key=lambda place: place.folder != self.last)

    @property
    def place(self) -> FilePlace | None:
        """The place that is highlighted, where no path was typed."""
        key = None if self.is_path else self.rows.key
        return next((place for place in self.places if file_key(place.folder) == key), None)

    def on_place_looked(self, message: PlaceLooked) -> None:
        message.stop()
        known = self.looked.get(message.place.folder)
        if known is None or known.place.kind == "last":  # a stick is told by its own name
            self.looked[message.place.folder] = message
        self.show_rows()
        self._tell_again()

    def on_completed(self, message: Completed) -> None:
        message.stop()
        if message.typed == self.line:
            self.completed = message.found
            self.show_rows()
            self._tell_again()

    def on_input_changed(self, event: LineInput.Changed) -> None:
        if event.input is not self.field:
            return
        event.stop()
        self.moved = self.moved and not (self.is_path or self.narrows)
        self.completed = ()
        if self.is_path:
            folder, start = self._split()
            complete(self.line, folder, start, self.endings, self.post_message)
        self.show_rows()
        self.post_message(Hinted())

    def show_rows(self) -> None:
        """Show what fits what was typed; the first until someone moves."""
        if not self.moved:
            self.rows.forget()
        self.rows.show(self.inside() if self.is_path else self.choices())
        self.rows.refresh(layout=True)
        self.say_stakes()

    def say_stakes(self) -> None:
        """Say in the heading whether something is still to be filled in."""
        self.query_one(FormTitle).stake(changed=0, needed=int(self.lacks), conflicts=0)

    @property
    def lacks(self) -> bool:
        """Whether Enter has nothing to go on with."""
        return not self.line and self.rows.key is None

    def inside(self) -> list[Row]:
        """What the path that was typed may go on with."""
        return found_rows(self.completed)

    def choices(self) -> list[Row]:
        """What there is to choose from when no path was typed."""
        raise NotImplementedError

    # the path that was typed

    def _split(self) -> tuple[Path, str]:
        """The folder of what was typed, and what a name in it begins with."""
        text = self.line.strip("\"'")
        name = re.split(_SEPARATORS, text)[-1]
        before = text[: len(text) - len(name)]
        if before in self.entered:
            return self.entered[before], name
        return Path(os.path.expanduser(before or text)), name if before else ""

    @property
    def folder(self) -> Path | None:
        """The folder of which the line names all and nothing more."""
        folder, name = self._split()
        return None if name else folder

    @property
    def typed_path(self) -> Path:
        """The path that was typed."""
        folder, name = self._split()
        return folder / name

    def enter(self, folder: Path) -> None:
        """Go on into a folder: the line says so, and the list shows what is in it."""
        text = typed(str(folder)).rstrip(os.sep) + os.sep
        self.entered[text] = folder
        self.field.value = text
        self.field.cursor_position = len(text)

    # keys

    def action_move(self, by: int) -> None:
        self.rows.move(by)

    def action_turn(self, by: int) -> None:
        self.rows.page(by)

    def on_moved(self, message: Moved) -> None:
        message.stop()
        self.moved = True

    def action_complete(self) -> None:
        found = self.highlighted
        if found is not None and found.is_folder and not self.busy:
            self.enter(found.path)

    @property
    def highlighted(self) -> FoundFile | None:
        """The file or folder that is highlighted."""
        key = self.rows.key
        known = [*self.completed, *(one for place in self.looked.values() for one in place.files)]
        return next((one for one in known if file_key(one.path) == key), None)

    def on_chosen(self, message: Chosen) -> None:
        """A click chooses as Enter does."""
        message.stop()
        self.moved = True
        self.choose()

    def on_input_submitted(self, event: LineInput.Submitted) -> None:
        event.stop()
        self.choose()

    def choose(self) -> None:
        """Enter."""
        raise NotImplementedError
