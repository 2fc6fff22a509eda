"""What a file holds and what it would change, as lines."""

from collections.abc import Iterator, Sequence

from storage.views.erasures import Erasure
from storage.views.import_preview import Preview
from tui.commands import keymap
from tui.draw.spans import Line, accent, gap, ink, quiet, room_in, row, wrap
from tui.draw.text_signs import warned
from tui.locale import say, say_count, wrong_in
from tui.pages.record_changes import record_change_lines
from tui.pages.upshot_lines import upshot_lines
from tui.widgets.line_pane import LinePane
from tui.widgets.widget_messages import Hinted
from tui.words import dates
from tui.words.contents.erasure_request import request_line
from tui.words.labelled import labelled
from tui.words.record_words import apart_told, lines_apart, sender, waits_for

ASKED = 3  # requests to erase that are told one by one


class FilePreview(LinePane):
    """What is shown of a file; another size makes that it fits or not, which the footer tells."""

    def on_resize(self) -> None:
        self.post_message(Hinted())


def preview_lines(
    preview: Preview,
    width: int,
    *,
    colour: bool,
    nothing: str = "exchange.nothing_new",
    confirms: bool = False,
) -> Iterator[Line]:
    """What the file holds, and what it would change; ``nothing`` says that there is nothing new.
    First what someone asks to erase, and whether who looks ``confirms`` that."""
    room = room_in(width)
    yield from _to_erase(preview, width, confirms=confirms)
    facts = (
        ("from", preview.exported_by and sender(preview.exported_by)),
        ("made", dates.moment_in_words(preview.exported_at) if preview.exported_at else None),
        ("contents", say_count("exchange.count_acts", preview.acts) if preview.acts else None),
        ("new", _news(preview, nothing)),
        ("waits", waits_for(preview.missing) if preview.missing else None),
        ("fails", preview.fails and say("exchange.fails_why", reason=wrong_in(preview.fails))),
        ("apart", _apart(preview)),
    )
    for name, text in facts:
        if text:
            yield from labelled(say(f"exchange.{name}"), text, room, width)
    for text in apart_told(preview):
        yield from (row(width, line) for line in wrap(text, room, "quiet"))
    if preview.acts or preview.conflicts:
        yield from upshot_lines(preview.follows, width, nothing=say("exchange.no_conflicts"))
    yield from record_change_lines(preview, width, colour=colour)


def erase_word(*, confirms: bool) -> str:
    """What the key does that erases at once what others ask, or no longer."""
    return say("erase.wait" if confirms else "erase.at_once")


def waiting_told(found: Sequence[Erasure]) -> list[str]:
    """How many wait for a person, and the key that leads there; nothing where none do."""
    letter = keymap.letter("problems")
    return [say_count("count.to_erase", len(found), letter=letter)] if found else []


def _to_erase(preview: Preview, width: int, *, confirms: bool) -> Iterator[Line]:
    room = room_in(width)
    for one in preview.erasures[:ASKED]:
        for line in wrap(warned(request_line(one)), room, "amber"):
            yield row(width, line)
    if rest := preview.erasures[ASKED:]:
        acts = say_count("cli.acts", sum(one.acts for one in rest))
        yield row(width, [quiet(say_count("erase.asks_more", len(rest), acts=acts))])
    if preview.erasures:
        state = say("erase.goes_at_once" if confirms else "erase.stays_waiting")
        key = [accent("F6", bold=True), gap(), quiet(erase_word(confirms=confirms))]
        yield row(width, [ink(state), gap(3), *key])
        yield row(width, [])


def _news(preview: Preview, nothing: str) -> str:
    if not preview.new_acts and preview.erased:
        return say_count("exchange.erased", preview.erased)
    if not preview.new_acts and preview.idle:
        return say_count("exchange.idle", preview.idle)
    if not preview.new_acts and (preview.held or preview.set_apart):
        return ""
    if not preview.new_acts:
        return say(nothing)
    told = say_count("count.acts", preview.new_acts)
    who = ", ".join(f"{sender(name)} {n}" for name, n in preview.senders)
    return f"{told}   {who}" if who else told


def _apart(preview: Preview) -> str:
    """What will be set apart of it."""
    bad, held = lines_apart(preview), preview.held
    told = [say_count("exchange.count_apart", bad)] if bad else []
    told += [say_count("exchange.count_held", held)] if held else []
    return "; ".join(told)
