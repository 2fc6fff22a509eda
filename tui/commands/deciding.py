"""What a passage gives: an agreement made of it, one that exists, or nothing on purpose."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.source.deciding import Deciding


class _OnPassage(Command):
    """Needs a passage of the arrangement's own document, and a file to write in."""

    group = "edit"

    @classmethod
    def available(cls, screen: "Deciding") -> str | None:
        if not screen.store.writes:
            return say("reason.past")
        if not screen.text.decides:
            return say("reason.edition" if screen.text.edition else "reason.no_document")
        return None if screen.block is not None else say("reason.no_passage")


class MakeAgreement(_OnPassage):
    """A new agreement of the passage: its text, place, region and likely kind are there already."""

    id = "make_agreement"
    keys = ("n",)

    @classmethod
    def run(cls, screen: "Deciding") -> None:
        screen.decide("make")


class LeaveEmpty(_OnPassage):
    """It gives nothing, with the reason; without one that is open again."""

    id = "leave_empty"
    keys = ("l",)

    @classmethod
    def available(cls, screen: "Deciding") -> str | None:
        given = screen.block is not None and screen.block.records
        return super().available(screen) or (say("reason.gave_records") if given else None)

    @classmethod
    def run(cls, screen: "Deciding") -> None:
        screen.decide("empty")


class LinkAgreement(_OnPassage):
    """An agreement that exists stands in this passage too."""

    id = "link_agreement"
    keys = ("v",)

    @classmethod
    def run(cls, screen: "Deciding") -> None:
        screen.decide("link")


class NextUndecided(Command):
    """To the next passage of which nobody has said what it gives."""

    id = "next_undecided"
    keys = ("o",)
    group = "move"

    @classmethod
    def available(cls, screen: "Deciding") -> str | None:
        none = screen.text.next_undecided(-1) is None
        return say("reason.all_decided") if none else None

    @classmethod
    def run(cls, screen: "Deciding") -> None:
        screen.next_undecided()


class UndoDeciding(Command):
    """Take back what was done last."""

    id = "undo"
    keys = ("u",)
    group = "edit"

    @classmethod
    def available(cls, screen: "Deciding") -> str | None:
        return None if screen.store.writes else say("reason.past")

    @classmethod
    def run(cls, screen: "Deciding") -> None:
        screen.take_back()


DECIDING: tuple[type[Command], ...] = (
    *(MakeAgreement, LeaveEmpty, LinkAgreement, NextUndecided, UndoDeciding),
)
