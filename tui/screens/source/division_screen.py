"""How a document is divided: every line of it, which the arrows make a heading, or text again."""

from collections.abc import Sequence

from textual.app import ComposeResult

from seed.document.beside import Attached, divided
from seed.document.division import ROLES
from seed.document.headings import Marked, Role
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.draw.signs import Sign
from tui.draw.spans import Line, Span, clean, cut, gap, ink, quiet, row, width_of
from tui.locale import say
from tui.rows.row import Row
from tui.screens.source.commands import DIVISION
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Moved

STEP = 2  # cells by which each level stands deeper
CHANGED = "•"


class DivisionScreen(BaseScreen):
    """Nothing is written here. Dismissed with the document divided otherwise, or with None."""

    TOPIC = "division"
    DOES = DIVISION

    def __init__(self, store: Store, found: Attached, at: int = 0) -> None:
        super().__init__()
        self.store = store
        self.found = found
        self.at = at
        self.roles: dict[int, Role] = {}

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        yield RowList("division", tone="page")

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        self._show(str(self.at))
        self.rows.focus()

    @property
    def rows(self) -> RowList:
        return self.query_one("#division", RowList)

    @property
    def line(self) -> int:
        """The number of the line with the bar."""
        return int(self.rows.key or 0)

    @property
    def role(self) -> Role:
        """What that line is now."""
        return self._role(self.line)

    def _role(self, line: int) -> Role:
        return self.roles.get(line, self.found.lines[line].role)

    def beside(self, by: int) -> Role | None:
        """What that line would be, one step higher or lower."""
        place = ROLES.index(self.role) + by if self.role in ROLES else -1
        return ROLES[place] if 0 <= place < len(ROLES) else None

    def why_not_turn(self, by: int) -> str | None:
        """Why it cannot be made so."""
        if self.role == "title":
            return say("reason.title_stays")
        if self.beside(by) is not None:
            return None
        return say("reason.line_higher" if by < 0 else "reason.line_lower")

    def turn(self, by: int) -> None:
        """Make it so."""
        role = self.beside(by)
        if role is None:
            return
        self.roles[self.line] = role
        if role == self.found.lines[self.line].role:
            del self.roles[self.line]
        self._show()

    def accept(self) -> None:
        """Back, with the document as it is divided here."""
        self.dismiss(divided(self.store, self.found, self.roles) if self.roles else None)

    def _show(self, key: str | None = None) -> None:
        rows: list[Row] = [
            _Line(n, one, self._role(n), changed=n in self.roles)
            for n, one in enumerate(self.found.lines)
        ]
        self.rows.show(rows, key, even=True)
        counts = say(
            "division.count",
            chapters=sum(self._role(n) == "chapter" for n in range(len(rows))),
            headings=sum(self._role(n) == "heading" for n in range(len(rows))),
        )
        self.rows.head([ink(say("division.title_of"), bold=True)], [quiet(counts)])
        self.show_hints()

    @guarded
    def on_moved(self, message: Moved) -> None:
        self.show_hints()

    def hints(self) -> Sequence[KeyHint]:
        moves = [KeyHint(say("key.up_down"), say("command.choose"))]
        return [*moves, *self.hint("line_higher", "line_lower", "divided", "back")]


class _Line:
    """A line of the document, as deep as it stands, and in a word what it is."""

    height = 1

    def __init__(self, n: int, one: Marked, role: Role, *, changed: bool) -> None:
        self.key: str | None = str(n)
        self.one = one
        self.role = role
        self.changed = changed

    def draw(self, width: int) -> Sequence[Line]:
        deep = ROLES.index(self.role) if self.role in ROLES else 0
        word: Line = [quiet(say(f"division.{self.role}"))]
        text = cut(clean(self.one.piece.text), max(width - 8 - STEP * deep - width_of(word), 8))
        bold = self.role in ("title", "chapter", "heading")
        said: Span = quiet(text) if self.role == "block" else ink(text, bold=bold)
        sign = Sign(CHANGED, "ink") if self.changed else None
        return [row(width, [gap(STEP * deep), said], word, sign)]
