"""What someone asks to erase: who, and of which records and fields."""

from storage.text import shown
from storage.views.erasures import Erasure
from tui.locale import say, say_count
from tui.words.labels import field_name
from tui.words.record_words import person


def asker(one: Erasure) -> str:
    """Who asks it."""
    if one.author:
        return person(one.author)
    return say("history.you" if one.own else "history.someone")


def request_line(one: Erasure) -> str:
    """Who asks to erase how many changes, and of what."""
    what = ", ".join(dict.fromkeys(place.title for place in one.places))
    who = person(one.author) if one.author else say("erase.someone")
    return say_count("erase.asks", one.acts, who=who, what=shown(what))


def named_places(one: Erasure) -> list[str]:
    """Each record with its fields, as far as that is known; of a set not which element."""
    fields: dict[str, list[str]] = {}
    for place in one.places:
        fields.setdefault(place.title, []).append(field_name(place.field))
    told = [f"{title} ({', '.join(dict.fromkeys(names))})" for title, names in fields.items()]
    return told + ([say_count("erase.unknown", one.unknown)] if one.unknown else [])
