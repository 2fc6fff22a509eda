"""Of what someone asks to erase: which records and fields."""

from storage.views.erasure import Erasure
from tui.contents.labels import field_name
from tui.locale import say_count


def places(one: Erasure) -> list[str]:
    """Each record with its fields, as far as that is known; of a set not which element."""
    fields: dict[str, list[str]] = {}
    for place in one.places:
        fields.setdefault(place.title, []).append(field_name(place.field))
    told = [f"{title} ({', '.join(dict.fromkeys(names))})" for title, names in fields.items()]
    told += [say_count("erase.more_places", one.more)] if one.more else []
    return told + ([say_count("erase.unknown", one.unknown)] if one.unknown else [])
