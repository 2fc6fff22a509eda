"""What happened to a field, one after the other."""

from typing import Literal, NamedTuple

from storage.views.act_row import ActRow

What = Literal["set", "settled", "taken_back", "again"]


class Saying(NamedTuple):
    """A value, and who said it; ``author`` is None while no name is known."""

    value: object
    author: str | None
    seed: bool


class StoryTurn(NamedTuple):
    """One thing that someone did with the field.

    ``settled`` are values that stood beside each other until then, one of which was chosen, or
    something else; ``of`` has them. Of what was ``taken_back``, or done ``again``, it has what that
    had said, and ``settling`` tells whether that had settled a conflict: it is open again then.
    ``unseen`` are the choices that were made elsewhere and that this one has not seen.
    """

    what: What
    act: ActRow
    value: object
    of: tuple[Saying, ...]
    settling: bool = False
    unseen: tuple[Saying, ...] = ()
