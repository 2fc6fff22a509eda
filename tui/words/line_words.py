"""What a line of a form is called, and what may help to fill it in."""

from tui.locale import known, say
from tui.words.labels import label_of as field_label


def line_label(type_: str, key: str, kind: object = "") -> str:
    """What stands before a line: as on the page, and for the keys of an object what they ask."""
    if "." not in key:
        return field_label(key, type_, kind)
    name = f"label.{key}"
    return say(name) if known(name) else field_label(key.rpartition(".")[2])


def hint_of(type_: str, key: str) -> str:
    """What may help where nothing is typed yet."""
    for name in (f"hint.{type_}.{key}", f"hint.{key}"):
        if known(name):
            return say(name)
    return ""
