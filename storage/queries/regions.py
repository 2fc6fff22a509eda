"""The region tree: a set of parents for each region, so one may stand in it twice (design §2)."""

import sqlite3
from collections import defaultdict
from typing import NamedTuple

from storage.queries.joins import joins

_ONLY_NAMED = """
SELECT 1 WHERE NOT EXISTS
  (SELECT 1 FROM agreements_regions o JOIN agreements a ON a.tail = o.tail
    AND a.life <> 'deleted' WHERE o.regions = ?1)
 AND EXISTS
  (SELECT 1 FROM said s JOIN acts a ON a.n = s.act WHERE s.record = 'regions/' || ?1
    AND a.by = 'seed' AND a.device = 'seed')"""


class Tree(NamedTuple):
    """``order`` lists (region, depth) as the pane shows them; ``above`` and ``below`` lead from
    a region to its parents and children."""

    order: list[tuple[str, int]]
    above: dict[str, list[str]]
    below: dict[str, list[str]]


def tree(connection: sqlite3.Connection) -> Tree:
    """The tree of all regions that are not deleted and give way to none.

    A landsdeel of the seed under which no region or agreement hangs is only a name and stands
    outside it, unless there is nothing else. A merge can make rings: every region still comes up
    once at least.
    """
    joined = joins(connection, "regions")
    alive = connection.execute(
        "SELECT tail, kind FROM regions WHERE life <> 'deleted' ORDER BY name, tail"
    ).fetchall()
    kinds = {tail: kind for tail, kind in alive if tail not in joined.by}
    found = Tree([], defaultdict(list), defaultdict(list))
    rows = connection.execute(
        "SELECT p.tail, p.regions FROM regions_parents p JOIN regions r ON r.tail = p.tail"
        " ORDER BY r.name, r.tail"
    ).fetchall()
    for region, said in rows:
        parent = joined.of(said)
        if region in kinds and parent in kinds and parent not in found.above[region]:
            found.above[region].append(parent)
            found.below[parent].append(region)
    names = {
        region
        for region, kind in kinds.items()
        if kind == "landsdeel" and not found.below[region]
        and connection.execute(_ONLY_NAMED, (region,)).fetchone()
    }  # fmt: skip
    inside = [region for region in kinds if region not in names] or [*kinds]
    unfolded: set[str] = set()
    for root in (region for region in inside if not found.above[region]):
        _unfold(found, root, unfolded)
    for region in inside:  # what only hangs in a ring
        if region not in unfolded:
            _unfold(found, region, unfolded)
    return found


def around(links: dict[str, list[str]], region: str) -> list[str]:
    """Every region that one reaches along these links, the nearest first."""
    found: dict[str, None] = {}
    waiting = list(links.get(region, ()))
    while waiting:
        following: list[str] = []
        for other in waiting:
            if other != region and other not in found:
                found[other] = None
                following += links.get(other, ())
        waiting = following
    return list(found)


def _unfold(found: Tree, root: str, unfolded: set[str]) -> None:
    """Put a region in the order with all below it; what hangs below a region stands there once,
    under the first place where the region comes up."""
    waiting = [(root, 0)]
    while waiting:
        region, depth = waiting.pop()
        found.order.append((region, depth))
        if region not in unfolded:
            unfolded.add(region)
            waiting += [(child, depth + 1) for child in reversed(found.below[region])]
