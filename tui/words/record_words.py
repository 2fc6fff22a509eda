"""What is said of a record in a word or two."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from storage.records.ids import type_of
from storage.text import one_line
from tui.locale import in_all, known, say, say_count, wrong_in

if TYPE_CHECKING:
    from storage.views.agreement_list import AgreementRow
    from storage.views.import_preview import Gone, Preview

SHORT_ID = 10  # digits by which an act is named
BEGINS = 48  # characters by which a line that is set apart is known again
_OURS = ("history.arrangement", "history.you", "history.someone", "conflict.this_device")
_CODE = r"[^-]+-[0-3B]-(\S+)"
_NUMBER = r"[0-9a-f]{16}"  # what a device or author is called while nobody named it


def word(table: str, value: object) -> str:
    """The word for a value from a table of words; the value itself where it is not in there."""
    return say(f"{table}.{value}") if known(f"{table}.{value}") else str(value)


def short_code(code: str) -> str:
    """The code without the prefix and part that all rows share: TWE-04. What is no code stays."""
    found = re.fullmatch(_CODE, code)
    return found[1] if found else code


def term_of(found: "AgreementRow") -> str:
    """The term as said, or that it goes on."""
    if found.nature == "standing" and not found.term:
        return say("nature.standing")
    return found.term or ""


def waits_for(missing: Sequence[str]) -> str:
    """That something is still to come with another file."""
    return say_count("count.missing", len(missing))


def person(name: str | None) -> str:
    """A name that someone gave, on one line; between quotes where it is a word of ours for who
    did something, so that nobody is taken for the arrangement or for the user. Who has no name
    is nobody in particular."""
    if not name:
        return say("history.someone")
    told = one_line(name).strip()
    ours = {word.casefold() for key in _OURS for word in in_all(key)}
    return f"“{told}”" if told.casefold() in ours else told


def title_or_kind(title: str, record: str) -> str:
    """What a record is called, never by its id: one without a name by what it is."""
    type_ = record.partition("/")[0]
    return word("type", type_) if type_ and title in ("", record) else title


def gone_name(one: "Gone") -> str:
    """What a record was called that is there no longer; of one without a name what it was."""
    kind = word("type", type_of(one.record))
    title = one.title if one.title != one.record else kind
    if type_of(one.record) == "entries":  # that goes by what it was about
        title = say("history.of", field=kind, title=title)
    return " ".join([*([short_code(one.code)] if one.code else []), title])


def sender(name: str) -> str:
    """Who something came from: the arrangement as released, or a person; one of whom only a
    number is known is nobody in particular."""
    if name == "seed":
        return say("history.arrangement")
    return say("history.someone") if re.fullmatch(_NUMBER, name) else person(name)


def lines_apart(preview: "Preview") -> int:
    """How many lines of a file are set apart; none where only the file as a whole is wrong."""
    return 0 if any(not one.said for one in preview.apart) else preview.set_apart


def apart_told(preview: "Preview") -> list[str]:
    """Of the lines that are set apart which they are, why, and how they begin."""
    found = []
    for one in preview.apart:
        if one.said:
            begins = one_line(one.said)[:BEGINS]
            told = wrong_in(one.reason)
            told = say("exchange.apart_line", line=one.line, reason=told) if one.line else told
            found.append(f"{told}: {begins}…")
    return found
