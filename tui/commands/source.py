"""The document beside the arrangement: reading it, attaching it, what it gave."""

from typing import TYPE_CHECKING

from tui.commands.needs import OnFile

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


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
        from tui.forms.files.attach_form import AttachForm

        screen.open_form(AttachForm(screen.store, screen.state), large=True)


class Coverage(OnFile):
    id = "coverage"
    keys = ("C",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.open_coverage()
