"""Actions of the whole arrangement, ticked off and handed over; what each says stands beside it."""

from collections.abc import Iterable, Sequence
from functools import partial

from storage.views.change import Change
from storage.views.page_elements import Action
from tui.base.guard import guarded
from tui.base.list_detail import ListDetail
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.draw.spans import Line, clean, ink, quiet
from tui.locale import number, say, say_count
from tui.pages.piece_lines import lines_of
from tui.screens.actions.commands import ACTIONS
from tui.screens.actions.rows import action_rows, days_late
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.widget_messages import Chosen, Moved
from tui.words import dates
from tui.words.called import short_name_of
from tui.words.contents.action_contents import by_urgency, of_told, who_told
from tui.words.contents.page_pieces import BodyText, HintLine, Labelled, Piece

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
        open_ones = sum(not one.entry.done for one in found)
        self.rows.head(title, [quiet(say("actions.open_of", n=number(open_ones)))])
        self.rows.show(action_rows(by_urgency(found, self.store.today)), key)
        self.show_beside()

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
        for piece in self._pieces():
            yield from lines_of(piece, width, keys=False)

    def _pieces(self) -> Iterable[Piece]:
        one = self.action
        if one is None:
            return
        entry, late = one.entry, days_late(one, self.store.today)
        yield BodyText(entry.text)
        if late:
            yield HintLine(say_count("actions.days_late", late), warning=True)
        phrase = (entry.term or {}).get("phrase")
        by = dates.day(one.due) if one.due else phrase or say("actions.no_day")
        meeting = self.store.record(entry.id)["meeting"]
        for label, said in (
            (say("actions.who"), who_told(one) or say("actions.nobody")),
            (say("actions.by"), by),
            (say("actions.of"), of_told(one)),
            (say("actions.meeting"), self._meeting(meeting) if meeting else ""),
            (say("actions.stands"), say("action.done" if entry.done else "action.open")),
            (say("actions.said"), _said(one)),
        ):
            if said:
                yield Labelled(label, said)

    def _meeting(self, meeting: object) -> str:
        return short_name_of(self.store, f"meetings/{meeting}")

    def shown_name(self) -> str:
        return of_told(self.action) if self.action else say("actions.title")

    # what changes

    def tick(self) -> None:
        """Say of the action with the bar that it is done; of one that is, that it is not."""
        one = self.action
        if one is not None:
            self.store.edit(one.entry.id, {"done": not one.entry.done})
            told = "toast.action_open" if one.entry.done else "toast.action_done"
            self._wrote(say(told, name=short_name_of(self.store, one.about)))

    @property
    def giver(self) -> str | None:
        """The name of the organisation that shows alone, else of who does what has the bar."""
        if self.who is not None:
            return self._names().get(self.who)
        return self.action.entry.who if self.action else None

    def hand_over(self) -> None:
        """All open actions of that organisation become those of another, in one act."""
        giver = self.giver
        actions = tuple(
            one.entry.id
            for one in self._found.values()
            if one.entry.who == giver and not one.entry.done
        )
        if not actions:
            self.toast(say("actions.none_open", who=clean(giver or "")), "amber")
            return
        asked = say_count("actions.whose", len(actions), who=clean(giver or ""))
        options = [one for one in self._organisations() if one.text != giver]
        self.app.push_screen(ChooseScreen(asked, options), partial(self._hand_to, actions))

    @guarded
    def _hand_to(self, actions: Sequence[str], chosen: str | None) -> None:
        if chosen is not None:
            sets = {"who": chosen, "function": None}  # a function of who had them
            self.store.apply(Change(tuple(actions), sets=sets))
            self.who = chosen if self.who else None
            name = clean(self._names()[chosen])
            self._wrote(say_count("toast.handed_over", len(actions), who=name))

    def undo(self) -> None:
        """Take back the last thing that was done."""
        self.store.undo()
        self._wrote(say("toast.action_undone"), "")

    def _wrote(self, told: str, offers: str = "undo") -> None:
        self.wrote()
        self.show_all()
        self.toast(told, "green", offers)

    # whose

    def narrow_who(self) -> None:
        """Show only the actions of an organisation, or all again."""
        names = {one.entry.who for one in self.store.overviews.actions()}
        options = [one for one in self._organisations() if one.text in names]
        everyone = PickerOption(ALL, say("actions.everyone"), chosen=self.who is None)
        picker = ChooseScreen(say("actions.whose_show"), [everyone, *options])
        self.app.push_screen(picker, self._narrow_to)

    @guarded
    def _narrow_to(self, chosen: str | None) -> None:
        if chosen is not None:
            self.who = None if chosen == ALL else chosen
            self.show_all()

    def _organisations(self) -> list[PickerOption]:
        return [
            PickerOption(one.tail, one.name, chosen=one.tail == self.who, others=one.short_forms)
            for one in self.store.lists.organisations()
        ]

    def _names(self) -> dict[str, str]:
        return {one.tail: one.name for one in self.store.lists.organisations()}

    def hints(self) -> Sequence[KeyHint]:
        return self.hint("tick_off", "open_row", "narrow_who", "hand_over", "copy", "back")


def _said(one: Action) -> str:
    day = dates.day(one.entry.said_at[:10]) if one.entry.said_at else ""
    return ", ".join(part for part in (day, one.entry.author) if part)
