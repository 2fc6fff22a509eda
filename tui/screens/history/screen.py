"""The history of a record, of the whole arrangement, and of what I can take back."""

from collections.abc import Iterable, Sequence
from itertools import chain

from storage.views.act_row import ActFilter, ActRow
from storage.views.field_change import FieldChange
from storage.views.page_content import Page
from tui.base.guard import guarded
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.base.since_picker import SinceScreen
from tui.draw.spans import Line, ink, quiet, room_in, row, wrap
from tui.locale import known, number, say, say_count
from tui.pages import page_heading
from tui.pages.act_page import change_lines, taking_back_lines, titled
from tui.screens.history.acts_screen import ActsScreen
from tui.screens.history.commands import HISTORY, UNDO_LIST, WHOLE_HISTORY
from tui.screens.history.taking_back_screen import TakeBackScreen
from tui.store import Store
from tui.widgets.chips import Chip
from tui.words import dates
from tui.words.act_words import act_moment, describe
from tui.words.labels import field_name
from tui.words.record_words import person


class NarrowedHistory(ActsScreen):
    """A history that can be narrowed, and in which acts can be marked."""

    def chips(self) -> list[Chip]:
        now, chips = self.which, []
        if now.field is not None:
            chips.append(Chip(field_name(now.field), "clear_by_field"))
        if now.by is not None:
            names = {one.by: one.name for one in self.store.log.writers()}
            chips.append(Chip(self._called(now.by, names.get(now.by)), "clear_by_by"))
        if now.type is not None:
            chips.append(Chip(say(f"types.{now.type}"), "clear_by_type"))
        if now.since is not None:
            chips.append(Chip(dates.day_whole(now.since), "clear_by_since"))
        return chips

    @property
    def all_stand(self) -> bool:
        """Whether none of what is chosen was taken back already."""
        return not any(act.void for act in self.chosen)

    @property
    def hides(self) -> bool:
        """Whether someone asks to erase the act with the bar, so that it does not show."""
        return self.act is not None and self.act.to_erase

    def choose_whom(self) -> None:
        """Choose whose acts are listed."""
        options = [
            PickerOption(one.by, self._called(one.by, one.name), number(one.acts))
            for one in self.store.log.writers()
        ]
        self._choose("by_whom", "by", options)

    def choose_type(self) -> None:
        """Choose of which type of record."""
        types = [one for one in self.store.log.types() if known(f"types.{one}")]
        self._choose("by_type", "type", [PickerOption(one, say(f"types.{one}")) for one in types])

    def choose_field(self) -> None:
        """Choose one field of the record."""
        fields = self.store.log.fields(self.which.record or "")
        options = [
            PickerOption(one, field_name(one).capitalize()) for one in fields if one != "life"
        ]
        self._choose("by_field", "field", options)

    def choose_since(self) -> None:
        """Choose since when."""
        self.app.push_screen(SinceScreen(), self._since)

    @staticmethod
    def _called(by: str, name: str | None) -> str:
        if by == "seed":
            return say("history.arrangement")
        return person(name)

    def _choose(self, asked: str, name: str, options: Sequence[PickerOption]) -> None:
        @guarded
        def chosen(screen: NarrowedHistory, key: str | None) -> None:
            if key is not None:
                screen.narrow(**{name: key})

        self.app.push_screen(
            ChooseScreen(say(f"choose.{asked}"), options), lambda key: chosen(self, key)
        )

    @guarded
    def _since(self, moment: str | None) -> None:
        from storage.clock import moment as start_of

        if moment is not None:
            self.narrow(since=start_of(moment, start=True))

    def mark(self) -> None:
        """Mark the act with the bar, or no longer."""
        act = self.act
        if act is None:
            return
        was = act.id in self.marked
        self.marked = [one for one in self.marked if one != act.id]
        if not was:
            self.marked.append(act.id)
        self.show_all()

    def take_back(self) -> None:
        """Show what taking back would do, and ask."""
        self.app.push_screen(TakeBackScreen(self.store, self.chosen), self._taken_back)

    def erase_acts(self) -> None:
        """Erase what is marked, or else what has the bar; what goes is shown first."""
        self.erase([act.id for act in self.chosen])

    def erase(self, what: Sequence[str]) -> None:
        """Show what erasing these acts, or all that was said of a record, would do, and ask."""
        from tui.screens.erasure.erasing_screen import EraseScreen

        self.app.push_screen(EraseScreen(self.store, what), self._taken_back)

    @guarded
    def _taken_back(self, told: str | None) -> None:
        if told:
            self.marked = []
            self.wrote()
            self.read()
            self.toast(told)


class HistoryScreen(NarrowedHistory):
    """The history of one record; an act that is marked is compared with the one with the bar."""

    TOPIC = "history"
    FOOTER = ("mark_act", "by_field", "take_back", "by_whom", "by_time", "copy")
    DOES = HISTORY
    whole = False

    def __init__(self, store: Store, record: str, page: Page) -> None:
        super().__init__(store, ActFilter(record))
        self.record = record
        self.page = page

    def title_said(self) -> str:
        return say("history.title")

    def erase_record(self) -> None:
        """Erase all that was ever said of this record."""
        self.erase([self.record])

    @property
    def chosen(self) -> list[ActRow]:
        """What is marked here is for comparing: the act with the bar is taken back."""
        return [self.act] if self.act else []

    def mark(self) -> None:
        """Mark one act, to compare others with."""
        act = self.act
        if act is not None:
            self.marked = [] if self.marked == [act.id] else [act.id]
            self.show_all()

    @property
    def differing(self) -> list[FieldChange] | None:
        """What differs between the act that is marked and the one with the bar; None where
        nothing is marked, or both are the same."""
        if not self.marked or self.act is None or self.marked == [self.act.id]:
            return None
        return self.store.log.states(self.record).between(self.marked[0], self.act.id)

    def lines(self, width: int, *, colour: bool) -> Iterable[Line]:
        differing = self.differing
        if differing is None:
            return super().lines(width, colour=colour)
        edge = room_in(width) + 4
        first, last = self._both()
        said = say("history.between", first=act_moment(first), last=act_moment(last))
        lines: list[Line] = [row(edge, line) for line in wrap(said, room_in(width), "quiet")]
        if not differing:
            lines += titled("", wrap(say("history.no_difference"), room_in(width)), edge)
        found = change_lines(differing, width, about=self.record, colour=colour)
        return chain(lines, found)

    def _both(self) -> tuple[ActRow, ActRow]:
        assert self.act is not None
        (marked,) = self.store.log.named(self.marked)
        first, last = sorted((marked, self.act), key=lambda act: act.when)
        return first, last

    def head(self, width: int, more: bool) -> tuple[Line, Line]:
        return page_heading(self.page, width, more=more)


class WholeHistoryScreen(NarrowedHistory):
    """Everything that was ever said; acts that are marked can be taken back together."""

    TOPIC = "whole_history"
    FOOTER = ("to_act_record", "mark_act", "take_back", "by_whom", "by_type", "by_time", "copy")
    DOES = WHOLE_HISTORY

    def __init__(self, store: Store) -> None:
        super().__init__(store, ActFilter())

    def title_said(self) -> str:
        marked = say_count("history.marked", len(self.marked)) if self.marked else ""
        return marked or say("history.whole")


class UndoListScreen(ActsScreen):
    """What I did on this device and can take back, each with what that would do."""

    TOPIC = "undo_list"
    FOOTER = ("take_back_now", "other_side", "copy")
    DOES = UNDO_LIST

    def __init__(self, store: Store) -> None:
        super().__init__(store, ActFilter(mine=True))

    def title_said(self) -> str:
        return say("undo.title")

    def nothing_said(self) -> str:
        return say("undo.nothing")

    def lines(self, width: int, *, colour: bool) -> Iterable[Line]:
        act = self.act
        if act is None:
            return super().lines(width, colour=colour)
        edge = room_in(width) + 4
        return [
            row(edge, [ink(act_moment(act))]),
            row(edge, []),
            row(edge, [quiet(say("undo.does"))]),
            *taking_back_lines(self.store.changes.preview_undo([act.id]), width, colour=colour),
        ]

    @guarded
    def take_back_now(self) -> None:
        """Take back the act with the bar, and none that came later."""
        if self.act is None:
            return
        (undone,) = self.store.changes.undo_chosen([self.act.id])
        self.wrote()
        self.read()
        self.toast(say("toast.undone", what=describe(undone)))
