"""The keys by which a form names its lines, made of the description of the fields.

``term.from`` is a key of an object value, ``parties/lead`` the elements of a set that begin so.
"""

from collections.abc import Iterator

from storage.records.description import GROUPS, Field, Group, Key
from storage.records.fields import FIELDS, TYPES, in_groups

# made in another way than with a form of their own
ROUTES = ("arrangement", "entries", "items", "searches", "authors", "passages")
ADDABLE = tuple(type_ for type_ in TYPES if type_ not in ROUTES)


def line_keys(type_: str) -> list[list[str]]:
    """All lines of the form of a type, in groups; nothing for a type that has none."""
    return [[key for field in group for key in _lines(field)] for group in in_groups(type_)]


def groups_asked(type_: str) -> list[Group]:
    """The groups in which these lines lie."""
    return [group for group in GROUPS if any(one.group == group for one in FIELDS[type_].values())]


def fields_asked(type_: str) -> list[str]:
    """What a form of a type asks, an object value as one."""
    keys = (key.partition(".")[0] for group in line_keys(type_) for key in group)
    return list(dict.fromkeys(keys))


def field_of_key(key: str) -> str:
    """The field of which a line of a form is the whole or a part."""
    return key.partition(".")[0].partition("/")[0]


def described(type_: str, key: str) -> Key:
    """What a line asks: a field, or a key of an object value."""
    field, dot = FIELDS[type_][field_of_key(key)], "." in key
    return field.key(key.partition(".")[2]) if dot else field


def _lines(field: Field) -> Iterator[str]:
    if field.each:
        yield from (f"{field.name}/{choice}" for choice in field.parts[0].choices)
    elif field.has_keys and not field.others:
        yield from (f"{field.name}.{name}" for name in field.names)
    else:
        yield field.name
