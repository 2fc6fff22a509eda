"""Ids of records: a type and a permanent tail, with "/" between them (contract §1)."""

OWN_TYPES = ("entries", "items", "searches")
"""Types of which a record may be someone's own: its tail begins with "own-"."""


def type_of(record: str) -> str:
    """The type part of a record's id; "" when the id has none."""
    return record.partition("/")[0] if "/" in record else ""


def tail_of(record: str) -> str:
    """The permanent tail of a record's id."""
    return record.partition("/")[2]


def scope_of(record: str) -> str | None:
    """The scope an act that sets this record must carry: own remarks and passages stay inside."""
    type_, _, tail = record.partition("/")
    if type_ in OWN_TYPES and tail.startswith("own-"):
        return "own"
    return "passages" if type_ == "passages" else None
