"""The document beside the arrangement: reading it, attaching it, what it gave."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.commands.needs import OnFile
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen
    from tui.screens.source.coverage_screen import CoverageScreen
    from tui.screens.source.screen import SourceScreen


class Source(OnFile):
    """The document, at the place where the record that is read stands in it."""

    id = "source"
    keys = ("o",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.open_source(screen.record)


class Attach(OnFile):
    id = "attach"
    keys = ("O",)
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.widgets.forms.attach import AttachForm

        screen.open_form(AttachForm(screen.store, screen.state), large=True)


class Coverage(OnFile):
    id = "coverage"
    keys = ("C",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.open_coverage()


class AttachHere(Attach):
    """The same from the document: back to the main screen, where the form is."""

    @classmethod
    def available(cls, screen: "SourceScreen") -> str | None:  # type: ignore[override]
        return None

    @classmethod
    def run(cls, screen: "SourceScreen") -> None:  # type: ignore[override]
        screen.dismiss(Attach.id)


class CoverageHere(Coverage):
    """The same over the document."""

    @classmethod
    def available(cls, screen: "SourceScreen") -> str | None:  # type: ignore[override]
        return None


class DivideHere(Command):
    """Say otherwise what the lines of the document are."""

    id = "divide"
    keys = ("d",)
    group = "edit"

    @classmethod
    def available(cls, screen: "SourceScreen") -> str | None:
        if not screen.store.writes:
            return say("reason.past")
        if not screen.text.decides:
            return say("reason.edition" if screen.text.edition else "reason.no_document")
        return None

    @classmethod
    def run(cls, screen: "SourceScreen") -> None:
        screen.divide()


class ToPassage(Command):
    """To the passage with the bar, in the document."""

    id = "to_passage"
    keys = ("enter",)
    group = "look"

    @classmethod
    def available(cls, screen: "CoverageScreen") -> str | None:
        return None if screen.goes_to else say("reason.no_passage")

    @classmethod
    def run(cls, screen: "CoverageScreen") -> None:
        screen.open_passage()


class ToRecord(Command):
    """To the record that stands in the highlighted block; where there are more, to their list."""

    id = "to_record"
    keys = ("enter",)
    group = "look"

    @classmethod
    def available(cls, screen: "SourceScreen") -> str | None:
        return None if screen.block and screen.block.records else say("reason.no_records")

    @classmethod
    def run(cls, screen: "SourceScreen") -> None:
        screen.follow()


class OtherSide(Command):
    """Between the document and the list of what stands in a block."""

    id = "other_side"
    keys = ("tab", "shift+tab")
    group = "move"

    @classmethod
    def available(cls, screen: "SourceScreen") -> str | None:
        return ToRecord.available(screen)

    @classmethod
    def run(cls, screen: "SourceScreen") -> None:
        screen.other_side()


class NextOwn(Command):
    """To the next block in which the record stands."""

    id = "next_own"
    keys = ("N",)
    group = "move"

    @classmethod
    def available(cls, screen: "SourceScreen") -> str | None:
        return None if len(screen.own) > 1 else say("reason.one_place")

    @classmethod
    def run(cls, screen: "SourceScreen") -> None:
        screen.next_own()


class CopyBlock(Command):
    id = "copy_block"
    keys = ("y",)
    group = "exchange"

    @classmethod
    def available(cls, screen: "SourceScreen") -> str | None:
        return None if screen.block and screen.block.text else say("reason.no_document")

    @classmethod
    def run(cls, screen: "SourceScreen") -> None:
        from tui.locator import in_words

        if screen.block is not None:
            place = in_words(screen.block.locator)
            screen.app.copy_to_clipboard(f"{place}:\n{screen.block.text}\n")
            screen.toast(say("toast.copied", what=place))
