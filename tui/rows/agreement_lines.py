"""Agreements in a list, built only when they are drawn (look.md, "Header, footer, rows")."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate

from rich.cells import cell_len

from storage.records.fields import STATUSES
from storage.views.agreement_list import AgreementRow, Group
from tui.draw import signs
from tui.draw.spans import Line, Span, amber, clean, crop, cut, gap, ink, quiet, row, width_of
from tui.locale import number, say
from tui.rows.row import Blank, Heading, Lazy, Row, SentenceRow
from tui.words.record_words import short_code, term_of

WIDE = 80
TERM = 13
TERM_WIDE = 16
LEAD = 13


def sign_of(found: AgreementRow) -> Span | None:
    """The sign in the gutter."""
    alarm = found.conflict or found.contested
    return signs.of_agreement(found.kind, found.status, alarm=alarm)


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


class Agreement:
    """One agreement in one line."""

    height = 1

    def __init__(self, found: AgreementRow, *, marked: bool = False) -> None:
        self.found = found
        self.marked = marked
        self.key: str | None = found.id

    def draw(self, width: int) -> Sequence[Line]:
        wide = width >= WIDE
        code = quiet(cut(clean(short_code(self.found.code)), 16))
        code = code._replace(text=code.text.rjust(6))
        right: list[Span] = []
        if wide:
            right += [*crop([quiet(self._leads())], LEAD), gap(2)]
        size = TERM_WIDE if wide else TERM
        if wide or term_of(self.found) or self.found.overdue:  # else the title has its room
            right += crop([self._term(size)], size)
        right += [gap(2 if wide else 1), code]
        signal = (
            [gap(), signs.SIGNAL[self.found.signal]] if self.found.signal in signs.SIGNAL else []
        )
        room = width - 4 - width_of(right) - 2 - width_of(signal)
        left = [*crop(self._title(room), room), *signal, gap()]
        mark = signs.MARKED if self.marked else None
        return [row(width, left, right, sign_of(self.found), mark)]

    def _term(self, room: int) -> Span:
        words = clean(term_of(self.found))
        return amber(cut(f"! {words}", room)) if self.found.overdue else quiet(cut(words, room))

    def _leads(self) -> str:
        leads = self.found.leads
        if not leads:
            return ""
        more = f" +{len(leads) - 1}" if len(leads) > 1 else ""
        return cut(clean(leads[0]), LEAD - len(more)) + more

    def _title(self, room: int) -> list[Span]:
        title = clean(self.found.title)
        kind = say(f"kind.{self.found.kind}")
        if self.found.kind != "commitment" and cell_len(title) + 2 + cell_len(kind) <= room:
            return [ink(title), gap(2), quiet(kind)]
        return [ink(cut(title, room))]


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
        self._empty: list[Row] = [] if self._ends and self._ends[-1] else [SentenceRow(empty)]

    @staticmethod
    def _head(group: Group, n: int, empty: str) -> list[Row]:
        if group.by == "number" and group.via is None:
            return []
        head: list[Row] = [Blank()] if n else []
        head.append(Heading(group_heading(group), number(len(group.rows))))
        if group.via == "own" and not group.rows:
            head.append(SentenceRow(empty))
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
        return self._ends[-1] if not self._empty else 1

    def made(self, index: int) -> Row:
        if self._empty:
            return self._empty[index]
        group = bisect_right(self._ends, index)
        within = index - (self._ends[group - 1] if group else 0)
        head = self._heads[group]
        if within < len(head):
            return head[within]
        found = self._groups[group].rows[within - len(head)]
        return Agreement(found, marked=found.id in self._marked)

    def __iter__(self) -> Iterator[Row]:
        return (self[n] for n in range(len(self)))
