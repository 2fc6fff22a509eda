"""Agreements in a list, built only when they are drawn (look.md, "Header, footer, rows")."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate

from rich.cells import cell_len

from storage.records.fields import STATUSES
from storage.views.agreement_list import AgreementRow, Group
from tui.draw import signs
from tui.draw.spans import (
    FULL,
    Line,
    Marked,
    Span,
    amber,
    clean,
    crop,
    cut,
    gap,
    ink,
    quiet,
    row,
    width_of,
)
from tui.locale import number, say, say_count
from tui.rows.agreement_columns import ListColumns, code_cell, lead_of, list_columns, said_term
from tui.rows.row import Blank, Heading, Lazy, Row, sentence_rows


def sign_of(found: AgreementRow) -> Span | None:
    """The sign in the gutter."""
    torn = found.conflict or found.contested
    return signs.of_agreement(found.kind, found.status, conflict=torn, late=found.overdue)


def group_heading(group: Group) -> str:
    """What stands above a group."""
    if group.via is not None:
        return say(f"list.{group.via}", name=clean(group.name))
    if group.key is None:
        return say(f"heads.no_{group.by}")
    if group.by == "status":
        known = say(f"status.{group.key}") if group.key in STATUSES else clean(group.key)
        return known[:1].upper() + known[1:]
    if group.by == "term":
        year, _, half = group.key.partition("-")
        return say(f"heads.half_{half}", year=year) if half else say(f"heads.{group.key}")
    return clean(group.name)


def said_heading(group: Group) -> str:
    """What stands above a group; nothing where it is the only one."""
    return "" if group.by == "number" and group.via is None else group_heading(group)


def group_count(group: Group) -> str:
    """How many there are in a group, those that repeat another apart."""
    count = number(len(group.rows) - group.repeats)
    return f"{count} + {say_count('list.repeats', group.repeats)}" if group.repeats else count


class Agreement:
    """One agreement in one line, in the columns of a list or in its own."""

    height = 1

    def __init__(
        self, found: AgreementRow, columns: ListColumns | None = None, *, marked: bool = False
    ) -> None:
        self.found = found
        self.columns = columns
        self.marked = marked
        self.key: str | None = found.id

    def draw(self, width: int) -> Sequence[Line]:
        size = self.columns or list_columns([self.found], width)
        code = cut(code_cell(self.found), size.code)
        beside: list[Span] = []
        free = size.title
        for room, said in ((size.lead, self._lead(size)), (size.term, self._term(size))):
            if said.text or beside:
                beside += [*crop([said], room), gap(size.gap)] if room else []
            elif room:  # what stands before an empty column goes on in it
                free += room + size.gap
        right = [*beside, quiet(code.rjust(size.code))]
        left = [*self._title(free), gap(size.gap - 1)]
        line = row(width, left, right, sign_of(self.found))
        return [Marked(line) if self.marked else line]

    def _term(self, size: ListColumns) -> Span:
        term = cut(said_term(self.found), size.term)
        return amber(term) if self.found.overdue else quiet(term)

    def _lead(self, size: ListColumns) -> Span:
        first, plus, more = lead_of(self.found).rpartition(" +")
        more = f"{plus}{more}" if len(self.found.leads) > 1 else ""
        first = first if more else lead_of(self.found)
        return quiet(cut(first, size.lead - len(more)) + more if size.lead else "")

    def _title(self, room: int) -> list[Span]:
        signal = signs.SIGNAL.get(self.found.signal or "")
        end = [gap(), signal] if signal else []
        room -= width_of(end)
        title, kind = clean(self.found.title), say(f"kind.{self.found.kind}")
        name = ink(cut(title, room, FULL), bold=self.marked)
        if self.found.kind != "commitment" and cell_len(title) + 2 + cell_len(kind) <= room:
            return [name, gap(2), quiet(kind), *end]
        return [name, *end]


class Agreements(Lazy):
    """All rows of the list: groups with their headings, made one by one as they are asked for.

    Those in ``marked``, which may change, have a mark.
    """

    def __init__(self, groups: Sequence[Group], empty: str, marked: Container[str] = ()) -> None:
        self._groups = groups
        self._marked = marked
        self._heads = [self._head(group, n, empty) for n, group in enumerate(groups)]
        self._ends = list(
            accumulate(
                len(head) + len(group.rows) for head, group in zip(self._heads, groups, strict=True)
            )
        )
        self._fitted: tuple[int, int, int] | None = None
        self._columns: ListColumns | None = None
        self._empty: list[Row] = [] if self._ends and self._ends[-1] else sentence_rows(empty)

    @staticmethod
    def _head(group: Group, n: int, empty: str) -> list[Row]:
        if group.by == "number" and group.via is None:
            return []
        head: list[Row] = [Blank()] if n else []
        head.append(Heading(group_heading(group), group_count(group)))
        if group.via == "own" and not group.rows:
            head += sentence_rows(empty)
        return head

    @property
    def total(self) -> int:
        """How many agreements there are, each as often as it stands in the list."""
        return sum(len(group.rows) for group in self._groups)

    def position(self, index: int | None) -> int:
        """The place among the agreements of the row at ``index``, from 1; 0 without one."""
        if index is None or self._empty:
            return 0
        group = bisect_right(self._ends, index)
        heads = sum(len(head) for head in self._heads[: group + 1])
        return index - heads + 1

    def ids(self) -> Iterator[str]:
        """The ids of all agreements, without reading a row."""
        return (record for group in self._groups for record in group.rows.ids())

    def find(self, key: str) -> int | None:
        """The first row of the agreement with this id."""
        start = 0
        for head, group in zip(self._heads, self._groups, strict=True):
            start += len(head)
            found = group.rows.find(key)
            if found is not None:
                return start + found
            start += len(group.rows)
        return None

    def __len__(self) -> int:
        return len(self._empty) or (self._ends[-1] if self._ends else 0)

    def made(self, index: int) -> Row:
        if self._empty:
            return self._empty[index]
        group = bisect_right(self._ends, index)
        within = index - (self._ends[group - 1] if group else 0)
        head = self._heads[group]
        if within < len(head):
            return head[within]
        found = self._groups[group].rows[within - len(head)]
        return Agreement(found, self._columns, marked=found.id in self._marked)

    def align(self, first: int, last: int, width: int) -> None:
        if self._fitted != (first, last, width):
            self._columns, self._fitted = None, (first, last, width)
            shown = (self.made(n) for n in range(first, min(last, len(self))))
            found = [row.found for row in shown if isinstance(row, Agreement)]
            self._columns = list_columns(found, width)

    def __iter__(self) -> Iterator[Row]:
        return (self[n] for n in range(len(self)))
