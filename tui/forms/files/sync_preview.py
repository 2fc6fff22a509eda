"""What is seen of an exchange folder before a sync, and after one that did not all succeed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from storage.formats.profiles import PROFILES, goes
from storage.views.exchange_folders import FolderLook, Share, Synced
from tui.draw.spans import Line, accent, amber, clean, gap, ink, quiet, room_in, row, wrap
from tui.draw.text_signs import warned
from tui.forms.files.file_preview import preview_lines, waiting_told
from tui.locale import say
from tui.rows.file_rows import folder_from_home
from tui.words.contents.readership import INTERNAL, asks_internal, read_by, really, was_told
from tui.words.contents.sync_result import spoilt_lines, synced_told, warnings
from tui.words.labelled import labelled
from tui.words.labels import LABEL
from tui.words.leaving import going_lines, profile_name

KINDS = tuple(one for one in PROFILES if goes(one, "acts"))
"""The profiles with which a folder can be synced."""


@dataclass(frozen=True)
class LookedInto:
    """A folder as it was, and what stays here under each profile. ``chosen`` is the part of it
    that was chosen, if one was."""

    place: Path
    chosen: Path | None
    found: FolderLook
    shares: dict[str, tuple[Share, ...]]


class SyncChoice(NamedTuple):
    """For whom the folder is to be, and whether another program chose meanwhile (``changed``),
    who reads there was told (``asked``), and what others ask to erase is erased at once."""

    profile: str
    changed: bool
    asked: bool
    confirms: bool


def other_kind(profile: str) -> str:
    """The profile that comes after this one."""
    return KINDS[(KINDS.index(profile) + 1) % len(KINDS)]


def sync_lines(into: LookedInto, choice: SyncChoice, width: int, *, colour: bool) -> Iterator[Line]:
    """For whom the folder is; then what would come from it, and what goes there and what
    stays. Of a folder that is new the latter comes first: there it is chosen."""
    room = room_in(width)
    yield from labelled(say("waits.folder"), folder_from_home(into.place), room, width)
    if into.chosen is not None:
        told = say("waits.inside", chosen=clean(into.chosen.name))
        yield from (row(width, line) for line in wrap(warned(told), room, "amber"))
    key, other, found = say("key.tab"), profile_name(other_kind(choice.profile)), into.found
    paint = amber if choice.profile == INTERNAL else ink
    yield row(
        width,
        [quiet(say("exchange.profile").ljust(LABEL)), paint(profile_name(choice.profile)), gap(3),
         accent(key, bold=True), gap(), quiet(other)],
    )  # fmt: skip
    for told in _cautions(found, choice):
        yield from (row(width, line) for line in wrap(warned(told), room, "amber"))
    yield from labelled(say("waits.last"), really(found.exchanged), room, width)
    nothing = "exchange.rest_known" if found.spoilt else "exchange.nothing_new_there"
    coming = preview_lines(
        found.preview, width, colour=colour, nothing=nothing, confirms=choice.confirms
    )
    leaving = going_lines(found.going[choice.profile], into.shares[choice.profile], width)
    for part in (coming, leaving) if found.known else (leaving, coming):
        yield row(width, [])
        yield from part


def _cautions(found: FolderLook, choice: SyncChoice) -> Iterator[str]:
    """That the folder is for others than was chosen; that own notes go, and who reads them."""
    if choice.changed:
        yield say("readers.meanwhile", now=profile_name(found.profile))
    yield from map(spoilt_lines, found.spoilt)
    if found.was is not None and choice.profile != found.was:
        yield was_told(found.was, found.profile)
    if choice.profile == INTERNAL:
        yield (
            asks_internal(found.readers) if found.profile != INTERNAL else (read_by(found.readers))
        )
        if choice.asked:
            yield say("readers.once_more")


def ended_lines(done: Synced, width: int) -> Iterator[Line]:
    """How it went, and what could not be done."""
    room = room_in(width)
    for line in wrap(synced_told(done, waiting_told(done.erasures)), room):
        yield row(width, line)
    for warning in warnings(done):
        yield row(width, [])
        for line in wrap(warned(warning), room, "amber"):
            yield row(width, line)
