"""How far a set of agreements is, and what of it asks for attention, in words."""

from storage.views.progress_count import Care, ProgressCount
from tui.locale import number, say, say_count
from tui.words.labels import field_name
from tui.words.record_words import word

BETWEEN = "   "


def progress_in_words(far: ProgressCount) -> str:
    """How many have each status, what is done first; "" where nothing has one."""
    told = [f"{number(n)} {word('status', status)}" for status, n in far.statuses]
    if far.declined:
        told.append(f"{number(far.declined)} {say('kind.declined')}")
    return BETWEEN.join(told)


def care_in_words(found: Care) -> str:
    """Why it asks for attention."""
    if found.why == "late":
        return say("sheet.late", term=found.row.term or "")
    if found.why == "conflict":
        fields = ", ".join(field_name(field) for field in found.fields)
        return say_count("sheet.torn", len(found.fields), fields=fields)
    return f"{say(f'signal.{found.why}')}   {found.reason}".rstrip()
