"""The region tree: a set of parents for each region, so one may stand in it twice (design §2)."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tree:
    """``order`` lists (region, depth) as the pane shows them; ``above`` and ``below`` lead from
    a region to its parents and children."""

    order: list[tuple[str, int]] = field(default_factory=list)
    above: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    below: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def tree(connection: sqlite3.Connection) -> Tree:
    """The tree of all regions that are not deleted.

    A landsdeel that nothing hangs under is only a name and stands outside it. A merge can make
    rings: every region still comes up once at least.
    """
    kinds = dict(
        connection.execute(
            "SELECT tail, kind FROM regions WHERE life <> 'deleted' ORDER BY name, tail"
        ).fetchall()
    )
    found = Tree()
    rows = connection.execute(
        "SELECT p.tail, p.regions FROM regions_parents p JOIN regions r ON r.tail = p.tail"
        " ORDER BY r.name, r.tail"
    ).fetchall()
    for region, parent in rows:
        if region in kinds and parent in kinds:
            found.above[region].append(parent)
            found.below[parent].append(region)
    roots = [
        region
        for region, kind in kinds.items()
        if not found.above[region] and (kind != "landsdeel" or found.below[region])
    ]
    for root in roots:
        _walk(found, root)
    shown = {region for region, _ in found.order}
    for region, kind in kinds.items():  # what only hangs in a ring
        if region not in shown and kind != "landsdeel":
            _walk(found, region)
            shown = {region for region, _ in found.order}
    return found


def around(links: dict[str, list[str]], region: str) -> list[str]:
    """Every region that one reaches along these links, the nearest first."""
    found: list[str] = []
    waiting = list(links.get(region, ()))
    while waiting:
        following: list[str] = []
        for other in waiting:
            if other != region and other not in found:
                found.append(other)
                following += links.get(other, ())
        waiting = following
    return found


def _walk(found: Tree, root: str) -> None:
    waiting: list[tuple[str, tuple[str, ...]]] = [(root, ())]
    while waiting:
        region, path = waiting.pop()
        if region in path:
            continue
        found.order.append((region, len(path)))
        waiting += [(child, (*path, region)) for child in reversed(found.below[region])]
