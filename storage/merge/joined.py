"""Which record stands for one that is joined to another (contract §1 and §2.11)."""

from collections.abc import Mapping


def stand_ins(links: Mapping[str, str]) -> dict[str, str]:
    """By each record that gives way the one that stands for it.

    ``links`` are the joins that count: to a record that is known here and not deleted. A chain is
    followed to its end; a ring counts for its lowest id, which stands for itself and is no key
    here.
    """
    found: dict[str, str] = {}
    for start in links:
        path: dict[str, int] = {}
        here = start
        while here in links and here not in found and here not in path:
            path[here] = len(path)
            here = links[here]
        if here in path:
            end = min(one for one, place in path.items() if place >= path[here])
        else:
            end = found.get(here, here)
        found |= dict.fromkeys(path, end)
    return {record: end for record, end in found.items() if record != end}
