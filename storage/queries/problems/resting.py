"""Problems that ask nothing of anyone here: a person may have seen one, and then it rests until it
changes. Only this user's configuration knows, as digests: what a problem is about stands nowhere
else."""

from collections.abc import Mapping

from storage.acts import digest, encode
from storage.queries.problems.found_problem import FoundProblem
from storage.views.problem import Problem

AnyProblem = Problem | FoundProblem

ASK_NOTHING = ("incomplete", "ahead", "clone")
"""Kinds that only another file or another laptop can mend."""

_WHOSE = ("author", "device")


def asks_nothing(problem: AnyProblem) -> bool:
    """Whether there is nothing that anyone could do about it here."""
    return problem.kind in ASK_NOTHING


def resting_name(problem: AnyProblem) -> str:
    """The same however it changes."""
    whose = {key: problem.details[key] for key in _WHOSE if key in problem.details}
    return f"seen {digest(encode([problem.kind, problem.record, whose]))}"


def resting_state(problem: AnyProblem) -> str:
    """Another one for each change of it."""
    return digest(encode({key: str(value) for key, value in problem.details.items()}))


def rests(problem: AnyProblem, told: Mapping[str, str]) -> bool:
    """Whether someone saw it as it is; ``told`` is what this user's configuration remembers."""
    return asks_nothing(problem) and told.get(resting_name(problem)) == resting_state(problem)
