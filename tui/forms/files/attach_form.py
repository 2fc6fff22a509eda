"""Attach the document: choose its file, see how it is divided, and then Enter puts it beside."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from storage.errors import Refused
from tui.draw.spans import Line, clean, cut, gap, ink, quiet, room_in, row, wrap
from tui.forms.files.file_form import FileForm
from tui.forms.form_messages import Done, ToDivide
from tui.locale import number, say, say_count
from tui.widgets.footer import KeyHint
from tui.words.called import short_name_of
from tui.words.labelled import labelled
from tui.words.locator import locator_in_words
from tui.words.record_words import short_code

if TYPE_CHECKING:
    from seed.document.beside import Attached

STATES = ("changed", "moved", "gone", "new")


class AttachForm(FileForm):
    """No agreement changes by it; what another edition changed is told before, and it can be
    divided otherwise."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f6", "divide", show=False)]
    command = "attach"
    endings = (".txt", ".md", ".docx", ".pdf")
    found: "Attached"

    def look_into(self, path: Path) -> None:
        self.file = path
        from seed.document.beside import profile_of, read_document

        def read(_: object) -> object:
            return (
                path if path.is_dir() else read_document(self.store, path, profile_of(self.store))
            )

        self.work("read", read)

    def go_on(self) -> None:
        found = self.found
        self.work(
            "attach",
            lambda watch: self.store.documents.attach(
                found.document, found.passages, found.profile, found.moves
            ),
        )

    def action_divide(self) -> None:
        """Say what the lines of the document are, before it is attached."""
        if self.choosing or self.busy:
            return
        from seed.document.beside import is_fixed, profile_of

        if is_fixed(profile_of(self.store)):
            self.refuse(Refused("division_fixed"))
            return
        self.post_message(ToDivide(self.found, self._divided))

    def _divided(self, found: "Attached | None") -> None:
        if found is not None:
            self.found = found
            self.draw(self._lines)

    def finished(self, name: str, result: object) -> None:
        from seed.document.beside import Attached

        if isinstance(result, Path):
            self.enter(result)
        elif isinstance(result, Attached):
            self.found = result
            self.draw(self._lines)
            self.go("seen")
        else:
            self.habits.folder = str(self.file.parent)
            done = say_count("toast.attached", len(self.found.passages))
            self.post_message(Done(done, undoable=bool(result)))

    def _lines(self, width: int) -> Iterator[Line]:
        """What the document is called, how it is divided, how it lies beside the known one, what
        that concerns."""
        from seed.document.beside import astray_in, changed_records

        found, room = self.found, room_in(width)
        title = found.passages[0].text
        yield from labelled(say("attach.title"), title, room, width)
        yield from labelled(say("attach.blocks"), number(len(found.passages)), room, width)
        if found.compared:
            yield from labelled(say("attach.compared"), self._compared(), room, width)
        yield from self._headings(room, width)
        concerned = list(changed_records(self.store, found))
        if concerned:
            yield row(width, [])
            for line in wrap(say("attach.concerned"), room, "quiet"):
                yield row(width, line)
        for one, records in concerned:
            codes = [short_code(self.store.title(record)[0] or record) for record in records]
            place, state = locator_in_words(one.was or ""), say(f"compared.{one.state}")
            told = f"{place}: {state}   {', '.join(codes)}"
            yield from (row(width, line) for line in wrap(told, room))
        astray = astray_in(self.store, found)
        if astray:
            yield row(width, [])
            for line in wrap(say("attach.astray"), room, "amber"):
                yield row(width, line)
        for record, locator in astray:
            yield row(width, [ink(short_name_of(self.store, record)), gap(2), quiet(locator)])

    def _headings(self, room: int, width: int) -> Iterator[Line]:
        """The chapters and headings, each with how many blocks stand under it."""
        from seed.document.numbered import TITLE

        passages = self.found.passages
        heads = [n for n, one in enumerate(passages)
                 if one.kind == "heading" and one.locator != f"{TITLE}.h"]  # fmt: skip
        yield row(width, [])
        for line in wrap(say("attach.headings" if heads else "attach.no_headings"), room, "quiet"):
            yield row(width, line)
        for n, until in pairwise([*heads, len(passages)]):
            deep = passages[n].locator.count(".") - 1
            count = quiet(number(until - n - 1))
            name = cut(clean(passages[n].text), room - 6 - 2 * deep)
            yield row(room + 4, [gap(2 * deep), ink(name, bold=not deep)], [count])

    def _compared(self) -> str:
        differing = self.found.differing
        if not differing:
            return say("attach.the_same")
        counts = {state: sum(one.state == state for one in differing) for state in STATES}
        return ", ".join(
            say(f"attach.{state}", n=number(count)) for state, count in counts.items() if count
        )

    def more_hints(self) -> Sequence[KeyHint]:
        divide = KeyHint("F6", say("command.divide"))
        return [KeyHint(say("key.enter"), say("command.attach")), divide]
