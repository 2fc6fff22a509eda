"""Terms of a folder: the words are read as on the screen, where the folder says no more of them."""

from collections.abc import Mapping
from datetime import date

from storage.phrases import Interpretation, read_phrase

DAYS = ("from", "to", "precision")
REST = ("nature", "every", "trigger")


def read_term(
    term: Mapping[str, object], day: date
) -> tuple[dict[str, object], Interpretation | None]:
    """The term with what its words say, and that reading; None where the words were not read.
    What has no year, or counts from now, goes by ``day``.

    Who writes one of the days (or how precise they are) or of the rest writes all of that: words
    add nothing to it.
    """
    reading = read_phrase(str(term["phrase"]), day)
    if reading is None:
        return dict(term), None
    taken = {
        key: value
        for keys in (DAYS, REST)
        if not any(key in term for key in keys)
        for key in keys
        if (value := reading.keys.get(key)) is not None
    }
    return {**term, **taken}, reading


def is_told(term: Mapping[str, object]) -> bool:
    """Whether the folder says itself when it is, so that nobody need read the words."""
    return any(key in term for key in (*DAYS, *REST))
