"""Rule 9: which acts count at a moment, by the time that they claim."""

from collections.abc import Collection, Mapping


def claimed_moments(
    at: Mapping[str, str], named: Mapping[str, Collection[str]], arrived: Mapping[str, str]
) -> dict[str, str]:
    """The time of each act by id: ``at`` is what it claims, ``named`` the acts that it names,
    known or not, ``arrived`` when it came in here.

    An act with a clock that runs behind is never older than what it answers to, and one with a
    clock that runs ahead never younger than its arrival.
    """
    found: dict[str, str] = {}
    if all(at.get(name, "") <= at[act] for act, names in named.items() for name in names):
        return {act: min(when, arrived[act]) for act, when in at.items()}  # no clock ran behind
    for start in at:
        path = [start]
        while path:
            act = path[-1]
            if act in found:
                path.pop()
                continue
            known = [name for name in named.get(act, ()) if name in at]
            missing = [name for name in known if name not in found]
            if missing:
                path.extend(missing)
            else:
                latest = max([at[act], *(found[name] for name in known)])
                found[act] = min(latest, arrived[act])
                path.pop()
    return found
