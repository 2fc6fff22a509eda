"""Records of which one act says everything: most of a file that is taken in for the first time."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from storage.acts import Act
from storage.records.ids import type_of

Values = dict[str, object]
_RECORD = itemgetter(0)  # of a setting: an act has them sorted by it


def said_once(acts: Iterable[Act]) -> dict[str, Values]:
    """By record what is said of it, where merging these acts would give just that: one act adds it
    whole, live, on top of nothing. Entries are left out: they can change another record."""
    found: dict[str, Values] = {}
    more: set[str] = set()
    for act in acts:
        for record, settings in groupby(act.set, _RECORD):
            values: Values = {}
            on_top = False
            for _, field, value, parents in settings:
                values[field] = value
                on_top = on_top or bool(parents)
            if record in found or on_top or values.get("life") != "live":
                more.add(record)
            else:
                found[record] = values
    return {
        record: values
        for record, values in found.items()
        if record not in more and type_of(record) != "entries"
    }
