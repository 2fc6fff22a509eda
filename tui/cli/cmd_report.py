"""`report`: what people send on, as Word, HTML or Markdown."""

from itertools import islice
from pathlib import Path

import click

from storage.errors import Refused
from storage.progress import Progress
from storage.store import Store
from tui.cli.chosen_meeting import find_meeting, listed
from tui.cli.options import FILE, TEXT, ChoiceParam
from tui.cli.output import Out
from tui.cli.progress_bar import watching
from tui.cli.record_names import Names
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.locale import say
from tui.reports.report import FORMATS, KINDS, ReportRequest, make_report, of_what, rendered
from tui.reports.report_file import profile_of

NAMED = 8  # organisations that a refusal names


@click.command("report")
@click.argument("kind", metavar="|".join(KINDS), type=ChoiceParam(KINDS))
@click.argument("what", type=TEXT, nargs=-1)
@click.option("-o", "target", type=FILE, metavar="FILE", required=True)
@click.option("--profile", type=TEXT, metavar="P", default="partners")
@click.option("--format", "form", type=ChoiceParam(FORMATS))
@click.option("--force", is_flag=True)
@click.pass_obj
def report_command(
    session: Session, *, kind: str, what: tuple[str, ...], target: Path, profile: str,
    form: str | None, force: bool,
) -> None:  # fmt: skip
    """A report in a file; its format by the end of the name."""
    for_whom = profile_of(profile)
    format_ = form or target.suffix.removeprefix(".").lower()
    if format_ not in FORMATS:
        raise Refused("report_format", value=target.name, known=", ".join(FORMATS))
    out = Out("table", target, plain=True, own=session.path, force=force)
    out.check_target()
    with session.judged(), session.open() as store:
        words = " ".join(what)
        asked = ReportRequest(_of(store, kind, words), for_whom)
        with watching() as watch:
            progress = Progress(watch, "report")
            found = make_report(store, kind, asked, progress.part(0, 0.3))
            data = rendered(found, format_, progress.part(0.3, 1))
        out.bytes(data)
        if found.left_out:
            tell(found.left_out)


def _of(store: Store, kind: str, words: str) -> str:
    """What the report is of, as its kind asks."""
    if kind == "minutes" and not words:
        held = [one for one in store.meetings.all() if one.phase in ("running", "closed")]
        if held:
            if held[1:]:
                tell(say("report.of_last", title=listed(held[:1]), others=listed(held[1:])))
            return held[0].id
    if of_what(kind) == "meetings":
        return find_meeting(store, words or None)
    if kind == "party" and not words:
        known = (place.name for place in store.lists.organisations() if place.count)
        raise Refused("no_party_named", known=", ".join(islice(known, NAMED)))
    if of_what(kind) == "organisations" and words:
        return f"organisations/{Names(store.connection).known_tail('organisations', words)}"
    return words
