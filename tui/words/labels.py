"""What fields are called."""

from storage.text import shown
from tui.locale import known, say

LABEL = 12


def field_name(field: str) -> str:
    """The word for a field as acts name it."""
    name = field.partition("/")[0]
    return say(f"field.{name}") if known(f"field.{name}") else shown(name)


def field_names(fields: tuple[str, ...]) -> str:
    """Fields by their words, each once."""
    return ", ".join(dict.fromkeys(field_name(field) for field in fields))


def label_of(field: str, type_: str = "", kind: object = "") -> str:
    """The label of a field on a page: short enough to stand beside it.

    ``kind`` is that of the agreement: who wants something on an ambition did not ask for it.
    """
    name, _, choice = field.partition("/")
    words = (
        f"role.{choice}.{kind}", f"role.{choice}", f"relation.{choice}",
        f"label.{type_}.{name}", f"label.{name}",
    )  # fmt: skip
    found = next((key for key in words if known(key)), None)
    label = say(found) if found else field_name(field)
    return f"{label[:1].upper()}{label[1:]}"
