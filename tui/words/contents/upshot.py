"""What becomes of what people said when something comes in or goes back, in words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from storage.records.ids import type_of
from storage.text import one_line
from storage.views.consequences import Consequences, RecordLeft, Spot, ValueLost
from storage.views.laptops import Person
from storage.views.problem import Problem
from tui.locale import say, say_count
from tui.words.contents.problem_words import problem_kind, whose
from tui.words.labels import field_name
from tui.words.record_words import person, short_code, word
from tui.words.values import in_words

T = TypeVar("T")

NAMED = 3  # that are named in one sentence


class UpshotPart(NamedTuple):
    """A part of it: what it is about, one sentence, and each that it counts by name, where that
    says more than the sentence."""

    part: str
    sentence: str
    each: tuple[str, ...]


def upshot(found: Consequences) -> Iterator[UpshotPart]:
    """Every sentence there is to say of it."""
    for part, spots in (("arisen", found.arisen), ("reopened", found.reopened)):
        if spots:
            yield _told("conflicts", f"upshot.{part}", [*map(spot_name, spots)])
    for who, places in _by_whom([(one.who, one.spot) for one in found.settled]):
        yield _told("conflicts", "upshot.settled", [*map(spot_name, places)], who=who)
    for part, left in (("deleted", found.deleted), ("joined", found.joined)):
        for who, gone in _by_whom([(one.who, one) for one in left]):
            for type_, those in _by_type(gone):
                names = [*map(_left_name, those)]
                what = word("type", type_) if len(those) == 1 else say(f"types.{type_}").lower()
                yield _told(part, f"upshot.{part}", names, who=who, what=what)
    for who, some in _by_whom([(one.who, one) for one in found.lost]):
        names = [*dict.fromkeys(map(_lost_name, some))]
        yield _told("lost", "upshot.lost", names, [*map(_replaced, some)], who=who)
    if found.closed:
        yield _told("minutes", "upshot.minutes", [*map(_called, found.closed)])
    if found.problems:
        yield _told("problems", "upshot.problems", [*map(_problem, found.problems)])


def counted(found: Consequences) -> Iterator[str]:
    """The same as numbers only, for one line."""
    parts = (
        ("count.conflicts", found.conflicts),
        ("upshot.count_lost", len(found.lost)),
        ("upshot.count_settled", len(found.settled)),
        ("upshot.count_deleted", len(found.deleted)),
        ("upshot.count_joined", len(found.joined)),
        ("upshot.count_minutes", len(found.closed)),
    )
    return (say_count(key, n) for key, n in parts if n)


def spot_name(spot: Spot, life: str = "contested") -> str:
    """A field by what it is of: TWE-04 (status); of whether it is there, what is said of that."""
    field = word("life", life) if spot.field == "life" else field_name(spot.field)
    return f"{_called(spot)} ({field})"


def _lost_name(one: ValueLost) -> str:
    return spot_name(one.spot, str(one.mine))


def _left_name(one: RecordLeft) -> str:
    name = _called(one.spot)
    return say("upshot.into", name=name, into=one_line(one.into)) if one.into else name


def _by_type(found: Sequence[RecordLeft]) -> list[tuple[str, list[RecordLeft]]]:
    by: dict[str, list[RecordLeft]] = defaultdict(list)
    for one in found:
        by[type_of(one.spot.record)].append(one)
    return [*by.items()]


def by_whom(who: Person | None) -> str:
    """A person and the organisation, as far as these are known."""
    if who is not None and who.by == "seed":
        return say("history.arrangement")
    name = person(who.name) if who and who.name else say("upshot.someone")
    return f"{name} ({one_line(who.organisation)})" if who and who.organisation else name


def _told(
    part: str, key: str, names: Sequence[str], each: Sequence[str] = (), **more: str
) -> UpshotPart:
    some = ", ".join(names[:NAMED])
    if len(names) > NAMED:
        some = say_count("upshot.and_more", len(names) - NAMED, names=some)
    sentence = say_count(key, len(each or names), names=some, **more)
    return UpshotPart(part, sentence, tuple(each or (names if len(names) > NAMED else ())))


def _by_whom(found: Sequence[tuple[Person | None, T]]) -> list[tuple[str, list[T]]]:
    """By who did it, in words, what they did."""
    by: dict[str, list[T]] = defaultdict(list)
    for who, one in found:
        by[by_whom(who)].append(one)
    return [*by.items()]


def _called(spot: Spot) -> str:
    """A record by its code or title; an aantekening by what it is about."""
    if type_of(spot.record) == "entries":
        return say("history.of", field=say("type.entries"), title=one_line(spot.title))
    if spot.title == spot.record:
        return word("type", type_of(spot.record))
    return short_code(spot.code) if spot.code else one_line(spot.title)


def _replaced(one: ValueLost) -> str:
    """My value, and what stands there now."""
    mine, now = (
        one_line(in_words(one.spot.field, value, one.names)) for value in (one.mine, one.value)
    )
    return say("upshot.replaced", spot=_lost_name(one), mine=mine, now=now)


def _problem(one: Problem) -> str:
    name = short_code(one.code) if one.code else one_line(whose(one))
    return f"{name} ({problem_kind(one)})" if name else problem_kind(one)
