"""What the parts of the main screen that open forms and other screens ask of it."""

from collections.abc import Callable
from typing import Any, Protocol

from textual.message import Message
from textual.screen import Screen

from storage.errors import Refused
from tui.forms.parts.form import Form
from tui.screens.main.browser import Browser
from tui.screens.main.folder_watch import FolderWatch
from tui.screens.main.list_filters import ListFilters
from tui.screens.main.panes import Panes
from tui.screens.main.problem_count import ProblemCount
from tui.store import Store
from tui.user.drafts import Drafts
from tui.user.state import ScreenState


class Host(Protocol):
    """The main screen, as far as these parts know it."""

    state: ScreenState
    browser: Browser
    panes: Panes
    filters: ListFilters
    folders: FolderWatch
    problems: ProblemCount
    drafts: Drafts

    @property
    def store(self) -> Store:
        """What is read now."""

    @property
    def last_year(self) -> str:
        """The year in which the arrangement ends."""

    def push(self, screen: Screen[Any], answer: Callable[[Any], None] | None = None) -> None:
        """Put another screen over it; what that gives goes to ``answer``."""

    def ask(self, picker: Screen[Any], answer: Callable[[Any], None]) -> None:
        """The same, where something was chosen."""

    def open_form(self, form: Form, *, large: bool = False) -> None:
        """Put a form in the place of the page."""

    def close_form(self) -> None:
        """Put the page in its place again."""

    def post_message(self, message: Message) -> bool:
        """Tell of a change that was made, or would be in several agreements."""

    def clear_asked(self) -> None:
        """Take away what was told and asked beside a form."""

    def show_hints(self) -> None:
        """Show in the footer what works now."""

    @property
    def seen(self) -> Callable[[], None]:
        """Called when what is in the file now shows."""

    def toast(self, text: str, role: str = "green", offers: str = "") -> None:
        """Say in one line what happened, and offer the command that takes it back."""

    def reload(self) -> None:
        """Read everything that shows again."""

    def go_to(self, record: str | None) -> None:
        """Go to a record, unless none was chosen."""

    def go_pane(self, pane: int) -> None:
        """Go to a pane."""

    def saved(self, text: str, undoable: bool = True, record: str | None = None) -> None:
        """Show what was written."""

    def action_do(self, name: str) -> None:
        """Do a command."""

    def do_later(self, name: str | None) -> None:
        """The same, once what lies over it has gone."""

    def open_source(
        self, record: str | None, at: str = "", told: tuple[str, bool] = ("", False)
    ) -> None:
        """Read the document at the places of a record, or at a passage."""

    def open_coverage(self, at: str = "", told: tuple[str, bool] = ("", False)) -> None:
        """Show what the document gave."""

    def keep_drafts(self) -> None:
        """Write down what was typed and not saved."""

    def refuse(self, refused: Refused) -> None:
        """Say why something was not done."""
