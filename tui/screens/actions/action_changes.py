"""What is asked to give actions to another, or another day; then all of them change in one act."""

from collections.abc import Callable, Sequence

from storage.views.change import Change
from storage.views.page_elements import Action
from tui.base.asked_steps import Steps
from tui.base.line_asked import LineScreen
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.base.organisation_options import organisation_options
from tui.draw.spans import clean
from tui.locale import say, say_count
from tui.store import Store
from tui.words.contents.action_contents import doer

ALL, THESE = "all", "these"

Told = Callable[[str], None]


def giving(store: Store, actions: Sequence[Action], one: Action | None, told: Told) -> Steps:
    """To whom these actions go, and in which function. With ``one``, all of them are of its
    organisation; where not all are of the function that does it, which of both is meant."""
    function = one.entry.function if one else None
    own = [each for each in actions if each.entry.function == function]
    if one is not None and function and len(own) < len(actions):
        whole = say_count("actions.all_of", len(actions), who=clean(one.entry.who or ""))
        part = say_count("actions.all_of", len(own), who=clean(doer(one.entry)))
        options = [PickerOption(THESE, part), PickerOption(ALL, whole)]
        chosen = yield ChooseScreen(say("actions.which"), options)
        actions = own if chosen == THESE else actions
    who = yield ChooseScreen(_asked(actions), organisation_options(store))
    does = yield LineScreen(say("actions.in_function"), say("meeting.may_be_empty"))
    sets = {"who": who, "function": does or None}
    store.apply(Change(tuple(each.entry.id for each in actions), sets=sets))
    named = next(each.text for each in organisation_options(store) if each.key == who)
    name = ", ".join(part for part in (named, does) if part)
    told(say_count("toast.handed_over", len(actions), who=clean(name)))


def _asked(actions: Sequence[Action]) -> str:
    """To whom these go; whose they are where that is of one."""
    for names in ({doer(one.entry) for one in actions}, {one.entry.who or "" for one in actions}):
        if len(names) == 1 and "" not in names:
            return say_count("actions.whose", len(actions), who=clean(names.pop()))
    return say_count("actions.whose_mixed", len(actions))


def moving(store: Store, actions: Sequence[Action], told: Told) -> Steps:
    """By when these are to be done; without an answer on no day."""
    terms = {str((one.entry.term or {}).get("phrase") or "") for one in actions}
    before = terms.pop() if len(terms) == 1 else ""
    said = yield LineScreen(say("meeting.by_when"), say("meeting.may_be_empty"), before)
    read = store.phrase(said) if said else None
    term = {"phrase": said, **(read.keys if read else {})} if said else None
    store.apply(Change(tuple(one.entry.id for one in actions), sets={"term": term}))
    told(say_count("toast.actions_moved", len(actions), term=clean(said or say("actions.no_day"))))
