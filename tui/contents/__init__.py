"""What stands on a page, whatever it is drawn on.

``agreement`` and ``record`` say it as pieces (``parts``). They become lines of the screen
(``tui.pages``) or plain text (``plain``), so that screen, copy and command line cannot disagree.
Nothing here knows how wide a letter is: a command starts without what the screen needs.
"""

from collections.abc import Iterator

from storage.text import one_line
from storage.views import Page, Reading
from tui.contents import agreement, record
from tui.contents.parts import Block
from tui.locale import say


def blocks_of(reading: Reading, last_year: str, *, log: bool) -> Iterator[Block]:
    """What stands under the title; ``log`` says whether the logbook does."""
    if isinstance(reading, Page):
        return agreement.blocks(reading, last_year, log=log)
    return record.blocks(reading, log=log)


def title_of(reading: Reading) -> tuple[str, str]:
    """What it is called, and its code or the kind of thing that it is; each one line."""
    if isinstance(reading, Page):
        return one_line(reading.row.title), one_line(reading.row.code)
    kind = say(f"type.{reading.type}")
    return (one_line(reading.title), kind) if reading.title else (kind.capitalize(), "")
