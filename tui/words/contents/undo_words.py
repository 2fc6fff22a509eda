"""What taking back leaves as it is, in words."""

from storage.text import one_line
from storage.views.undo_effect import Stays
from tui.locale import say
from tui.words import dates
from tui.words.labels import field_name
from tui.words.values import in_words


def told_of(stays: Stays) -> str:
    """That a field keeps what it says, because it was changed again later, by whom and when."""
    return say(
        "undo.stays",
        field=field_name(stays.field).capitalize(),
        title=one_line(stays.record_title),
        value=one_line(in_words(stays.field, stays.value, stays.names)),
        who=one_line(stays.author or say("history.someone")),
        at=dates.moment_in_words(stays.at),
    )
