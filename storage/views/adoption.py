"""What a closed meeting adopted of an agreement, and what came after."""

from typing import NamedTuple

from storage.views.field_change import FieldChange


class LaterValue(NamedTuple):
    """A field that says something else now than what was adopted. ``change`` goes from the value
    that was adopted to that of today, ``act`` and ``at`` tell where it comes from. ``arrived`` is
    what was made before the closing and came in after it; ``adopted`` are all values that stood."""

    change: FieldChange
    act: str
    at: str
    arrived: bool
    adopted: tuple[object, ...]


class Adoption(NamedTuple):
    """A meeting that adopted an agreement; ``incomplete``: not all that it saw is here."""

    meeting: str
    title: str
    date: str | None
    later: tuple[LaterValue, ...]
    incomplete: bool
