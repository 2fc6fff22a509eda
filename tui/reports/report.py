"""What a report is, which kinds and formats there are, and making one."""

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from storage.errors import Refused
from storage.progress import ALONE, Progress
from storage.records.validation import nearest
from tui.reports.elements import report_text
from tui.words.contents.page_pieces import Block

if TYPE_CHECKING:
    from storage.reader import Reader

Profile = Literal["partners", "internal"]
PROFILES: tuple[Profile, ...] = get_args(Profile)
_FOLDER = Path(__file__).parent


class ReportRequest(NamedTuple):
    """What someone wants a report of. ``what`` is a record by its id, or words of the query
    language; ``profile`` says for whom: only ``internal`` has what is of the own organisation."""

    what: str
    profile: Profile


class Report(NamedTuple):
    """A report: what it is called, a line under that, and its parts. ``told`` is the day (ISO) of
    which it tells, ``of`` the name of the arrangement. ``left_out`` is what the profile left out:
    that is for who makes the report, and stands in no file."""

    title: str
    under: str
    blocks: Sequence[Block]
    of: str
    told: str
    left_out: str = ""


def _names(folder: str, end: str) -> tuple[str, ...]:
    files = {name.partition(".")[0] for name in os.listdir(_FOLDER / folder)}
    return tuple(sorted(name.removesuffix(end) for name in files if name.endswith(end)))


KINDS = _names("kinds", "_report")
"""What reports there are."""
FORMATS = _names("formats", "_format")
"""In what files they come, by the end of a file's name."""


def make_report(
    store: "Reader", kind: str, asked: ReportRequest, progress: Progress = ALONE
) -> Report:
    """A report of this kind. Raises Refused for a kind that is none, or for nothing to tell of."""
    if kind not in KINDS:
        raise Refused("unknown_value", field="report", value=kind, nearest=nearest(kind, KINDS))
    found: Report = _kind(kind).report(store, asked, progress)
    return found


def of_what(kind: str) -> str:
    """The type of the record that a report of this kind is of; "" where a query says that."""
    return str(_kind(kind).OF)


def _kind(name: str) -> ModuleType:
    return import_module(f"tui.reports.kinds.{name}_report")


def rendered(report: Report, form: str, progress: Progress = ALONE) -> bytes:
    """A report as the bytes of a file; the same report gives the same bytes. Raises Refused for a
    format that is none, or that this laptop does not let us make."""
    if form not in FORMATS:
        raise Refused("unknown_value", field="format", value=form, nearest=nearest(form, FORMATS))
    report = report._replace(
        title=_head(report.title), under=_head(report.under), of=_head(report.of)
    )  # fmt: skip
    made = import_module(f"tui.reports.formats.{form}_format").render(report, progress)
    return bytes(made)


def _head(text: str) -> str:
    return report_text(text).replace("\n", " ")
