"""Screens on which one says what each passage of the document gives; the forms are the main
screen's, and one comes back from them to the next passage."""

from typing import ClassVar, Literal, NamedTuple

from seed.document.document_reader import ReadBlock, Text
from tui.base.base_screen import BaseScreen
from tui.locale import say
from tui.store import Store
from tui.words.act_words import describe

Way = Literal["read", "make", "empty", "link"]
Origin = Literal["source", "coverage"]


class ToDecide(NamedTuple):
    """What is to be done with a passage, by its locator, and the screen that one came from."""

    way: Way
    locator: str
    origin: Origin


class Deciding(BaseScreen):
    """``told`` is said as soon as the screen shows, and whether that can be taken back."""

    ORIGIN: ClassVar[Origin]
    store: Store
    text = Text((), attached=False, edition=False)
    told: tuple[str, bool] = ("", False)

    @property
    def block(self) -> ReadBlock | None:
        """The passage that is highlighted."""
        raise NotImplementedError

    @property
    def why_read_only(self) -> str | None:
        """Why nothing can be said of this document; None where that can be done."""
        if not self.store.writes:
            return say("reason.past")
        if not self.text.decides:
            return say("reason.edition" if self.text.edition else "reason.no_document")
        return None

    @property
    def why_not_decide(self) -> str | None:
        """Why nothing can be said of the passage that is highlighted."""
        return self.why_read_only or (None if self.block else say("reason.no_passage"))

    @property
    def gave_nothing(self) -> bool:
        """Whether no record stands in it."""
        return self.block is None or not self.block.records

    @property
    def is_undecided(self) -> bool:
        """Whether there is a passage of which nobody has said what it gives."""
        return self.text.next_undecided(-1) is not None

    def decide(self, way: Way) -> None:
        """Go to the form by which it is decided."""
        if self.block is not None:
            self.dismiss(ToDecide(way, self.block.locator, self.ORIGIN))

    def stand_at(self, locator: str) -> None:
        """Highlight a passage."""
        raise NotImplementedError

    def next_undecided(self) -> None:
        """Highlight the next passage of which nobody has said what it gives."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take back what was done last, and go to the passage that is open again by it."""
        before = self.text.undecided
        told = say("toast.undone", what=describe(self.store.undo()))
        self.wrote()
        self.refreshed()
        again = [locator for locator in self.text.undecided if locator not in before]
        if again:
            self.stand_at(again[0])
        self.toast(told)

    def tell(self) -> None:
        """Say what was done before one came here."""
        text, saved = self.told
        if text:
            self.toast(text, "green" if saved else "amber", "undo" if saved else "")
