"""Ticking off what was to be done."""

from typing import TYPE_CHECKING

from storage.views.page_content import Page
from storage.views.page_elements import Entry
from tui.commands.needs import OnWritable
from tui.locale import say
from tui.words.called import called
from tui.words.contents.log_entry import ACTION

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class TickOff(OnWritable):
    """The action that is read, or the one on what is read; of several one is chosen."""

    id = "tick_off"
    keys = ("v",)

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        return super().available(screen) or (None if _actions(screen) else say("reason.no_action"))

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.base.option_picker import ChooseScreen, Option

        found = _actions(screen)
        if len(found) == 1:
            tick(screen, found[0])
            return
        asked = [one for one in _log(screen) if one.id in found]
        options = [
            Option(one.id, one.text, _stands(one), chosen=one.done)
            for one in sorted(asked, key=lambda one: one.done)
        ]
        picker = ChooseScreen(say("choose.action"), options)
        screen.ask(picker, lambda action: tick(screen, action))


def tick(screen: "MainScreen", action: str) -> None:
    """Say of an action that it is done; of one that is, that it is not."""
    record = screen.store.record(action)
    is_done = record["done"] is not True
    screen.store.edit(action, {"done": is_done})
    told = "toast.action_done" if is_done else "toast.action_open"
    screen.saved(say(told, name=called(screen.store, str(record["about"]))))


def _stands(action: Entry) -> str:
    """That it is done, else by when it is to be, or by whom."""
    if action.done:
        return say("action.done")
    return (action.term or {}).get("phrase") or action.who or ""


def _actions(screen: "MainScreen") -> list[str]:
    """The ids of the actions on what is read, or of the one that is read itself."""
    reading = screen.reading
    if isinstance(reading, Page) and reading.type == "entries":
        kinds = (fact.values[0].said for fact in reading.facts if fact.field == "kind")
        return [reading.record] if ACTION in kinds else []
    return [one.id for one in _log(screen) if one.kind == ACTION]


def _log(screen: "MainScreen") -> tuple[Entry, ...]:
    return screen.reading.entries if screen.reading else ()
