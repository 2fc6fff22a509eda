"""What a join would do, as lines: what follows, and which of both values shows."""

from collections.abc import Iterator

from storage.records.ids import type_of
from storage.views.join_preview import Beside, Joining, Referring
from tui.draw.spans import Line, cut, gap, ink, quiet, room_in, row, wrap
from tui.locale import number, say
from tui.pages.upshot_lines import upshot_lines
from tui.words.labelled import labelled
from tui.words.labels import LABEL, field_name
from tui.words.record_words import short_code
from tui.words.values import in_words


def joining_lines(found: Joining, width: int) -> Iterator[Line]:
    """The preview that stands under the choice."""
    room = room_in(width)
    told = say(
        "join.gives_way", name=code_and_title(found.named), into=code_and_title(found.stands)
    )
    for line in wrap(told, room):
        yield row(width, line)
    yield row(width, [])
    yield row(width, [quiet(say("join.follows" if found.references else "join.nothing_follows"))])
    for one in found.references:
        yield row(room + 4, [ink(_pointing(one))], [quiet(number(one.number))])
    yield row(width, [])
    yield row(width, [quiet(say("join.differs" if found.fields else "join.alike"))])
    for beside in found.fields:
        yield from _beside(beside, room, width)
    if follows := [*upshot_lines(found.follows, width)]:
        yield row(width, [])
        yield from follows
    yield row(width, [])
    for line in wrap(say(f"join.stays_{'code' if _coded(found) else 'both'}"), room, "quiet"):
        yield row(width, line)


def code_and_title(name: tuple[str | None, str]) -> str:
    """The code as people say it and the title; or only the name."""
    code, title = name
    return f"{short_code(code)} {title}" if code else title


def _coded(found: Joining) -> bool:
    return type_of(found.record) == "agreements"


def _pointing(one: Referring) -> str:
    return f"{say(f'types.{one.type}')}, {field_name(one.field)}"


def _beside(one: Beside, room: int, width: int) -> Iterator[Line]:
    """What shows beside the field's name; under it what is left behind."""
    shows = in_words(one.field, one.shows, one.names)
    yield from labelled(field_name(one.field), shows, room, width)
    stays = say("join.left", value=in_words(one.field, one.stays, one.names))
    yield row(width, [gap(LABEL), quiet(cut(stays, room - LABEL))])
