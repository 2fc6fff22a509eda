"""A report in a file."""

import os
from pathlib import Path

from storage.backups.replaceable import check_target
from storage.errors import Refused
from storage.files.atomic import check_place, write_whole
from storage.progress import Progress
from storage.records.validation import nearest
from tui.reports.report import FORMATS, PROFILES, Profile, Report, rendered


def profile_of(name: str) -> Profile:
    """The profile of this name. Raises Refused for one that is none, and for "public", which a
    report cannot be."""
    if name == "public":
        raise Refused("no_public_report")
    found = next((one for one in PROFILES if one == name), None)
    if found is None:
        raise Refused("unknown_value", field="profile", value=name, nearest=nearest(name, PROFILES))
    return found


def named_file(folder: Path, typed: str, form: str) -> tuple[Path, str]:
    """The file that someone names so, and its format: that of its end, else ``form``, and then it
    gets the end of that."""
    target = folder / os.path.expanduser(typed)
    end = target.suffix.removeprefix(".").lower()
    if end in FORMATS:
        return target, end
    if os.path.isdir(target):  # writing will say so
        return target, form
    return target.with_name(f"{target.name}.{form}"), form


def check_report_target(target: Path, own: Path, *, force: bool) -> None:
    """Raises Refused where another file stands there, unless ``force``, or none can; ``own``, the
    file that is open, is never written over."""
    check_target(target, own=own, force=force)
    check_place(target)


def write_report(report: Report, target: Path, form: str, progress: Progress) -> None:
    """Write a report in this format, whole or not at all."""
    write_whole(target, rendered(report, form, progress))
