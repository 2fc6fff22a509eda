"""Rule 9: which acts count at a moment, by the time that they claim."""

from collections.abc import Collection, Iterable, Mapping

from storage.acts import Act


def times(acts: Iterable[Act], arrived: Mapping[str, str]) -> dict[str, str]:
    """The time of each act; ``arrived`` has by id when each came in here.

    An act with a clock that runs behind is never older than what it answers to, and one with a
    clock that runs ahead never younger than its arrival.
    """
    bodies = {act.id: act for act in acts}
    at = {name: act.at for name, act in bodies.items()}
    return moments(at, {name: _named(act) for name, act in bodies.items()}, arrived)


def moments(
    at: Mapping[str, str], named: Mapping[str, Collection[str]], arrived: Mapping[str, str]
) -> dict[str, str]:
    """The same, given what each act claims and which acts it names, known or not."""
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


def until(acts: Mapping[str, Act], moment: str, arrived: Mapping[str, str]) -> list[Act]:
    """The acts whose time is this moment or before it (`YYYY-MM-DDTHH:MM:SS.mmmZ`)."""
    when = times(acts.values(), arrived)
    return [act for name, act in acts.items() if when[name] <= moment]


def _named(act: Act) -> set[str]:
    parents = (parent for said in act.set for parent in said.parents)
    return {*act.undo, *act.saw, *act.erase, *parents}
