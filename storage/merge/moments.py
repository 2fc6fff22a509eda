"""Rule 9: which acts count at a moment, by the time that they claim."""

from collections.abc import Iterable, Mapping

from storage.acts import Act


def times(acts: Iterable[Act]) -> dict[str, str]:
    """The time of each act: the later of its own and those of the acts that it names.

    An act with a clock that runs behind is so never older than what it answers to.
    """
    bodies = {act.id: act for act in acts}
    found: dict[str, str] = {}
    for start in bodies:
        path = [start]
        while path:
            act = bodies[path[-1]]
            if act.id in found:
                path.pop()
                continue
            named = [name for name in _named(act) if name in bodies]
            missing = [name for name in named if name not in found]
            if missing:
                path.extend(missing)
            else:
                found[act.id] = max([act.at, *(found[name] for name in named)])
                path.pop()
    return found


def until(acts: Mapping[str, Act], moment: str) -> list[Act]:
    """The acts whose time is this moment or before it (`YYYY-MM-DDTHH:MM:SS.mmmZ`)."""
    when = times(acts.values())
    return [act for name, act in acts.items() if when[name] <= moment]


def _named(act: Act) -> set[str]:
    parents = (parent for said in act.set for parent in said.parents)
    return {*act.undo, *act.saw, *act.erase, *parents}
