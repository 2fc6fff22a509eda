"""What records are described with: fields, and the keys of their values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Form = Literal[
    "text", "choice", "date", "decimal", "number", "flag", "locator", "reference", "object", "list"
]
Need = Literal["reason", "evidence", "successor"]
Group = Literal["what", "who", "when", "where", "why"]

GROUPS: tuple[Group, ...] = ("what", "who", "when", "where", "why")
"""The groups of a form, in the order in which people fill them in."""
SELDOM = 2


# Making what nobody asks of a class takes time at each start: of each there is one.
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Key:
    """One value: a key of an object, or a part of a set's element, as JSON names it.

    ``refers`` holds the type a reference points at, or "any" where full ids stand; ``default``
    what stands there when nothing is said, instead of null; ``pattern`` how a text there looks;
    ``long`` says that people write more than a line there.
    """

    name: str
    form: Form = "text"
    refers: str | None = None
    choices: tuple[str, ...] = ()
    required: bool = False
    long: bool = False
    pattern: str = ""
    default: str | None = None

    def __post_init__(self) -> None:
        if self.choices or self.refers:
            object.__setattr__(self, "form", "choice" if self.choices else "reference")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Field(Key):
    """A field of a record.

    ``keys`` are those of an object value, which always has all of them, or of the objects in a
    list; ``others`` those that it may have in their place. ``parts`` is filled for a set, whose
    elements are fields of their own (``<name>/<part>/<part>``); with ``each`` people see every
    choice of the first part as a field by itself. ``needs`` tells which values ask for something
    that comes with them; for an object by its first key. ``group`` is that of the form in which
    the field is asked, None where it is told in another way, and ``rank`` puts it before (-1) or
    after (1) those of its group that are described earlier; what a new record seldom begins with
    comes last (``SELDOM``). ``hidden`` is there for the program only:
    no page shows it.
    """

    keys: tuple[Key, ...] = ()
    others: tuple[Key, ...] = ()
    parts: tuple[Key, ...] = ()
    each: bool = False
    needs: Mapping[str, Need] = field(default_factory=dict)
    group: Group | None = "what"
    rank: int = 0
    hidden: bool = False

    def __post_init__(self) -> None:
        Key.__post_init__(self)
        if self.keys and self.form == "text":
            object.__setattr__(self, "form", "object")

    @property
    def is_set(self) -> bool:
        return bool(self.parts)

    @property
    def has_keys(self) -> bool:
        """Whether its value is an object whose keys are known."""
        return self.form == "object" and bool(self.keys)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the keys of an object value."""
        return tuple(key.name for key in self.keys) if self.has_keys else ()

    def with_keys(self, values: Sequence[str | None]) -> dict[str, str | None] | None:
        """Values in the order of the keys as an object; None where all are empty."""
        return dict(zip(self.names, values, strict=True)) if any(values) else None

    def key(self, name: str) -> Key:
        """The description of a key of an object value. Raises KeyError for another name."""
        return {key.name: key for key in (*self.keys, *self.others)}[name]

    def need(self, value: object) -> Need | None:
        """What a value asks for."""
        told = value.get(self.keys[0].name) if self.keys and isinstance(value, Mapping) else value
        return self.needs.get(told) if isinstance(told, str) else None
