"""A conflict as lines: the values, what stood before, and a proposal."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storage.views.act_row import ActRow
from storage.views.disagreement import Claim, Conflict, Contest
from storage.views.field_story import StoryTurn
from tui.commands.keymap import hint as key_of
from tui.draw import signs
from tui.draw.spans import (
    FULL,
    Line,
    Span,
    accent,
    amber,
    clean,
    cut,
    gap,
    ink,
    quiet,
    row,
    width_of,
    wrap,
    wrap_spans,
)
from tui.draw.text_signs import warned
from tui.locale import say, say_count
from tui.words import dates
from tui.words.act_words import act_author, act_moment, describe, doubts
from tui.words.alike import Alike
from tui.words.contents.story_sentences import (
    Story,
    beneath,
    settled_value,
    state,
    story_paragraphs,
    turn_origin,
    turn_sentence,
)
from tui.words.labelled import labelled
from tui.words.labels import LABEL, field_name
from tui.words.record_words import person, short_code
from tui.words.redline import from_difference, redlined
from tui.words.values import in_words

READS = 84  # cells in which what stood before and the proposal are read
LISTED = 3  # conflicts that are named where several are settled alike


class ConflictView(NamedTuple):
    """One of the conflicts, as it is looked at: its place among them from 0, and how it came."""

    conflict: Conflict
    place: int
    total: int
    story: Story

    def turn(self, claim: Claim) -> StoryTurn | None:
        """When one of the values was said."""
        return self.story.by_act.get(claim.act)

    def words(self, value: object) -> str:
        return in_words(self.conflict.field, value, self.story.names)


def about_lines(seen: ConflictView, width: int) -> Iterator[Line]:
    """Which record and field, and how many values there are."""
    conflict = seen.conflict
    code = [gap(3), quiet(clean(short_code(conflict.code)))] if conflict.code else []
    of = say("conflict.position", n=seen.place + 1, total=seen.total)
    room = width - 6 - len(of) - width_of(code)
    title = ink(cut(clean(conflict.title), max(room, 1)), bold=True)
    yield row(width, [title, *code], [quiet(of)], signs.CONFLICT)
    for line in wrap(_told(seen), width - 4, "quiet"):
        yield row(width, line)


def about_short(seen: ConflictView, width: int) -> Iterator[Line]:
    """The same in two lines."""
    conflict = seen.conflict
    code = [quiet(clean(short_code(conflict.code)))] if conflict.code else []
    title = cut(clean(conflict.title), max(width - 5 - width_of(code), 1), FULL)
    yield row(width, [ink(title, bold=True)], code, signs.CONFLICT)
    of = say("conflict.place", n=seen.place + 1, total=seen.total)
    yield row(width, [quiet(field_name(conflict.field))], [quiet(of)])


def claim_short(seen: ConflictView, place: int, width: int) -> Iterator[Line]:
    """What a value says, from where it differs."""
    words = [seen.words(found.value) for found in seen.conflict.claims]
    other = words[1 - place] if len(words) == 2 else words[0 if place else 1 % len(words)]
    for line in wrap_spans(from_difference(words[place], other), width - 4):
        yield row(width, line)


def claim_head_short(claim: Claim, act: ActRow | None, width: int) -> tuple[Line, Line]:
    """Who said it, and when."""
    right = [quiet(f"{dates.day_short(dates.local_day(claim.when))}, {dates.time_of(claim.when)}")]
    room = width - 6 - width_of(right)
    return [ink(cut(clean(author_of(claim, act)), max(room, 1)), bold=True)], right


def _told(seen: ConflictView) -> str:
    text = state(seen.conflict, seen.story)
    return f"{text} {say('conflict.incomplete')}" if seen.conflict.incomplete else text


def claim_lines(seen: ConflictView, place: int, width: int) -> Iterator[Line]:
    """One value: when and where it was said, with its differing words marked, and why."""
    conflict = seen.conflict
    claim = conflict.claims[place]
    turn = seen.turn(claim)
    told = (
        [act_moment(turn.act), turn_origin(turn.act)]
        if turn
        else [dates.moment_in_words(claim.when)]
    )
    if turn is not None and turn.what == "settled":
        told.append(say("conflict.chose", whose=settled_value(turn)))
    for text in told:
        yield from (row(width, line) for line in wrap(text, width - 4, "quiet"))
    for text in doubts(turn.act) if turn else ():
        yield from (row(width, line) for line in wrap(warned(text), width - 4, "amber"))
    yield row(width, [])
    words = [seen.words(found.value) for found in conflict.claims]
    other = words[1 - place] if len(words) == 2 else words[0 if place else 1 % len(words)]
    for line in wrap_spans(redlined(words[place], other), width - 4):
        yield row(width, line)
    if claim.why:
        yield row(width, [])
        yield row(width, [quiet(say("conflict.why"))])
        for line in wrap(claim.why, width - 4):
            yield row(width, line)


def field_story_lines(story: Story, width: int) -> Iterator[Line]:
    """Everything that was done with the field, the first first."""
    for n, turn in enumerate(story.turns):
        if n:
            yield row(width, [])
        yield row(width, [quiet(act_moment(turn.act))])
        for line in wrap(turn_sentence(turn, story), min(READS, width - 4)):
            yield row(width, line)
        for text in beneath(turn):
            role = "amber" if text.startswith(warned("")) else "quiet"
            for line in wrap(text, min(READS, width - 6), role):
                yield row(width, [gap(2), *line])


def claim_head(claim: Claim, act: ActRow | None, width: int) -> tuple[Line, Line]:
    """Who said it: a name, u, or nobody that is known here."""
    right = [quiet(cut(clean(claim.organisation), 20))] if claim.organisation else []
    room = width - 6 - width_of(right)
    return [ink(cut(clean(author_of(claim, act)), max(room, 1)), bold=True)], right


def author_of(claim: Claim, act: ActRow | None) -> str:
    return act_author(act) if act and not claim.author else person(claim.author)


def contest_lines(contest: Contest, width: int) -> Iterator[Line]:
    """Who deleted it, or took it back, and why; who changed what without having seen that."""
    gone = [("deleted_by", contest.deleted), ("taken_back_by", contest.taken_back)]
    for key, acts in (*(one for one in gone if one[1]), ("changed_by", contest.changed)):
        yield row(width, [quiet(say(f"conflict.{key}"))])
        if not acts:
            yield row(width, [ink(say("conflict.nobody"))])
        for act in acts:
            yield row(width, [ink(act_author(act), bold=True), gap(2), quiet(act_moment(act))])
            told = describe(act, text=True) if key == "changed_by" else ""
            for text in (told, act.why or ""):
                for line in wrap(text, width - 6) if text else ():
                    yield row(width, [gap(2), *line])
        yield row(width, [])


def before_lines(seen: ConflictView, proposal: str | None, width: int) -> Iterator[Line]:
    """What stood before, and the words of both where they can stand together."""
    conflict = seen.conflict
    if conflict.field == "life":
        return
    told = [seen.words(value) for value in conflict.before]
    text = "; ".join(told) or say("conflict.nothing_before")
    room = min(READS, width - 4)
    yield from labelled(say("conflict.before"), text, room, width)
    if proposal is None:
        return
    key = [accent(key_of("take_merge"), bold=True), gap(), quiet(say("conflict.takes_merge"))]
    spans: list[Span] = [*redlined(seen.words(proposal), text), gap(3), *key]
    for n, line in enumerate(wrap_spans(spans, room - LABEL)):
        word = say("conflict.proposal") if n == 0 else ""
        yield row(width, [quiet(word.ljust(LABEL)), *line])


def after_lines(conflicts: Sequence[Conflict], place: int, width: int) -> Iterator[Line]:
    """The conflict that comes after this one."""
    if len(conflicts) < 2:
        return
    found = conflicts[(place + 1) % len(conflicts)]
    name = f"{found.title}, {field_name(found.field)}"
    code = [gap(3), quiet(clean(short_code(found.code)))] if found.code else []
    title = ink(cut(clean(name), max(width - 20 - width_of(code), 1)))
    yield row(
        width, [quiet(say("conflict.next").ljust(LABEL)), signs.CONFLICT, gap(), title, *code]
    )


def alike_lines(asked: Alike, width: int) -> Iterator[Line]:
    """What would be settled alike, before it is."""
    whose = asked.whose or say("history.someone")
    told = say_count("conflict.alike", len(asked.settled), whose=whose)
    yield row(width, [amber(cut(told, width - 5))], (), signs.CAUTION)
    for conflict, value in asked.settled[:LISTED]:
        said = in_words(conflict.field, value, conflict.names)
        what = f"{short_code(conflict.code or conflict.title)}, {field_name(conflict.field)}: "
        yield row(width, [quiet(clean(what)), ink(cut(clean(said), max(width - 8 - len(what), 8)))])
    if len(asked.settled) > LISTED:
        yield row(width, [quiet(say("list.others", n=len(asked.settled) - LISTED))])


def conflict_text(seen: ConflictView, proposal: str | None) -> str:
    """The conflict as plain text, to hand on."""
    conflict = seen.conflict
    lines = [conflict.title, *([conflict.code] if conflict.code else []), _told(seen), ""]
    for n, claim in enumerate(conflict.claims, 1):
        turn = seen.turn(claim)
        when = act_moment(turn.act) if turn else dates.moment_in_words(claim.when)
        lines += [f"{n}  {author_of(claim, turn.act if turn else None)}, {when}"]
        lines += [seen.words(claim.value)]
        lines += [f"{say('conflict.why')}: {claim.why}"] if claim.why else []
        lines.append("")
    for value in conflict.before:
        lines.append(f"{say('conflict.before')}: {seen.words(value)}")
    if proposal is not None:
        lines.append(f"{say('conflict.proposal')}: {proposal}")
    lines += ["", say("conflict.story"), *story_paragraphs(seen.story)]
    return "".join(f"{line}\n" for line in lines)
