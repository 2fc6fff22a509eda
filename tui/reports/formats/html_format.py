"""A report as one HTML file: no network, no script, prints well on A4."""

from pathlib import Path

from tui import locale
from tui.reports.elements import elements
from tui.reports.report import Report

TEMPLATE = Path(__file__).with_suffix(".j2")


def render(report: Report) -> bytes:
    """The page; whatever the data says is text in it."""
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    parts = [(type(one).__name__.lower(), one) for one in elements(report.blocks)]
    text = template.render(report=report, parts=parts, language=locale.language())
    return text.encode("utf-8", "replace")
