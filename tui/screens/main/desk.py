"""The form that stands in the place of the page, and the one that waits behind a look at what it
would do."""

from tui.forms.parts.form import Form
from tui.screens.main.panes import Panes


class Desk:
    """Puts forms on the sheet; the page comes back when the last one is closed."""

    def __init__(self, panes: Panes) -> None:
        self.form: Form | None = None
        self.behind: Form | None = None
        """The form that a preview stands before."""
        self._panes = panes
        self._was_large = self._behind_large = False

    @property
    def busy(self) -> bool:
        """Whether the form is using the file just now."""
        return self.form is not None and self.form.busy

    def open(self, form: Form, *, large: bool) -> None:
        """Put a form there, on the whole desk or only on the sheet."""
        panes = self._panes
        if self.behind is None:
            self._was_large = panes.large
        self.form = form
        panes.page.display = False
        panes.light(0)
        panes.enlarge(large=large)
        panes.sheet.mount(form)

    def preview(self, form: Form) -> None:
        """Put a look at what a change would do before the form that asked for it."""
        self.behind, self._behind_large = self.form, self._panes.large
        if self.behind is not None:
            self.behind.display = False
        self.open(form, large=True)

    def back(self) -> None:
        """What was filled in, after a look at what it would do."""
        preview, self.form, self.behind = self.form, self.behind, None
        if preview is None or self.form is None:
            return
        preview.remove()
        self.form.display = True
        self._panes.enlarge(large=self._behind_large)
        self.form.take_focus()

    def close(self) -> None:
        """The page again, as large as it was where one is still there, and the focus where it
        was."""
        form, behind, panes = self.form, self.behind, self._panes
        self.form = self.behind = None
        panes.page.display = True
        panes.go(panes.state.pane)
        panes.enlarge(large=self._was_large and panes.state.pane == 0)
        for one in (form, behind):
            if one is not None:
                one.remove()

    def keep(self) -> None:
        """Keep what is being typed just now as a draft."""
        if self.form is not None and not self.form.ended:
            self.form.keep()

    def elsewhere(self) -> None:
        """Someone else wrote in the file: a form may have something to say of it."""
        if self.form is not None and not self.form.ended:
            self.form.elsewhere()
