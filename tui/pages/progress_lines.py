"""How far something beside the screen is, as lines."""

from collections.abc import Sequence

from tui.draw import signs
from tui.draw.spans import Line, ink, parts, quiet, row, width_of
from tui.locale import say
from tui.locale.charset import sign
from tui.words.remaining import Running, time_left

WIDEST = 52


def lines(running: Running, width: int) -> Sequence[Line]:
    """What is being done and how far it is, in words, and as a bar for who looks from afar."""
    if running.stopping:
        return [row(width, [quiet(say("progress.stopping"))])]
    if not running.slow or not running.part:
        return [row(width, [])]
    left = running.left()
    room = min(WIDEST, width - 4)
    told = [ink(say(f"progress.{running.part}"))]
    told += [quiet(time_left(left))] if left is not None else []
    together = parts(told)
    words = [together] if width_of(together) <= room else [[span] for span in told]
    return [*(row(width, line) for line in words), row(width, _bar(running.share, room))]


def _bar(share: float, room: int) -> Line:
    size = max(room - 5, 1)
    done = int(size * share)
    bar = [ink(sign(signs.DONE) * done), quiet(sign(signs.TO_DO) * (size - done))]
    return [*bar, quiet(f"{share:.0%}".rjust(5))]
