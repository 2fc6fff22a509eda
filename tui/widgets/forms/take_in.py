"""Import a file: first what it would change, then Enter takes it in."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from storage.errors import Refused
from storage.views import Change, Preview
from tui import dates
from tui.acts import title_of
from tui.locale import say, say_count
from tui.messages import Done, Hinted
from tui.pages import LABEL, field_name, labelled
from tui.redline import redline
from tui.spans import Line, cut, gap, ink, quiet, row, wrap_spans
from tui.store import Store
from tui.values import in_words
from tui.widgets.footer import Hint
from tui.widgets.forms.path import PathForm
from tui.widgets.lines import Lines


class ImportForm(PathForm):
    """Nothing happens before the preview was seen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "read(1)", show=False),
        Binding("up", "read(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]
    command = "import"
    title = "title.import"
    explain = "exchange.import_hint"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.seen: tuple[Path, Preview] | None = None

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Lines("preview", focusable=False)

    def on_input_changed(self) -> None:
        """Another path: what was seen no longer counts."""
        self.seen = None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        path = self.path
        if self.busy:
            return
        if path is None:
            self.tell(say("exchange.missing"))
        elif not os.path.isfile(path):  # False also for a name that is too long
            self.refuse(Refused("no_file", path=path))
        elif self.seen is None or self.seen[0] != path:
            self._preview(path)
        elif self.seen[1].edits:
            self.tell(say("exchange.edits_stop"))
        else:
            self.work("import", lambda: self.store.import_(path))

    def action_read(self, by: int) -> None:
        self.query_one("#preview", Lines).move(by)

    def action_turn(self, by: int) -> None:
        self.query_one("#preview", Lines).page(by)

    def _preview(self, path: Path) -> None:
        self.seen = None
        self.work("preview", lambda: (path, self.store.preview(path)))

    def finished(self, name: str, result: object) -> None:
        if name == "preview" and isinstance(result, tuple):
            self.seen = result
            preview = self.seen[1]
            self.tell()
            colour = not self.app.no_color
            shown = self.query_one("#preview", Lines)
            shown.show(lambda width: list(_lines(preview, width, colour=colour)))
            self.post_message(Hinted())
        elif isinstance(result, Preview):
            told = say_count("count.acts", result.new_acts)
            self.post_message(Done(say("toast.imported", n=told), undoable=False))

    def hints(self) -> Sequence[Hint]:
        word = "take_in" if self.seen else "show"
        longer = self.seen and self.query_one("#preview", Lines).long
        return [
            *([Hint(say("key.up_down"), say("command.read"))] if longer else []),
            Hint(say("key.enter"), say(f"command.{word}")),
            Hint(say("key.escape"), say("command.leave")),
        ]


def _lines(preview: Preview, width: int, *, colour: bool) -> Iterator[Line]:
    """What the file holds, and what it would change."""
    room = min(72, width - 4)
    yield row(width, [])
    facts = (
        ("from", preview.exported_by),
        ("made", dates.moment(preview.exported_at) if preview.exported_at else None),
        ("contents", say_count("exchange.count_acts", preview.acts)),
        ("new", _news(preview)),
        ("result", _conflicts(preview)),
    )
    for name, text in facts:
        if text:
            yield from labelled(say(f"exchange.{name}"), text, room, width)
    for name, changes in (("changes", preview.changes), ("edits", preview.edits)):
        records = _by_record(changes)
        if records:
            yield row(width, [])
            yield row(width, [quiet(say(f"exchange.{name}"))])
        for found in records.values():
            yield from _record(found, room, width, colour=colour)


def _by_record(changes: Sequence[Change]) -> dict[str, list[Change]]:
    """The changes of each record; authors are named as senders already."""
    records: dict[str, list[Change]] = {}
    for change in changes:
        if not change.record.startswith("authors/"):
            records.setdefault(change.record, []).append(change)
    return records


def _record(changes: Sequence[Change], room: int, width: int, *, colour: bool) -> Iterator[Line]:
    """What changes in one record; of a new one only that it is new."""
    title = ink(cut(title_of(changes) or say("type.entries"), room - 10))
    new = any(change.field == "life" and change.before is None for change in changes)
    yield row(width, [title, gap(2), quiet(say("exchange.new_record"))] if new else [title])
    for change in () if new else changes:
        now = in_words(change.field, change.value)
        old = in_words(change.field, change.before) if change.before is not None else ""
        name = cut(field_name(change.field), LABEL - 3).ljust(LABEL - 2)
        for n, line in enumerate(wrap_spans(redline(old, now, colour=colour), room - LABEL)):
            yield row(width, [gap(2), quiet(name if n == 0 else " " * len(name)), *line])


def _news(preview: Preview) -> str:
    if not preview.new_acts:
        return say("exchange.nothing_new")
    told = say_count("count.acts", preview.new_acts)
    who = ", ".join(f"{name} {n}" for name, n in preview.senders)
    return f"{told}   {who}" if who else told


def _conflicts(preview: Preview) -> str:
    if not preview.conflicts:
        return say("exchange.no_conflicts")
    return say_count("count.conflicts", preview.conflicts)
