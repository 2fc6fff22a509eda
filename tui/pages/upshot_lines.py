"""What becomes of what people said, as lines: in short among other facts, or each by name."""

from collections.abc import Iterator

from storage.views.consequences import Consequences
from tui.draw.spans import Line, gap, quiet, room_in, row, wrap
from tui.locale import say
from tui.words.contents.upshot import upshot
from tui.words.labelled import labelled


def upshot_lines(found: Consequences, width: int, nothing: str = "") -> Iterator[Line]:
    """A sentence for each part, with its label; ``nothing`` is said of conflicts where none
    changes."""
    told = [(one.part, one.sentence) for one in upshot(found)]
    if nothing and not any(part == "conflicts" for part, _ in told):
        told = [("conflicts", nothing), *told]
    before = ""
    for part, sentence in told:
        label = say(f"upshot.label_{part}") if part != before else ""
        yield from labelled(label, sentence, room_in(width), width)
        before = part


def whole_lines(found: Consequences, width: int) -> Iterator[Line]:
    """Each sentence, and under it all that it counts by name."""
    room = room_in(width)
    for one in upshot(found):
        yield row(width, [])
        for line in wrap(one.sentence, room):
            yield row(width, line)
        if one.part == "minutes":
            yield row(width, [quiet(say("upshot.see_minutes"))])
        for name in one.each:
            for line in wrap(name, room - 2, "quiet"):
                yield row(width, [gap(2), *line])
