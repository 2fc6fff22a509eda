"""Standing roles, by who has them."""

from typing import TYPE_CHECKING, Any

from tui.cli.output import as_data
from tui.locale import say_count
from tui.words.contents.overview_tables import Table, standing_table

if TYPE_CHECKING:
    from storage.queries.overviews.overview_reader import Overviews


def data(found: "Overviews") -> dict[str, Any]:
    return {
        "parties": [
            {
                "lead": group.key,
                "name": group.name or None,
                "agreements": [as_data(row) for row in group.rows],
            }
            for group in found.standing()
        ]
    }


def sheet(found: "Overviews") -> Table:
    rows = [
        [group.key or "", group.name, row.id, row.code, row.title, row.kind, row.status or ""]
        for group in found.standing()
        for row in group.rows
    ]
    return ["lead", "lead_name", "id", "code", "title", "kind", "status"], rows


def table(found: "Overviews", *, plain: bool) -> Table:
    return standing_table(found.standing())


def told(found: "Overviews", *, plain: bool) -> str:
    return say_count("cli.standing", len({row.id for one in found.standing() for row in one.rows}))
