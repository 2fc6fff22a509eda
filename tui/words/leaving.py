"""What leaves with a file and what stays, in words."""

from collections.abc import Iterable, Iterator

from storage.views.differences import Difference
from storage.views.exchange_folders import Going, Share
from tui.draw.spans import Line, room_in
from tui.locale import number, say, say_count
from tui.words.labelled import labelled
from tui.words.record_words import sender

NO_BREAK = "\u00a0"  # a number stays with what it counts


def goes_and_stays(shares: Iterable[Share]) -> list[tuple[str, list[str]]]:
    """What goes and what stays: a word, and how many there are of each kind."""
    sides: dict[bool, list[str]] = {True: [], False: []}
    for one in shares:
        sides[one.goes].append(say_count(f"share.{one.what}", one.count))
    goes, stays = sides[True], sides[False] or [say("share.nothing")]
    return [(say("share.goes"), goes), (say("share.stays"), stays)]


def leaving_lines(shares: Iterable[Share], width: int) -> Iterator[Line]:
    """The same as lines with their words before them."""
    for word, counted in goes_and_stays(shares):
        together = "   ".join(one.replace(" ", NO_BREAK) for one in counted)
        for line in labelled(word, together, room_in(width), width):
            yield [span._replace(text=span.text.replace(NO_BREAK, " ")) for span in line]


def going_lines(going: Going, shares: Iterable[Share], width: int) -> Iterator[Line]:
    """What is new to go to a folder and of whom, and what stays here."""
    yield from labelled(say("share.goes"), going_told(going), room_in(width), width)
    word, stays = goes_and_stays(shares)[1]
    together = "   ".join(one.replace(" ", NO_BREAK) for one in stays)
    for line in labelled(word, together, room_in(width), width):
        yield [span._replace(text=span.text.replace(NO_BREAK, " ")) for span in line]


def going_told(going: Going) -> str:
    """The same in one sentence."""
    if not going.acts:
        return say("waits.nothing_goes")
    who = ", ".join(f"{sender(name)} {number(n)}" for name, n in going.senders)
    told_ = say_count("waits.goes", going.acts)
    return f"{told_}   {who}" if who else told_


def apart_counted(found: Difference) -> list[str]:
    """How much is here of each kind of thing that was not compared."""
    return [say_count(f"share.{what}", count) for what, count in found.apart]


def profile_name(profile: str) -> str:
    return say(f"profile.{profile}")
