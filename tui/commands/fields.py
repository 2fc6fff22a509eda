"""Editing one field: that of the line on which one stands, or one that is chosen by its letter."""

from typing import TYPE_CHECKING

from storage.records.fields import type_of
from tui.commands import keymap
from tui.commands.editing import read
from tui.commands.needs import OnWritable
from tui.locale import say
from tui.words.called import called

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

OWN_WAY = {"agreements": ("status", "signal")}
"""Fields that have a form of their own, opened by the command of that name."""


class EditField(OnWritable):
    id = "edit_field"
    keys = ("E",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.forms.edit.fields_form import FieldList
        from tui.forms.model.form_fields import can_be_edited, fields_of
        from tui.forms.parts.form import Title

        record = read(screen)
        field = screen.panes.page.field if screen.state.pane == 0 else ""
        if field and can_be_edited(type_of(record), field):
            edit_field(screen, record, field)
            return

        def chosen(key: str) -> None:
            screen.close_form()
            edit_field(screen, record, key)

        code, title = screen.store.title(record)
        fields = fields_of(screen.store, type_of(record), screen.store.record(record))
        heading = Title(
            keymap.letter(cls.id),
            say("fields.title", title=title),
            called(screen.store, record) if code else "",
        )
        screen.open_form(FieldList(heading, fields, chosen), large=True)


def edit_field(screen: "MainScreen", record: str, key: str) -> None:
    """Open the form of one field, as the form names it."""
    from tui.forms.edit.record_form import RecordForm

    type_ = type_of(record)
    if key in OWN_WAY.get(type_, ()):
        screen.action_do(key)
        return
    form = RecordForm(screen.store, type_, record, drafts=screen.drafts, only=key)
    screen.open_form(form)
