"""What acts stand on, directly or through others."""

from collections.abc import Collection, Iterable, Mapping


def below(parents: Mapping[str, Collection[str]], acts: Iterable[str]) -> set[str]:
    """These acts, and all on which they stand; ``parents`` has by act what it names."""
    found, waiting = set[str](), [*acts]
    while waiting:
        act = waiting.pop()
        if act not in found:
            found.add(act)
            waiting.extend(parents.get(act, ()))
    return found
