"""Who does what for whom."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from storage.records.fields import PARTY_ROLES
from storage.views.crosstabs import Leading, Pair
from tui.locale import say_count
from tui.words.contents.overview_tables import Table, parties_table

if TYPE_CHECKING:
    from storage.queries.overviews.overview_reader import Overviews


def data(found: "Overviews") -> dict[str, Any]:
    return {
        "parties": [
            {
                "lead": one.lead,
                "name": one.name or None,
                "open": one.number,
                "others": [_other(found, pair) for pair in one.pairs],
            }
            for one in found.parties()
        ]
    }


def _other(found: "Overviews", pair: Pair) -> dict[str, Any]:
    return {
        "organisation": pair.other,
        "name": pair.name or None,
        "open": pair.number,
        "roles": dict(pair.roles),
        "agreements": [row.id for row in found.between(pair)],
    }


def sheet(found: "Overviews") -> Table:
    rows = []
    for one, pair in _pairs(found):
        roles = dict(pair.roles)
        names = [one.lead or "", one.name, pair.other or "", pair.name]
        counts = [str(roles.get(role, 0)) for role in PARTY_ROLES]
        rows.append([*names, str(pair.number), *counts])
    names = ["lead", "lead_name", "organisation", "organisation_name", "open"]
    return [*names, *(f"roles.{role}" for role in PARTY_ROLES)], rows


def table(found: "Overviews", *, plain: bool) -> Table:
    return parties_table(found.parties())


def told(found: "Overviews", *, plain: bool) -> str:
    return say_count("cli.pairs", sum(len(one.pairs) for one in found.parties()))


def _pairs(found: "Overviews") -> Iterator[tuple[Leading, Pair]]:
    return ((one, pair) for one in found.parties() for pair in one.pairs)
