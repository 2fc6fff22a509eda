"""What stands on a page, whatever it is drawn on.

``agreement`` and ``record`` say it as pieces (``parts``). They become lines of the screen
(``tui.pages``) or plain text (``plain``), so that screen, copy and command line cannot disagree.
Nothing here knows how wide a letter is: a command starts without what the screen needs.
"""

from collections.abc import Iterator
from typing import Literal

from storage.text import one_line
from storage.views.page_content import AgreementPage, Page
from tui.locale import say
from tui.words.contents import agreement_contents
from tui.words.contents.log_entry import ACTION
from tui.words.contents.page_pieces import Block, HintLine, ListTitle, Logbook

Log = Literal["all", "actions", "none"]
"""How much of the logbook stands on a page."""


def blocks_of(page: Page, last_year: str, *, log: Log) -> Iterator[Block]:
    """What stands under the title."""
    if isinstance(page, AgreementPage):
        yield from agreement_contents.agreement_blocks(page, last_year)
    else:
        from tui.words.contents.record_contents import record_blocks

        yield from record_blocks(page)
    if log == "actions":
        actions = tuple(one for one in page.entries if one.kind == ACTION)
        yield [ListTitle(say("page.actions")), Logbook(actions)] if actions else []
    elif log == "all":
        yield _logbook(page)
    if isinstance(page, AgreementPage):
        yield from agreement_contents.source(page)


def _logbook(page: Page) -> Block:
    if page.entries:
        whole = len(page.entries) > 1 or not isinstance(page, AgreementPage)
        title = say("page.logbook" if whole else "page.last_entry")
        return [ListTitle(title), Logbook(page.entries)]
    if isinstance(page, AgreementPage):
        return [HintLine(say("page.no_entries"), "note", say("page.first_entry"))]
    return []


def page_title(page: Page) -> tuple[str, str]:
    """What it is called, and its code or the kind of thing that it is; each one line."""
    if isinstance(page, AgreementPage):
        return one_line(page.title), one_line(page.row.code)
    kind = say(f"type.{page.type}")
    return (one_line(page.title), kind) if page.title else (kind.capitalize(), "")
