"""What this laptop has of what the app needs, looked at one by one: a text for a help desk.

It says nothing of what is in the arrangement, and names folders from the user's home on.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from tui.locale import say, say_count
from tui.selftest.finding import Finding, FindingGroup
from tui.selftest.folders import file_in, folder_findings
from tui.selftest.machine import compiled, engine, program, python, readable_documents
from tui.selftest.terminal import Terminal, clipboard, terminal

__all__ = ["Finding", "FindingGroup", "Terminal", "as_lines", "look", "verdict"]

LABEL = 14


def look_at_all(path: Path, shown_in: Terminal) -> list[FindingGroup]:
    """Look at everything; ``path`` is the file in use. Takes as long as a disk does."""
    return [
        FindingGroup("program", [*program()]),
        FindingGroup("python", [*python()]),
        FindingGroup("compiled", [*compiled()]),
        FindingGroup("engine", [*engine()]),
        FindingGroup("reading", [*readable_documents()]),
        FindingGroup("terminal", [*terminal(shown_in), clipboard(shown_in)]),
        FindingGroup("folders", [*folder_findings(path)]),
        FindingGroup("file", [*file_in(path)]),
    ]


def verdict(parts: Sequence[FindingGroup]) -> str:
    """In one sentence whether all is well."""
    wrong = sum(one.wrong for part in parts for one in part.findings)
    return say_count("selftest.wrong", wrong) if wrong else say("selftest.fine")


def as_lines(parts: Sequence[FindingGroup]) -> Iterator[str]:
    """The text to mail."""
    yield say("selftest.heading", at=f"{datetime.now():%Y-%m-%d %H:%M}")
    yield verdict(parts)
    for part in parts:
        yield ""
        yield part.title
        for one in part.findings:
            yield f"{'!' if one.wrong else ' '} {one.label.ljust(LABEL)} {one.value}".rstrip()
