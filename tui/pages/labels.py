"""What fields are called, and labels with the text beside them."""

from collections.abc import Iterator

from tui.locale import known, say
from tui.spans import Line, clean, cut, quiet, row, wrap

LABEL = 12


def field_name(field: str) -> str:
    """The word for a field as acts name it."""
    name = field.partition("/")[0]
    return say(f"field.{name}") if known(f"field.{name}") else clean(name)


def field_names(fields: tuple[str, ...]) -> str:
    """Fields by their words, each once."""
    return ", ".join(dict.fromkeys(field_name(field) for field in fields))


def label_of(field: str, type_: str = "") -> str:
    """The label of a field on a page: short enough to stand beside it."""
    name, _, choice = field.partition("/")
    words = (f"role.{choice}", f"relation.{choice}", f"label.{type_}.{name}", f"label.{name}")
    found = next((key for key in words if known(key)), None)
    label = say(found) if found else field_name(field)
    return f"{label[:1].upper()}{label[1:]}"


def labelled(label: str, text: str, room: int, edge: int) -> Iterator[Line]:
    """A quiet label and its text, wrapped beside it."""
    for n, line in enumerate(wrap(text, room - LABEL)):
        start = cut(label, LABEL - 1).ljust(LABEL) if n == 0 else " " * LABEL
        yield row(edge, [quiet(start), *line])
