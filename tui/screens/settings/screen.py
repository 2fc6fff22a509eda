"""The settings: what is chosen holds at once, and is kept in one small file."""

from collections.abc import Sequence
from pathlib import Path

from textual import events
from textual.app import ComposeResult

from tui.base import appearance
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.commands import keymap
from tui.draw.spans import Line, clean, ink, room_in, row, wrap
from tui.draw.text_signs import warned
from tui.locale import refusal, say
from tui.screens.settings import remap
from tui.screens.settings.commands import SETTINGS
from tui.screens.settings.remap import Screens
from tui.screens.settings.rows import KEY, WHO, all_rows, setting_help
from tui.user import settings
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved


class Listening(RowList):
    """The list, which for a moment takes the next key for itself."""

    listens = False

    def on_key(self, event: events.Key) -> None:
        if self.listens:
            event.stop()
            event.prevent_default()
            screen = self.screen
            if isinstance(screen, SettingsScreen):
                screen.pressed(event.key)


class SettingsScreen(BaseScreen):
    """Settings above, the keys of every command under them, an explanation at the bottom."""

    DOES = SETTINGS
    TOPIC = "settings"

    def __init__(self, screens: Screens) -> None:
        super().__init__()
        self.screens = screens
        self.warning = ""

    def parts(self) -> ComposeResult:
        yield Listening("settings")
        yield LinePane("about", focusable=False)

    def on_mount(self) -> None:
        self._show()
        self.rows.focus()

    @property
    def rows(self) -> Listening:
        return self.query_one(Listening)

    @property
    def command_id(self) -> str | None:
        """The command whose key has the bar."""
        key = self.rows.key or ""
        return key.removeprefix(KEY) if key.startswith(KEY) else None

    @property
    def differs(self) -> bool:
        """Whether what has the bar is not as it was by default."""
        chosen, first = self.app.settings, settings.Settings()
        if self.rows.key in (None, WHO):
            return False
        if self.command_id is not None:
            return self.command_id in chosen.keys
        name = str(self.rows.key)
        return bool(getattr(chosen, name) != getattr(first, name))

    # what can be done

    def change(self, by: int) -> None:
        """The next or previous choice; for a key there is more to ask."""
        name = self.rows.key
        if self.command_id is not None:
            self._listen(by > 0)
        elif name == WHO:
            self.dismiss(WHO)
        elif name is not None:
            self._adopt(self.app.settings.stepped(name, by))

    def reset(self) -> None:
        """Back to what it was by default."""
        chosen, name = self.app.settings, self.rows.key
        if self.command_id is not None:
            self._usual_keys(self.command_id)
        elif name is not None:
            self._adopt(chosen._replace(**{name: getattr(settings.Settings(), name)}))

    @guarded
    def _adopt(self, chosen: settings.Settings) -> None:
        self.warning = ""
        spoilt = bool(self.app.settings.problems)
        try:
            appearance.choose_appearance(self.app, chosen)
        finally:
            self._show()
        if spoilt:
            self.toast(say("settings.old_kept", name=settings.old_place().name), "amber")

    # keys

    def _listen(self, wanted: bool) -> None:
        self.rows.listens = wanted
        self.warning = ""
        self._tell()

    def pressed(self, key: str) -> None:
        """The key that a person pressed for the command that has the bar."""
        if key == "escape":
            self._listen(False)
        elif key == "delete":
            self._set_keys(())
        elif key == "backspace":
            self._usual_keys(self.command_id or "")
        else:
            self._give(key)

    def _give(self, key: str) -> None:
        reason = remap.against(self.screens, self.command_id or "", key, self.app.settings.keys)
        self._set_keys((key,), reason)

    def _usual_keys(self, command: str) -> None:
        """Unless another command has one of them by now."""
        reason = remap.against_usual(self.screens, command, self.app.settings.keys)
        self._set_keys(None, reason)

    def _set_keys(self, chosen: keymap.Keys | None, against: str | None = None) -> None:
        """Keys for the command that has the bar, None for its usual ones; or why it cannot be."""
        if against is not None:
            self.warning = warned(against)
            self._tell()
            return
        command = self.command_id or ""
        self.rows.listens = False
        own = {name: found for name, found in self.app.settings.keys.items() if name != command}
        if chosen is not None:
            own[command] = chosen
        self._adopt(self.app.settings._replace(keys=own))

    # what shows

    def on_moved(self, message: Moved) -> None:
        self.rows.listens = False
        self.warning = ""
        self._tell()

    def on_chosen(self, message: Chosen) -> None:
        self.action_do("change")

    def _show(self) -> None:
        self.rows.head([ink(say("settings.title"), bold=True)])
        now = appearance.by_itself(self.app)
        self.rows.show(all_rows(self.app.settings, self.screens, now, self._who()))
        self._tell()

    def _who(self) -> str | None:
        """Name and organisation of who writes; None where there is no file."""
        store = self.app.store
        if store is None:
            return None
        who = store.who()
        organisation = (
            store.title(f"organisations/{who.organisation}")[1] if who.organisation else ""
        )
        return clean(", ".join(filter(None, (who.name, organisation)))) or say("who.unknown")

    def _tell(self) -> None:
        self.query_one(LinePane).show(lambda width: list(self._about(width)))
        self.show_hints()

    def _about(self, width: int) -> Sequence[Line]:
        room = room_in(width)
        text = setting_help(self.rows.key)
        if self.rows.listens and self.command_id is not None:
            command = remap.commands(self.screens)[self.command_id]
            text = say("settings.about_press", title=command.title())
        if self.rows.key == "theme" and appearance.colourless(self.app):
            text = say("settings.colourless")
        told = [row(width, line) for line in wrap(text, room)]
        wrong = [refusal(one.key, one.details) for one in self.app.settings.problems]
        if self.warning or wrong:
            said = wrap(self.warning or warned(wrong[0]), room, "amber")
            told = [*(told if self.warning else ()), *(row(width, line) for line in said)]
        where = wrap(f"{say('settings.file')} {_at_home(settings.place())}", width - 4, "quiet")
        return [*told, row(width, []), *(row(width, line) for line in where)]

    def hints(self) -> Sequence[KeyHint]:
        if self.rows.listens:
            return [
                KeyHint(say("key.escape"), say("command.leave")),
                KeyHint(say("key.delete"), say("command.no_key")),
            ]
        move = KeyHint(say("key.up_down"), say("command.choose"))
        if self.command_id is not None:
            return [
                move,
                KeyHint(say("key.enter"), say("command.other_key"), "change"),
                *self.hint("reset_key", "back"),
            ]
        change = KeyHint(say("key.left_right"), say("command.change"), "change")
        return [move, change, *self.hint("reset_key", "back")]


def _at_home(path: Path) -> str:
    """A path as people write it: from their home folder where it lies in that."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)
