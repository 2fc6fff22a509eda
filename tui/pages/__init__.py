"""Pages to read: of an agreement, and of every other record.

What stands on a page is said once, as pieces (``parts``): by ``agreement`` and ``record``. They
become lines for a width (``drawn``) or plain text (``plain``), so that screen, copy and command
line cannot disagree.
"""

from tui.pages.drawn import heading, page_lines
from tui.pages.labels import LABEL, field_name, labelled
from tui.pages.log import log_lines

__all__ = ["LABEL", "field_name", "heading", "labelled", "log_lines", "page_lines"]
