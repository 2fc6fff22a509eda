"""A refusal while something is being read is told, and never ends the app."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from storage.errors import Refused


class Refusing(Protocol):
    """Whoever can tell why something was not done."""

    def refuse(self, refused: Refused) -> None: ...


Self = TypeVar("Self", bound=Refusing)
Given = ParamSpec("Given")


def guarded(
    method: Callable[Concatenate[Self, Given], Any],
) -> Callable[Concatenate[Self, Given], None]:
    """Tell a refusal instead of raising it: the file can be busy at any moment."""

    @wraps(method)
    def told(self: Self, /, *args: Given.args, **named: Given.kwargs) -> None:
        try:
            method(self, *args, **named)
        except Refused as refused:
            self.refuse(refused)

    return told
