"""What changed since a moment: the records at the left, at the right their fields."""

from collections.abc import Sequence
from contextlib import closing
from typing import ClassVar

from storage.errors import Refused
from storage.progress import Stopped
from storage.records.fields import type_of
from storage.views import Change
from tui.acts import title_of
from tui.commands.base import Command
from tui.commands.common import EVERYWHERE, MOVES, Back
from tui.commands.history import READING
from tui.commands.overviews import OpenRow
from tui.guard import guarded
from tui.locale import known, number, say, say_count
from tui.messages import Moved, Work
from tui.pages.act import change_lines
from tui.progress import Running
from tui.progress import lines as progress_lines
from tui.rows import Blank, Choice, Heading, Row, Sentence
from tui.screens.beside import Beside
from tui.spans import Line, cut, ink, quiet
from tui.store import Store
from tui.widgets.footer import Hint
from tui.widgets.header import Header

TICK = 0.2
NAME = 24


class ChangesScreen(Beside):
    """Worked out beside the screen; gives the record to go to, or None."""

    TOPIC = "changes"
    DOES: ClassVar[tuple[type[Command], ...]] = (
        OpenRow, *READING, Back, *MOVES, *EVERYWHERE,
    )  # fmt: skip

    def __init__(self, store: Store, when: str, *, known: bool, said: str) -> None:
        """``when`` is how it stood then, ``said`` what that is called."""
        super().__init__()
        self.store = store
        self.when, self.known, self.said = when, known, said
        self.found: dict[str, list[Change]] = {}
        self.running: Running | None = Running()

    @guarded
    def on_mount(self) -> None:
        self.query_one(Header).show(self.store.totals())
        self.rows.focus()
        self.show_all()
        self.run_worker(self._work, thread=True)
        self.set_interval(TICK, self._tick)

    def on_unmount(self) -> None:
        if self.running is not None:
            self.running.stop()

    def _work(self) -> None:
        from storage.past.since import changed_since
        from storage.reader import Reader

        running = self.running or Running()
        try:
            with closing(Reader(self.store.path)) as source:
                found = changed_since(source, self.when, running.watch, known=self.known)
            self.post_message(Work("changes", found))
        except Refused as refused:
            self.post_message(Work("changes", refused=refused))
        except Stopped:
            return

    def on_work(self, message: Work) -> None:
        self.running = None
        if message.refused is not None:
            self.refuse(message.refused)
        else:
            found: list[list[Change]] = message.result  # type: ignore[assignment]
            self.found = {changes[0].record: changes for changes in found}
        self.show_all()

    def _tick(self) -> None:
        if self.running is not None:
            self.show_beside()

    def show_all(self) -> None:
        count = [quiet(number(len(self.found)))] if self.running is None else []
        self.rows.head([ink(say("changes.title", since=self.said), bold=True)], count)
        nothing = say("changes.nothing" if self.running is None else "changes.looking")
        self.rows.show(_rows(self.found) or [Sentence(nothing)])
        self.show_beside()

    @property
    def lit(self) -> str | None:
        """The record with the bar."""
        return self.rows.key

    def enter(self) -> None:
        self.dismiss(self.lit)

    @guarded
    def on_moved(self, message: Moved) -> None:
        self.show_beside()

    def lines(self, width: int, *, colour: bool) -> Sequence[Line]:
        if self.running is not None:
            return progress_lines(self.running, width)
        changes = self.found.get(self.lit or "", [])
        return list(change_lines(changes, width, about=self.lit or "", colour=colour))

    def shown_name(self) -> str:
        changes = self.found.get(self.lit or "")
        return title_of(changes) if changes else say("changes.title", since=self.said)

    def hints(self) -> Sequence[Hint]:
        moves = [Hint(say("key.up_down"), say("command.choose"))] if self.lit else []
        return [*moves, *self.hint("open_row", "other_side", "copy", "back")]


def _rows(found: dict[str, list[Change]]) -> list[Row]:
    """The records under their types."""
    rows: list[Row] = []
    type_ = ""
    for record, changes in found.items():
        if type_of(record) != type_:
            type_ = type_of(record)
            name = say(f"types.{type_}") if known(f"types.{type_}") else type_
            many = sum(type_of(one) == type_ for one in found)
            rows += [Blank()] if rows else []
            rows.append(Heading(name, number(many)))
        said = _said(changes)
        rows.append(Choice(record, [ink(cut(title_of(changes), NAME))], [quiet(said)]))
    return rows


def _said(changes: list[Change]) -> str:
    """New, gone, or how many fields."""
    life = next((one for one in changes if one.field == "life"), None)
    if life is not None and life.before is None:
        return say("changes.new")
    if life is not None and life.value in (None, "deleted"):
        return say("life.deleted")
    return say_count("cli.fields", len(changes))
