"""Forms of one record: a new one, all of it or one field, what it is joined to, who writes."""

from storage.records.fields import FIELDS
from storage.records.ids import type_of
from tui.commands import keymap
from tui.locale import say
from tui.screens.main.browser_screen import BrowserScreen
from tui.user.state import PLACE_TYPES
from tui.words.called import short_name_of

OWN_WAY = {"agreements": ("status", "signal")}
"""Fields that have a form of their own, opened by the command of that name."""


class RecordForms:
    """Opens them in the place of the page."""

    def __init__(self, host: BrowserScreen) -> None:
        self._host = host

    def new(self, type_: str = "") -> None:
        """A new record; without a type what goes by where one stands. An agreement is of the
        region and the programme that the list is narrowed to."""
        from tui.forms.edit.record_form import RecordForm

        type_ = type_ or PLACE_TYPES.get(self._host.state.pane, "agreements")
        chosen = self._host.browser.lists.filter
        filled = {"regions": chosen.region, "programmes": chosen.programme}
        known = {field: tail for field, tail in filled.items() if tail and type_ == "agreements"}
        form = RecordForm(self._host.store, type_, drafts=self._host.drafts, filled=known)
        self._host.open_form(form)

    def edit(self, record: str, line: str = "", value: str = "") -> None:
        """All of a record; at the line of a field, where one is meant, and of several such lines
        at the one where this value stands."""
        from tui.forms.edit.record_form import RecordForm

        form = RecordForm(self._host.store, type_of(record), record, drafts=self._host.drafts)
        form.begin_at(line, value)
        self._host.open_form(form)

    def edit_field(self) -> None:
        """The field of the line on which one stands, or one that is chosen by its letter."""
        from tui.forms.edit.fields_form import FieldList
        from tui.forms.model.form_fields import can_be_edited, fields_of
        from tui.forms.parts.form import FormTitle

        store, record = self._host.store, self._host.browser.pages.read_now
        field = self._host.panes.page.field if self._host.state.pane == 0 else ""
        if field and can_be_edited(type_of(record), field):
            self.field(record, field)
            return

        def chosen(key: str) -> None:
            self._host.close_form()
            self.field(record, key)

        code, title = store.title(record)
        name = short_name_of(store, record) if code else ""
        heading = FormTitle(keymap.letter("edit_field"), say("fields.title", title=title), name)
        fields = fields_of(store, type_of(record), store.record(record))
        self._host.open_form(FieldList(heading, fields, chosen))

    def field(self, record: str, key: str) -> None:
        """One field, as the form names it."""
        from tui.forms.edit.record_form import RecordForm

        type_ = type_of(record)
        if key in OWN_WAY.get(type_, ()):
            self._host.action_do(key)
        else:
            host = self._host
            host.open_form(RecordForm(host.store, type_, record, drafts=host.drafts, only=key))

    @property
    def joins(self) -> bool:
        """Whether what is read can be joined to another."""
        return "joined" in FIELDS.get(type_of(self._host.browser.pages.read_now), ())

    def join(self, record: str = "", into: str | None = None) -> None:
        """With what a record, or what is read, is to be joined; ``into`` is proposed."""
        from tui.forms.edit.join_form import JoinForm

        record = record or self._host.browser.pages.read_now
        form = JoinForm(self._host.store, record, self._host.drafts, into)
        self._host.open_form(form)

    def author(self) -> None:
        """Who writes: name and organisation."""
        from tui.forms.edit.author_form import WhoForm

        self._host.open_form(WhoForm(self._host.store, self._host.drafts))
