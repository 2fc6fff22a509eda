"""The form that stands in the place of the page, and the one that waits behind a look at what it
would do."""

from typing import TYPE_CHECKING

from tui.screens.main.question import Question
from tui.widgets.toast import Toast

if TYPE_CHECKING:
    from textual.widget import AwaitMount

    from tui.forms.form_messages import Closed, Done, Prepared
    from tui.forms.parts.form import Form
    from tui.screens.main.browser_screen import BrowserScreen


class Desk:
    """Puts forms on the sheet; the page comes back when the last one is closed."""

    def __init__(self, host: "BrowserScreen") -> None:
        self.form: Form | None = None
        self.behind: Form | None = None
        """The form that a preview stands before."""
        self._panes = host.panes
        self._host = host

    def open(self, form: "Form") -> None:
        """Put a form there; what was told and asked beside it goes."""
        panes = self._panes
        self.form = form
        panes.page.display = False
        panes.light(0, form=True)
        self._host.call_next(self._whole, panes.sheet.mount(form))
        self._host.query_one(Toast).hide()
        self._host.query(Question).remove()
        self._host.show_hints()

    async def _whole(self, mounting: "AwaitMount") -> None:
        """Draw nothing before all of a form is there: each part that comes would be laid out with
        what is there by then."""
        with self._host.app.batch_update():
            await mounting

    def close(self) -> None:
        """The page again, as large as it was, and the focus where it was."""
        form, behind, panes = self.form, self.behind, self._panes
        if form is None:
            return
        self.form = self.behind = None
        panes.page.display = True
        panes.go(panes.state.pane, form=False)
        form.remove()
        if behind is not None:
            behind.remove()
        self._host.keep_drafts()
        self._host.browser.navigation.to_pane(panes.state.pane)

    def _back(self) -> None:
        """What was filled in, after a look at what it would do."""
        preview, self.form, self.behind = self.form, self.behind, None
        if preview is None or self.form is None:
            return
        preview.remove()
        self.form.display = True
        self.form.take_focus()
        self._host.show_hints()

    # what a form tells

    def prepared(self, message: "Prepared") -> None:
        """Show what a change would do in several agreements; a form that asked for it waits."""
        from tui.forms.parts.change_preview_form import PreviewForm

        self.behind = self.form
        if self.behind is not None:
            self.behind.display = False
        self.open(PreviewForm(self._host.store, message.preview, message.change))

    def closed(self, message: "Closed") -> None:
        """Go back to where a form came from that was left."""
        form = self.form
        if self.behind is not None:
            self._back()
        else:
            self.close()
            if form is not None and form.resume is not None:
                form.resume(message.text, False)
                return
            if form is not None and form.back_to:
                self._host.action_do(form.back_to)
        if message.text:
            self._host.toast(message.text, "amber")

    def done(self, message: "Done") -> None:
        """Show what a form saved, and go on where it came from."""
        form = self.form
        self.close()
        self._host.saved(message.text, message.undoable, message.record)
        if message.brought is not None and not message.undoable:
            self._host.toast(message.text, "green", "brought")
        if form is not None and form.resume is not None:
            form.resume(message.text, True)

    # what goes on meanwhile

    def keep(self) -> None:
        """Keep what is being typed just now as a draft."""
        if self.form is not None and not self.form.ended:
            self.form.keep()

    def elsewhere(self) -> None:
        """Someone else wrote in the file: a form may have something to say of it."""
        if self.form is not None and not self.form.ended:
            self.form.elsewhere()
