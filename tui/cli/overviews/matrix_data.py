"""Regions against programmes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from storage.records.fields import KINDS
from storage.views.crosstabs import Cell
from tui.cli.output import as_data
from tui.draw import signs
from tui.locale import say
from tui.words.contents.overview_tables import Table, in_text, matrix_header, matrix_rows

if TYPE_CHECKING:
    from storage.queries.overviews.overview_reader import Overviews
    from storage.queries.overviews.region_matrix import Matrix


def data(found: "Overviews") -> dict[str, Any]:
    matrix = found.matrix()
    return {
        "regions": [
            {
                "id": f"regions/{one.tail}",
                "name": one.name,
                "short": one.short or None,
                "open": one.number,
            }
            for one in matrix.regions
        ],
        "programmes": [
            {
                "id": f"programmes/{place.tail}" if place.tail else None,
                "name": place.name or None,
                "total": _counted(matrix, place.tail, None),
            }
            for place in matrix.programmes
        ],
        "cells": [
            {
                "programme": programme or None,
                "region": region,
                **_counted(matrix, programme, region),
            }
            for programme, region, _ in _cells(matrix)
        ],
    }


def sheet(found: "Overviews") -> Table:
    """One line for each cell in which something is said, which a spreadsheet can turn round."""
    matrix = found.matrix()
    programmes = {place.tail: place.name for place in matrix.programmes}
    regions = {region.tail: region.name for region in matrix.regions}
    rows = []
    for programme, region, cell in _cells(matrix):
        kinds = dict(matrix.kinds(programme, region))
        names = [programme, programmes[programme], region, regions[region]]
        rows.append([*names, *map(str, cell), *(str(kinds.get(kind, 0)) for kind in KINDS)])
    names = ["programme", "programme_name", "region", "region_name"]
    return [*names, *Cell._fields, *(f"kinds.{kind}" for kind in KINDS)], rows


def table(found: "Overviews", *, plain: bool) -> Table:
    matrix = found.matrix()
    rows = matrix_rows(matrix, matrix.programmes, plain=plain)
    return matrix_header([one.short or one.name for one in matrix.regions]), rows


def told(found: "Overviews", *, plain: bool) -> str:
    """What the signs say."""
    shown = {
        "declined": in_text(signs.DECLINED, plain=plain),
        "not_open": in_text(signs.NOT_OPEN, plain=plain),
        "nothing": in_text(signs.NOTHING, plain=plain),
    }
    return say("cli.matrix_legend", **shown)


def _cells(matrix: "Matrix") -> Iterator[tuple[str, str, Cell]]:
    """Every cell in which something is said."""
    for place in matrix.programmes:
        if any(matrix.cell(place.tail, None)):
            for region in matrix.regions:
                cell = matrix.cell(place.tail, region.tail)
                if any(cell):
                    yield place.tail, region.tail, cell


def _counted(matrix: "Matrix", programme: str, region: str | None) -> dict[str, Any]:
    kinds = dict(matrix.kinds(programme, region))
    return {**as_data(matrix.cell(programme, region)), "kinds": kinds}
