"""What a record is called in a toast or a heading: its short code, else its name."""

from tui.draw.spans import clean, cut
from tui.store import Store
from tui.words.record_words import short_code

LONGEST = 40


def short_name_of(store: Store, record: str) -> str:
    """The short code of an agreement (TWE-04); of anything else its title or name."""
    code, title = store.title(record)
    return clean(short_code(code)) if code else cut(clean(title), LONGEST)
