"""What a file holds and what it would change, as lines."""

from collections.abc import Iterator

from storage.views import Preview
from tui import dates
from tui.locale import say, say_count
from tui.messages import Hinted
from tui.pages import labelled
from tui.pages.record_changes import change_lines
from tui.spans import Line, room_in
from tui.widgets.lines import Lines
from tui.words import sender, waits_for


class Seen(Lines):
    """What is shown of a file; another size makes that it fits or not, which the footer tells."""

    def on_resize(self) -> None:
        self.post_message(Hinted())


def preview_lines(
    preview: Preview, width: int, *, colour: bool, nothing: str = "exchange.nothing_new"
) -> Iterator[Line]:
    """What the file holds, and what it would change; ``nothing`` says that there is nothing new."""
    room = room_in(width)
    facts = (
        ("from", preview.exported_by and sender(preview.exported_by)),
        ("made", dates.moment(preview.exported_at) if preview.exported_at else None),
        ("contents", say_count("exchange.count_acts", preview.acts) if preview.acts else None),
        ("new", _news(preview, nothing)),
        ("result", _conflicts(preview) if preview.acts else None),
        ("waits", waits_for(preview.missing) if preview.missing else None),
        ("apart", _apart(preview)),
    )
    for name, text in facts:
        if text:
            yield from labelled(say(f"exchange.{name}"), text, room, width)
    yield from change_lines(preview, width, colour=colour)


def _news(preview: Preview, nothing: str) -> str:
    if not preview.new_acts:
        return say(nothing)
    told = say_count("count.acts", preview.new_acts)
    who = ", ".join(f"{sender(name)} {n}" for name, n in preview.senders)
    return f"{told}   {who}" if who else told


def _apart(preview: Preview) -> str:
    """What will be set apart of it."""
    bad, held = preview.set_apart, preview.held
    told = [say_count("exchange.count_apart", bad)] if bad else []
    told += [say_count("exchange.count_held", held)] if held else []
    return "; ".join(told)


def _conflicts(preview: Preview) -> str:
    if not preview.conflicts:
        return say("exchange.no_conflicts")
    return say_count("count.conflicts", preview.conflicts)
