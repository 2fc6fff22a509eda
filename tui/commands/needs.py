"""What commands of the main screen need before they can be done."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class OnFile(Command):
    """Needs an open file. What changes something, and what is ``now_only``, cannot be done while
    the screen shows how it stood."""

    now_only = False

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        if not screen.ready:
            return say("reason.loading")
        writes = cls.group == "edit" or cls.now_only
        return say("reason.past") if writes and not screen.store.writes else None


class OnAgreement(OnFile):
    """Needs an agreement, live or not."""

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        reason = super().available(screen)
        return reason or (None if screen.page else say("reason.no_agreement"))


class OnRecord(OnFile):
    """Needs something on page 0, an agreement or anything else."""

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        nothing = None if screen.reading else say("reason.nothing_read")
        return super().available(screen) or nothing


class OnWritable(OnRecord):
    """Needs something on page 0 that was not deleted."""

    group = "edit"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        deleted = screen.reading is not None and screen.reading.life == "deleted"
        return super().available(screen) or (say("reason.deleted") if deleted else None)


class OnChosen(OnWritable):
    """Needs marked agreements, or something on page 0 that was not deleted."""

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        if screen.changes.marking:  # whatever is read, and still not in the past
            return super(OnRecord, cls).available(screen)
        return super().available(screen)


class OnLive(OnAgreement, OnWritable):
    """Needs an agreement that was not deleted."""


class OnChosenAgreements(OnLive):
    """Needs marked agreements, or one that was not deleted."""

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        if screen.changes.marking:  # whatever is read, and still not in the past
            return super(OnRecord, cls).available(screen)
        return super().available(screen)
