"""Problems that ask nothing of anyone here: a person may have seen one, and then it rests until it
changes. Only this user's configuration knows, as digests: what a problem is about stands nowhere
else."""

from collections.abc import Mapping, Sequence

from storage.acts import digest, encode
from storage.views.problem import Problem

ASK_NOTHING = ("incomplete", "ahead", "clone")
"""Kinds that only another file or another laptop can mend."""

_WHOSE = ("author", "device")


def asks_nothing(problem: Problem) -> bool:
    """Whether there is nothing that anyone could do about it here."""
    return problem.kind in ASK_NOTHING


def resting_name(problem: Problem) -> str:
    """The same however it changes."""
    whose = {key: problem.details[key] for key in _WHOSE if key in problem.details}
    return f"seen {digest(encode([problem.kind, problem.record, whose]))}"


def resting_state(problem: Problem) -> str:
    """Another one for each change of it."""
    return digest(encode({key: str(value) for key, value in problem.details.items()}))


def resting_marked(problems: Sequence[Problem], told: Mapping[str, str]) -> list[Problem]:
    """These, those that rest marked so; ``told`` is what this user's configuration remembers."""
    return [
        one._replace(
            resting=asks_nothing(one) and told.get(resting_name(one)) == resting_state(one)
        )
        for one in problems
    ]
