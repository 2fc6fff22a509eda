"""How a sync with a folder went, in words."""

import re
from collections.abc import Sequence

from storage.views.exchange_folders import SpoiltSegment, Synced
from tui.locale import refusal, say, say_count
from tui.locale.charset import ellipsis
from tui.words.contents.upshot import counted
from tui.words.record_words import gone_name, waits_for

_DIGEST = re.compile(r"[0-9a-f]{64}")


def synced_told(done: Synced, waiting: Sequence[str] = ()) -> str:
    """What came in, what went out and what is ``waiting`` for a person, in one line."""
    told = [say_count("count.acts", done.new_acts)] if done.new_acts else []
    told += counted(done.follows)
    rest = (
        ("synced.written", done.written), ("synced.erased", done.erased), ("synced.idle", done.idle)
    )  # fmt: skip
    told += [say_count(key, n) for key, n in rest if n]
    told += waiting
    told += [waits_for(done.missing)] if done.missing else []
    if not told and (done.spoilt or done.held):
        return say("synced.rest_same")
    return say("toast.synced", what=", ".join(told)) if told else say("synced.same")


def warnings(done: Synced) -> list[str]:
    """What could not be read there, what stands here no longer, why nothing could be written."""
    told = [spoilt_lines(one) for one in done.spoilt]
    if done.gone:
        names = ", ".join(gone_name(one) for one in done.gone)
        told.append(f"{say_count('exchange.gone', len(done.gone))} {names}")
    if done.unwritten is not None:
        why = refusal(done.unwritten.key, done.unwritten.details)
        told.append(say("synced.unwritten", reason=why))
    return told


def spoilt_lines(one: SpoiltSegment) -> str:
    """A file in a folder that could not be taken in, and why."""
    name = _DIGEST.sub(lambda found: f"{found[0][:8]}{ellipsis()}", one.path.name)
    return say("synced.spoilt", file=name, reason=refusal(one.why.key, one.why.details))
