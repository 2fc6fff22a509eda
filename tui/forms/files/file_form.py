"""Choose a file, see what it would do, and then Enter does it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from storage.acts import Act
from storage.errors import Refused
from storage.views.erasures import Erasure
from storage.views.import_preview import Preview
from tui.base.app_messages import Work
from tui.commands import keymap
from tui.draw.spans import Line, clean
from tui.forms.files.file_chooser import ChooseForm
from tui.forms.files.file_preview import FilePreview, erase_word
from tui.forms.parts.form import FormNote, FormTitle, Label, form_heading, label
from tui.locale import number, say
from tui.rows.file_rows import file_fits, file_place_name, found_rows
from tui.rows.row import Heading, Row, SentenceRow
from tui.store import Store
from tui.user.state import ScreenState
from tui.widgets.footer import KeyHint
from tui.widgets.widget_messages import Hinted

CHOOSE = "choose"


class FileForm(ChooseForm):
    """Nothing happens before what the file would do was seen.

    ``command`` is the command that opens the form; its texts are the heading.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "choose", show=False),
        Binding("f6", "confirm", show=False),
    ]
    command: ClassVar[str]
    asking, finding = "exchange.path", "exchange.find"
    """The keys of what is asked, and of how one answers."""
    narrows = True

    def __init__(self, store: Store, habits: ScreenState) -> None:
        super().__init__(store, habits, hint=say(self.finding))
        self.page = FilePreview("preview")
        self.stage = CHOOSE
        self.file = Path()
        self.confirms = False
        """Whether what others ask to erase is erased here at once."""
        self.gone: list[Act] = []
        """What went so."""

    def compose(self) -> ComposeResult:
        yield FormTitle(keymap.letter(self.command), say(f"title.{self.command}"))
        yield Label(id="group")
        with Horizontal(classes="line", id="asked"):
            yield Label(label(say(self.asking)))
            yield self.field
        yield FormNote()
        yield self.rows
        yield self.page

    def on_mount(self) -> None:
        self.go(self.stage)

    # stages

    @property
    def choosing(self) -> bool:
        return self.stage == CHOOSE

    def go(self, stage: str) -> None:
        """Show another stage: the list, or what there is to know of a file."""
        self.stage = stage
        self.query_one("#asked").display = self.rows.display = self.choosing
        self.page.display = not self.choosing
        self.query_one(FormTitle).tell("" if self.choosing else self.file.name)
        self.query_one("#group", Label).say(form_heading("where") if self.choosing else ())
        self.say_stakes()
        self.tell()
        self.take_focus()
        self.post_message(Hinted())

    def take_focus(self) -> None:
        (self.field if self.choosing else self.page).focus()

    def explanation(self) -> str:
        if not self.choosing:
            return say(f"file.nothing_yet_{self.command}")
        blind = [looked for looked in self.looked.values() if looked.reason]
        told = [
            say("exchange.unreadable", place=file_place_name(one.place), reason=one.reason)
            for one in blind
        ]
        there = self.completed or any(looked.files for looked in self.looked.values())
        if self.waited and not there:
            where = ", ".join(file_place_name(place) for place in self.places)
            told.append(say(f"file.nothing_found_{self.command}", places=where))
        return " ".join(told) or say(f"file.hint_{self.command}")

    def say_stakes(self) -> None:
        conflicts = self.seen.conflicts if self.seen is not None and not self.choosing else 0
        needed = int(self.choosing and self.lacks)
        self.query_one(FormTitle).stake(changed=0, needed=needed, conflicts=conflicts)

    @property
    def seen(self) -> Preview | None:
        """What would be taken in, as far as that was looked into."""
        return None

    # choosing

    def choices(self) -> list[Row]:
        words = self.line.casefold().split()
        files = {one.path: one for looked in self.looked.values() for one in looked.files}
        found = sorted(files.values(), key=lambda one: one.when, reverse=True)
        rows = found_rows(one for one in found if file_fits(one, words))
        if not rows and words:
            return [SentenceRow(say("exchange.no_match", words=clean(self.line)))]
        return [Heading(say("form.found"), number(len(rows))), *rows] if rows else []

    def choose(self) -> None:
        """Enter: look into the file, or do what was shown."""
        if self.busy:
            return
        if self.choosing:
            self._choose_file()
        else:
            self.go_on()

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
            self.look_into(found.path if found is not None else typed or Path())
        else:
            self.tell(say("exchange.missing"))

    def look_into(self, path: Path) -> None:
        """Find out what a file would do."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Enter on what was shown."""
        raise NotImplementedError

    @property
    def to_erase(self) -> Sequence[Erasure]:
        """What is asked to be erased with what was looked into."""
        return self.seen.erasures if self.seen is not None else ()

    def redraw(self) -> None:
        """Show again what was looked into."""
        raise NotImplementedError

    def action_confirm(self) -> None:
        if self.to_erase and not self.choosing and not self.busy:
            self.confirms = not self.confirms
            self.redraw()
            self.post_message(Hinted())

    def confirm(self, came: Sequence[Erasure]) -> tuple[Erasure, ...]:
        """Erase at once what came and was shown, where that was chosen; those that wait."""
        shown = {one.act for one in self.to_erase} if self.confirms else set()
        acts = [one.act for one in came if one.act in shown]
        if acts:
            self.store.erasures.confirm(acts, self.gone.extend)
        return tuple(one for one in came if one.act not in shown)

    def on_work(self, message: Work) -> None:
        """What went goes from what was typed too, whatever became of the rest."""
        self.app.forget_typed(self.gone)
        self.gone = []

    def refused(self, name: str, refused: Refused) -> None:
        """Back to choosing, and why."""
        self.go(CHOOSE)
        self.refuse(refused)

    def draw(self, draw: Callable[[int], Iterator[Line]]) -> None:
        """Show lines in the place of the list."""
        self.page.show(lambda width: list(draw(width)))

    # keys

    def action_move(self, by: int) -> None:
        if self.choosing:
            super().action_move(by)
        else:
            self.page.move(by)

    def action_turn(self, by: int) -> None:
        if self.choosing:
            super().action_turn(by)
        else:
            self.page.page(by)

    def action_complete(self) -> None:
        if self.choosing:
            super().action_complete()

    def action_leave(self) -> None:
        if self.choosing or self.busy:
            super().action_leave()
        else:
            self.go(CHOOSE)

    def hints(self) -> Sequence[KeyHint]:
        if self.running is not None:
            return super().hints()
        enter, escape = say("key.enter"), say("key.escape")
        if self.choosing:
            tab = [KeyHint(say("key.tab"), say("command.complete"))] if self.is_path else []
            return [
                KeyHint(say("key.up_down"), say("command.choose")),
                *tab,
                KeyHint(enter, say("command.show")),
                KeyHint(escape, say("command.leave")),
            ]
        return [
            *([KeyHint(say("key.up_down"), say("command.read"))] if self.page.long else []),
            *([KeyHint("F6", erase_word(confirms=self.confirms))] if self.to_erase else []),
            *self.more_hints(),
            KeyHint(escape, say(f"command.{self.other_choice}")),
        ]

    @property
    def other_choice(self) -> str:
        """What Esc does where something was chosen, by its word."""
        return "other_file"

    def more_hints(self) -> Sequence[KeyHint]:
        """What can be done with what is shown."""
        raise NotImplementedError
