"""What a record is called in a toast or a heading: its short code, else its name."""

from tui.draw.spans import clean, cut
from tui.store import Store
from tui.words.record_words import short_code, title_or_kind

LONGEST = 40


def short_name_of(store: Store, record: str) -> str:
    """The short code of an agreement (TWE-04); of anything else its title, or what it is."""
    code, title = store.title(record)
    if code:
        return clean(short_code(code))
    return title_or_kind("", record).capitalize() if title == record else cut(clean(title), LONGEST)
