"""What stands beside the list of actions: all about the one with the bar."""

from collections.abc import Iterator

from rich.cells import cell_len

from storage.errors import Refused
from storage.views.page_elements import Action, Entry
from tui.locale import say, say_count
from tui.screens.actions.rows import days_late
from tui.store import Store
from tui.words import dates
from tui.words.called import short_name_of
from tui.words.contents.action_contents import by_when, doer, of_told
from tui.words.contents.page_pieces import BodyText, HintLine, Labelled, Piece

HEAD = 10  # cells of the heading at the right that are not for the text


def action_pieces(store: Store, one: Action, width: int) -> Iterator[Piece]:
    """What an action says, its text only where the heading of a pane has no room for all of it."""
    entry, late = one.entry, days_late(one, store.today)
    if cell_len(entry.text) > width - HEAD or "\n" in entry.text:
        yield BodyText(entry.text)
    if late:
        yield HintLine(say_count("actions.days_late", late), warning=True)
    meeting = store.record(entry.id)["meeting"]
    for label, said in (
        (say("actions.who"), doer(entry) or say("actions.nobody")),
        (say("actions.by"), by_when(entry) or say("actions.no_day")),
        (say("actions.of"), of_told(one)),
        (say("actions.meeting"), _meeting(store, meeting) if meeting else ""),
        (say("actions.stands"), _state(entry)),
        (say("actions.said"), _said(one)),
        (say("actions.last"), _last(store, one)),
    ):
        if said:
            yield Labelled(label, said)


def _meeting(store: Store, meeting: object) -> str:
    return short_name_of(store, f"meetings/{meeting}")


def _last(store: Store, one: Action) -> str:
    """What was noted last of what it is about, but for actions; nothing of what is not here."""
    try:
        entries = store.page(one.about).entries
    except Refused as refused:
        if refused.key != "unknown_code":
            raise
        return ""
    last = next((each for each in entries if each.kind != "action"), None)
    return f"{dates.day_short(last.date)}  {last.text}" if last else ""


def _state(entry: Entry) -> str:
    own = [say("page.own")] if entry.own else []
    return ", ".join([say("action.done" if entry.done else "action.open"), *own])


def _said(one: Action) -> str:
    day = dates.day(one.entry.said_at[:10]) if one.entry.said_at else ""
    return ", ".join(part for part in (day, one.entry.author) if part)
