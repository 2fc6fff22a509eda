"""The problems of a file, and what someone here put off or decided of them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.tables.damage import face

if TYPE_CHECKING:
    from storage.journal.held_file import ReadFile
    from storage.queries.problems.found_problem import FoundProblem
    from storage.views.problem import Problem

APART = "two "
"""How what is remembered of two records that are no doubles begins."""


@face("_connection")
class Problems:
    """What asks a person; what is put off only this user's configuration knows."""

    def __init__(self, file: "ReadFile") -> None:
        self._file = file
        self._connection = file.connection

    def all(self) -> "list[Problem]":
        """Every problem, by kind and record; of each whether it rests."""
        from storage.identity.remembered import load
        from storage.queries.problems import problems
        from storage.queries.problems.resting import rests

        told = load(self._file.path).told
        found = problems(self._connection, self._file.device)
        return [one._replace(resting=rests(one, told)) for one in found]

    def asking(self) -> int:
        """How many problems and likely doubles do not rest; none of them is kept or told, for a
        file can have very many."""
        from storage.identity.remembered import load
        from storage.queries.problems import found_now
        from storage.queries.problems.resting import rests

        told = load(self._file.path).told
        problems = found_now(self._connection, self._file.device)
        return sum(not rests(one, told) for one in problems) + sum(1 for _ in self._doubles())

    def rest(self, problem: "Problem", *, seen: bool = True) -> None:
        """Let a problem that asks nothing rest until it changes, or no longer. Raises Refused for
        one that asks something."""
        from storage.identity.remembered import first_told
        from storage.queries.problems.resting import asks_nothing, resting_name, resting_state

        if not asks_nothing(problem):
            raise Refused("asks_something")
        told = resting_state(problem) if seen else ""
        first_told(self._file.path, resting_name(problem), told)

    def doubles(self) -> "list[Problem]":
        """Records that may be one, but for the pairs that someone here said are two."""
        from storage.queries.problems.found_problem import with_titles

        return [with_titles(self._connection, one) for one in self._doubles()]

    def _doubles(self) -> "Iterator[FoundProblem]":
        from storage.identity.remembered import load
        from storage.queries.problems.likely_doubles import doubles

        told = load(self._file.path).told
        apart = {about for what, about in told.items() if what.startswith(APART)}
        return doubles(self._connection, apart)

    def keep_apart(self, record: str, other: str) -> None:
        """Name these two no likely doubles any more."""
        from storage.identity.remembered import first_told
        from storage.queries.problems.likely_doubles import pair_of

        pair = pair_of(record, other)
        first_told(self._file.path, f"{APART}{pair}", pair)
