"""Forms that ask for a file, and do something with it beside the screen."""

import os
from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.errors import Refused
from tui import keys
from tui.locale import refusal, say
from tui.messages import Work
from tui.store import Store
from tui.widgets.fields import Field
from tui.widgets.forms import Form, Label, Title, Told, label


class PathForm(Form):
    """A path to type, starting in the home folder; the work goes on beside the screen."""

    command = ""
    title = ""
    explain = ""

    def __init__(self, store: Store, name: str = "") -> None:
        super().__init__()
        self.store = store
        self.start = f"~/{name}"

    def compose(self) -> ComposeResult:
        yield Title(keys.letter(self.command), say(self.title))
        yield Label()
        with Horizontal(classes="line"):
            yield Label(label(say("exchange.path")))
            yield Field(self.start)
        yield Told()

    def on_mount(self) -> None:
        self.tell()
        self.take_focus()

    @property
    def path(self) -> Path | None:
        """The file that was typed; a whole path may follow the ``~/`` that stands there."""
        typed = self.query_one(Field).value.strip()
        whole = typed.removeprefix("~/").strip('"')
        typed = whole if os.path.isabs(whole) or whole.startswith("~") else typed.strip('"')
        if not typed or typed in ("~", "~/"):
            return None
        return Path(os.path.expanduser(typed))

    def tell(self, warning: str = "") -> None:
        """A warning under the path, or else what this does."""
        told = self.query_one(Told)
        if warning:
            told.warn(warning)
        else:
            told.explain(say(self.explain))

    def refuse(self, refused: Refused) -> None:
        self.tell(f"! {refusal(refused.key, refused.details)}")

    def work(self, name: str, job: Callable[[], object]) -> None:
        """Do a job in a thread; its result comes back as a message."""
        self.busy = True
        self.query_one(Told).explain(say("exchange.busy"))

        def run() -> None:
            try:
                self.post_message(Work(name, job()))
            except Refused as refused:
                self.post_message(Work(name, refused=refused))
            except OSError as error:
                details = {"what": error.strerror or str(error)}
                self.post_message(Work(name, refused=Refused("other", **details)))

        self.run_worker(run, thread=True)

    def on_work(self, message: Work) -> None:
        """The main screen hears it too, and ends being busy once it has read again."""
        if message.refused is not None:
            self.refuse(message.refused)
        else:
            self.finished(message.name, message.result)

    def finished(self, name: str, result: object) -> None:
        """What a job brought."""
        raise NotImplementedError

    def action_leave(self) -> None:
        if not self.busy:
            super().action_leave()
