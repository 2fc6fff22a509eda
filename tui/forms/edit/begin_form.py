"""A new arrangement: what is asked of it, and then the screen goes on with its file."""

from pathlib import Path

from storage.errors import Refused
from tui.forms.model.new_arrangement import Beginning
from tui.forms.parts.fill_form import FillForm
from tui.forms.parts.form import FormTitle
from tui.locale import say
from tui.user.drafts import Drafts

ABOUT = "begin"


class BeginForm(FillForm):
    """What is open now stays as it is."""

    def __init__(self, folder: Path, drafts: Drafts) -> None:
        self.beginning = Beginning(folder)
        super().__init__(FormTitle("", say("new.arrangement")), self.beginning, drafts, ABOUT)

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
