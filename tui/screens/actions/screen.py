"""Actions of the whole arrangement, ticked off and handed over; what each says stands beside it."""

from collections.abc import Iterable, Sequence

from storage.views.change import Change
from storage.views.page_elements import Action
from tui.base.asked_steps import AskedSteps
from tui.base.guard import guarded
from tui.base.list_detail import ListDetail
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.base.organisation_options import organisation_options
from tui.draw.spans import Line, clean, ink, parts, quiet
from tui.locale import number, say, say_count
from tui.pages.piece_lines import lines_of
from tui.screens.actions.action_changes import giving, moving
from tui.screens.actions.action_pieces import action_pieces
from tui.screens.actions.commands import ACTIONS
from tui.screens.actions.rows import action_rows
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.widget_messages import Chosen, Moved
from tui.words.called import short_name_of
from tui.words.contents.action_contents import by_urgency

ALL = "all"


class ActionsScreen(ListDetail):
    """Gives the record to go to, or None."""

    TOPIC = "actions"
    DOES = ACTIONS
    whole = True

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.who: str | None = None
        """The organisation, by its tail, whose actions show; None for all."""
        self._found: dict[str, Action] = {}
        self._marked: set[str] = set()

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        self.rows.focus()
        self.show_all()

    def show_all(self) -> None:
        """Show what is to be done as it stands now; the bar stays on its action."""
        key, names = self.rows.key, self._names()
        if self.who not in names:  # nobody's alone, or it was deleted meanwhile
            self.who = None
        found = self.store.overviews.actions(self.who)
        self._found = {one.entry.id: one for one in found}
        title = [ink(say("actions.title"), bold=True)]
        if self.who is not None:
            title.append(quiet(f"   {clean(names[self.who])}"))
        self._marked &= self._found.keys()
        told = [say("actions.open_of", n=number(sum(not one.entry.done for one in found)))]
        if self._marked:
            told.insert(0, say("list.marked", n=number(len(self._marked))))
        self.rows.head(title, parts(map(quiet, told)))
        groups = by_urgency(self._briefly(found), self.store.today)
        self.rows.show(action_rows(groups, self._marked), key)
        self.show_beside()

    def _briefly(self, actions: Iterable[Action]) -> list[Action]:
        """These, each with the short name of who does it, for a list."""
        short = self.store.lists.names.short_organisations
        return [
            one._replace(entry=one.entry._replace(who=short.get(one.entry.who or "")))
            if one.entry.who in short else one
            for one in actions
        ]  # fmt: skip

    # what has the bar

    @property
    def action(self) -> Action | None:
        """The action with the bar."""
        return self._found.get(self.rows.key or "")

    @property
    def lit(self) -> str | None:
        """What that action is about."""
        return self.action.about if self.action else None

    @guarded
    def on_moved(self, message: Moved) -> None:
        self.show_beside()

    def on_chosen(self, message: Chosen) -> None:
        self.action_do("open_row")

    def enter(self) -> None:
        self.dismiss(self.lit)

    def refreshed(self) -> None:
        self.show_all()

    def lines(self, width: int, *, colour: bool) -> Iterable[Line]:
        if self.action is not None:
            for piece in action_pieces(self.store, self.action, width):
                yield from lines_of(piece, width, keys=False)

    def shown_name(self) -> str:
        return self.action.entry.text if self.action else say("actions.title")

    # what changes

    def mark_action(self) -> None:
        """Mark the action with the bar, or take its mark away, and go to the next."""
        self._marked ^= {self.rows.key or ""}
        self.show_all()
        self.rows.move(1)

    @property
    def _marked_actions(self) -> list[Action]:
        return [one for id_, one in self._found.items() if id_ in self._marked]

    def tick(self) -> None:
        """Say of the marked actions, else of the one with the bar, that they are done; where all
        are, that they are not."""
        actions = self._marked_actions or [one for one in (self.action,) if one]
        done = not all(one.entry.done for one in actions)
        ids = tuple(one.entry.id for one in actions)
        self.store.apply(Change(ids, sets={"done": done}))
        told = "toast.action_done" if done else "toast.action_open"
        name = short_name_of(self.store, actions[0].about)
        many = say_count("toast.actions_done" if done else "toast.actions_open", len(ids))
        self._wrote(many if len(ids) > 1 else say(told, name=name))

    @property
    def giver(self) -> str | None:
        """The name of the organisation that shows alone, else of who does what has the bar."""
        if self.who is not None:
            return self._names().get(self.who)
        return self.action.entry.who if self.action else None

    @property
    def can_give(self) -> bool:
        """Whether there is anything to hand over: marked actions, or somebody's."""
        return bool(self._marked_actions or self.giver)

    def hand_over(self) -> None:
        """The marked actions, else all open ones of that organisation, become those of another in
        one act."""
        giver, marked = self.giver, self._marked_actions
        actions = marked or [
            one for one in self._found.values() if one.entry.who == giver and not one.entry.done
        ]
        if not actions:
            self.toast(say("actions.none_open", who=clean(giver or "")), "amber")
            return
        one = None if marked else self.action
        AskedSteps(self, lambda: giving(self.store, actions, one, self._handed)).begin()

    def _handed(self, told: str) -> None:
        if not any(one.entry.who == self.giver for one in self.store.overviews.actions(self.who)):
            self.who = None
        self._wrote(told)

    def other_day(self) -> None:
        """The marked actions, else the one with the bar, are to be done by another day."""
        actions = self._marked_actions or [one for one in (self.action,) if one]
        AskedSteps(self, lambda: moving(self.store, actions, self._wrote)).begin()

    def undo(self) -> None:
        """Take back the last thing that was done."""
        self.store.undo()
        self._wrote(say("toast.action_undone"), "")

    def _wrote(self, told: str, offers: str = "undo") -> None:
        self._marked.clear()
        self.wrote()
        self.show_all()
        self.toast(told, "green", offers)

    # whose

    def narrow_who(self) -> None:
        """Show only the actions of an organisation, or all again."""
        names = {one.entry.who for one in self.store.overviews.actions()}
        options = [one for one in organisation_options(self.store, self.who) if one.text in names]
        everyone = PickerOption(ALL, say("actions.everyone"), chosen=self.who is None)
        picker = ChooseScreen(say("actions.whose_show"), [everyone, *options])
        self.app.push_screen(picker, self._narrow_to)

    @guarded
    def _narrow_to(self, chosen: str | None) -> None:
        if chosen is not None:
            self.who = None if chosen == ALL else chosen
            self.show_all()

    def _names(self) -> dict[str, str]:
        return {one.tail: one.name for one in self.store.lists.organisations()}

    def hints(self) -> Sequence[KeyHint]:
        shown = ("tick_off", "open_row", "other_day", "narrow_who", "hand_over", "mark_action")
        return self.hint(*shown, "copy", "back")
