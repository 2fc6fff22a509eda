"""Ticking off what was to be done."""

from storage.views.page_content import Page
from storage.views.page_elements import Entry
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.locale import say
from tui.screens.main.browser_screen import BrowserScreen
from tui.words.called import short_name_of
from tui.words.contents.log_entry import ACTION


class ActionTicks:
    """The actions on what is read."""

    def __init__(self, host: BrowserScreen) -> None:
        self._host = host

    @property
    def actions(self) -> list[str]:
        """The ids of the actions on what is read, or of the one that is read itself."""
        page = self._host.browser.pages.page
        if isinstance(page, Page) and page.type == "entries":
            kinds = (fact.values[0].said for fact in page.facts if fact.field == "kind")
            return [page.record] if ACTION in kinds else []
        return [one.id for one in self._log if one.kind == ACTION]

    def ask(self) -> None:
        """Tick off the one that there is; of several one is chosen."""
        found = self.actions
        if len(found) == 1:
            self._tick(found[0])
            return
        options = [
            PickerOption(one.id, one.text, _stands(one), chosen=one.done)
            for one in sorted(self._log, key=lambda one: one.done)
            if one.id in found
        ]
        self._host.ask(ChooseScreen(say("choose.action"), options), self._tick)

    @property
    def _log(self) -> tuple[Entry, ...]:
        return self._host.browser.pages.page.entries if self._host.browser.pages.page else ()

    def _tick(self, action: str) -> None:
        """Say of an action that it is done; of one that is, that it is not."""
        store = self._host.store
        record = store.record(action)
        is_done = record["done"] is not True
        store.edit(action, {"done": is_done})
        told = "toast.action_done" if is_done else "toast.action_open"
        self._host.saved(say(told, name=short_name_of(store, str(record["about"]))))


def _stands(action: Entry) -> str:
    """That it is done, else by when it is to be, or by whom."""
    if action.done:
        return say("action.done")
    return (action.term or {}).get("phrase") or action.who or ""
