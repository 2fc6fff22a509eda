"""How a field came to what it says, in sentences: screen and command line tell it alike."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from storage.text import one_line
from storage.views.act_row import ActRow
from storage.views.disagreement import Conflict
from storage.views.field_story import Saying, StoryTurn
from tui.draw.spans import clean, cut
from tui.draw.text_signs import warned
from tui.locale import say, say_count
from tui.store import Store
from tui.words import dates
from tui.words.act_words import act_author, act_moment, doubts
from tui.words.labels import field_name
from tui.words.record_words import person
from tui.words.values import in_words

LONGEST = 60  # characters of a value in a sentence; it stands whole elsewhere


class Story(NamedTuple):
    """The turns of a field, and the names of what its values point at."""

    field: str
    turns: Sequence[StoryTurn]
    names: Mapping[str, str]

    @property
    def by_act(self) -> dict[str, StoryTurn]:
        return {turn.act.id: turn for turn in self.turns}


def story_of(store: Store, conflict: Conflict) -> Story:
    """The story of a field in conflict."""
    turns = store.log.story(conflict.record, conflict.field)
    values = [*conflict.before, *(one.value for one in conflict.claims)]
    values += [value for turn in turns for value in (turn.value, *(one.value for one in turn.of))]
    return Story(conflict.field, turns, store.referred_in(conflict.record, conflict.field, values))


def state(conflict: Conflict, story: Story) -> str:
    """What kind of conflict it is: two who did not see each other, two who settled it otherwise, or
    one that was opened again."""
    name = field_name(conflict.field)
    last = story.turns[-1] if story.turns else None
    if last is not None and last.what == "taken_back" and last.settling:
        return say(
            "conflict.reopened", who=act_author(last.act), whose=_people(last.of), field=name
        )
    turns = [story.by_act[one.act] for one in conflict.claims if one.act in story.by_act]
    settled = [turn for turn in turns if turn.what == "settled"]
    if len(settled) > 1:
        people = _listed(act_author(turn.act) for turn in settled)
        return say("conflict.choices", field=name, who=people)
    late = next((turn for turn in turns if turn.unseen), None)
    if settled and late is not None:
        return say(
            "conflict.late", field=name, who=act_author(late.act), whose=_people(late.unseen)
        )
    if conflict.field == "life":
        return say("conflict.life")
    count = len(conflict.claims)
    if count == 2:
        return say("conflict.two", field=name)
    return say_count("conflict.values", count, field=name)


def turn_sentence(turn: StoryTurn, story: Story) -> str:
    """What someone did."""
    value = _short(story, turn.value)
    name = act_author(turn.act)
    if turn.what == "set":
        told = say("story.set", who=name, value=value)
    elif turn.what == "settled":
        told = say("story.settled", who=name, value=value, whose=settled_value(turn))
    else:
        key = f"story.{turn.what}_choice" if turn.settling else f"story.{turn.what}"
        old = ", ".join(dict.fromkeys(_short(story, one.value) for one in turn.of))
        told = say(key, who=name, whose=_people(turn.of), value=old)
    if turn.unseen:
        told = f"{told} {say('story.unseen', whose=_people(turn.unseen))}"
    return f"{told} {say('story.void')}" if turn.act.void and turn.what == "set" else told


def settled_value(turn: StoryTurn) -> str:
    """Whose value was chosen, or that it is another one."""
    whose = [one for one in turn.of if one.value == turn.value]
    return say("story.value_of", whose=_people(whose)) if whose else say("story.another")


def turn_origin(act: ActRow, *, arrived: bool = False) -> str:
    """On which laptop, and through which file it came here; with when it ``arrived``."""
    if act.seed:
        return ""
    if act.here:
        return say("conflict.this_device")
    device = say("conflict.device")
    if act.file is None:
        return device
    key = "story.through" if arrived else "story.by_file"
    return say(key, device=device, file=clean(act.file), at=dates.moment_in_words(act.arrived))


def story_paragraphs(story: Story) -> list[str]:
    """The whole of it, a paragraph a turn."""
    found = []
    for turn in story.turns:
        lines = [f"{act_moment(turn.act)}   {turn_sentence(turn, story)}"]
        lines += [f"  {line}" for line in beneath(turn)]
        found.append("\n".join(lines))
    return found


def beneath(turn: StoryTurn) -> list[str]:
    """What is told under the sentence: why, where, and what is in doubt."""
    why = [say("story.why", why=one_line(turn.act.why))] if turn.act.why else []
    place = [one for one in (turn_origin(turn.act, arrived=True),) if one]
    return [*why, *place, *(warned(one) for one in doubts(turn.act))]


def _short(story: Story, value: object) -> str:
    return cut(one_line(in_words(story.field, value, story.names)), LONGEST)


def _people(sayings: Iterable[Saying]) -> str:
    return _listed(_name(one) for one in sayings)


def _name(one: Saying) -> str:
    if one.seed:
        return say("history.arrangement")
    return person(one.author)


def _listed(names: Iterable[str]) -> str:
    *first, last = dict.fromkeys(names)
    return say("story.and", first=", ".join(first), last=last) if first else last
