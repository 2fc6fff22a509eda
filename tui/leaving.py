"""What leaves with a file and what stays, in words."""

from collections.abc import Iterable

from storage.views.exchange import Share
from tui.locale import say, say_count


def told(shares: Iterable[Share]) -> list[tuple[str, list[str]]]:
    """What goes and what stays: a word, and how many there are of each kind."""
    sides: dict[bool, list[str]] = {True: [], False: []}
    for one in shares:
        if one.what == "names" and one.goes:  # the people are counted already
            continue
        sides[one.goes].append(say_count(f"share.{one.what}", one.count))
    goes, stays = sides[True], sides[False] or [say("share.nothing")]
    return [(say("share.goes"), goes), (say("share.stays"), stays)]


def profile_name(profile: str) -> str:
    return say(f"profile.{profile}")
