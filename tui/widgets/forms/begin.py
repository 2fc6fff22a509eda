"""A new arrangement: what is asked of it, and then the screen goes on with its file."""

from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import Refused
from tui.forms.beginning import Beginning
from tui.forms.drafts import Drafts
from tui.locale import say
from tui.widgets.forms import Title
from tui.widgets.forms.fill import Fill

if TYPE_CHECKING:
    from tui.app import ArrangementApp

ABOUT = "begin"


class BeginForm(Fill):
    """What is open now stays as it is."""

    app: "ArrangementApp"

    def __init__(self, folder: Path, drafts: Drafts) -> None:
        self.beginning = Beginning(folder)
        super().__init__(Title("", say("new.arrangement")), self.beginning, drafts, ABOUT)

    def ready(self) -> None:
        if not self.right():
            return
        try:
            path = self.beginning.make()
        except Refused as refused:
            self.refuse(refused)
            return
        self.drafts.forget(self.about)
        self.ended = True
        self.app.go_on_with(path)
