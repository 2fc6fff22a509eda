"""Every text a user sees, by key, in the language chosen.

The catalogues are gettext's, ``<language>/LC_MESSAGES/arrangement.po``; ``click.po`` holds what the
command line says of itself. Installing the project compiles them (``hatch_build.py``); after a
change ``pybabel compile -d tui/locale -D "arrangement click"``. A key is a dotted path
(``status.met``), a text a ``str.format`` template. What a language lacks is taken from Dutch, and
what Dutch lacks shows as its key. ``{key_undo}`` in a text is the key that does the command
``undo`` now. Without signs arrows become words.
"""

import errno
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from tui.locale import charset
from tui.locale.catalogue import Catalogue
from tui.locale.findings import text_for

LANGUAGES = ("nl", "en")
FOLDER = Path(__file__).parent
_FALLBACK = "nl"
KEY = "key_"
LARGE = 10_000  # no line of a file, no year and no version is so large
ARROWS = {
    "←→↑↓": "arrows",
    "↑↓": "up_down",
    "←→": "left_right",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
}

SYSTEM = {
    "ENOSPC": "full", "EDQUOT": "full", "EFBIG": "too_big", "EROFS": "read_only",
    "EACCES": "forbidden", "EPERM": "forbidden", "ENOENT": "gone", "ENOTDIR": "gone",
    "EISDIR": "folder", "ENAMETOOLONG": "long_name", "EINVAL": "bad_name", "EILSEQ": "bad_name",
    "EBUSY": "busy", "ETXTBSY": "busy", "EIO": "failing", "ENOMEM": "memory",
    "ENODEV": "away", "ENXIO": "away", "ESTALE": "away", "EHOSTDOWN": "away",
    "EHOSTUNREACH": "away", "ENETDOWN": "away", "ENETUNREACH": "away", "ENOTCONN": "away",
    "ETIMEDOUT": "away",
}  # fmt: skip
"""What the system says of a file, by its name for the error, as ``system.<word>`` says it."""


class _Chosen:
    """The language in use, and how a text names the key of a command; a process speaks one
    language at a time, and has one keyboard."""

    lang = _FALLBACK
    key_of: Callable[[str], str] = lambda command: "F2"  # the list of commands, where it is shown


class _Values(dict[str, object]):
    """Values for a template; one that is missing shows as an ellipsis instead of failing, and the
    line breaks of one that is data make no lines of their own."""

    def __getitem__(self, key: str) -> object:
        value = super().__getitem__(key)
        return " ".join(value.splitlines()) if isinstance(value, str) else value

    def __missing__(self, key: str) -> str:
        if not key.startswith(KEY):
            return charset.ellipsis()
        return _Chosen.key_of(key.removeprefix(KEY))


def use(lang: str) -> None:
    """Choose the language of everything said from now on."""
    if lang not in LANGUAGES:
        raise ValueError(lang)
    _Chosen.lang = lang


def name_keys(key_of: Callable[[str], str]) -> None:
    """Say how texts name the key of a command."""
    _Chosen.key_of = key_of


@cache
def _texts(lang: str) -> Catalogue:
    return Catalogue(FOLDER / lang / "LC_MESSAGES" / "arrangement.mo")


def _text(key: str) -> str | None:
    """The text under a key in the language in use, or else in Dutch."""
    found = _texts(_Chosen.lang).text(key)
    return _texts(_FALLBACK).text(key) if found is None else found


def known(key: str) -> bool:
    """Whether a text stands under this key."""
    return _text(key) is not None


def language() -> str:
    """The language in use."""
    return _Chosen.lang


def in_all(key: str) -> tuple[str, ...]:
    """The text under a key in every language; none where no text stands there."""
    said = (_texts(lang).text(key) or _texts(_FALLBACK).text(key) for lang in LANGUAGES)
    return tuple(text for text in said if text is not None)


def _template(key: str) -> str:
    found = _text(key)
    if found is None:
        return key
    if not charset.is_ascii():
        return found
    for arrow, name in ARROWS.items():
        if arrow in found:
            found = found.replace(arrow, _text(f"ascii.{name}") or "")
    return charset.in_charset(found)


def say(key: str, **values: object) -> str:
    """The text under a key, filled with values."""
    template = _template(key)
    if template == key:  # may be made of data, and so no template
        return key
    return template.format_map(_Values(values)) if values or "{" in template else template


def say_count(key: str, n: int, **values: object) -> str:
    """The text for ``n`` things; ``{n}`` is the number as people write it."""
    said = _texts(_Chosen.lang).plural(key, n) or _texts(_FALLBACK).plural(key, n) or key
    template = charset.in_charset(said)
    return template.format_map(_Values(n=number(n), **values))


def number(n: int) -> str:
    """A number with the thousands separator of the language: 1.243."""
    mark = "," if _Chosen.lang == "en" else "."
    return f"{n:,}".replace(",", mark)


def decimal(value: float) -> str:
    """A number with one decimal, as the language writes it: 1,2."""
    return f"{value:.1f}".replace(".", "." if _Chosen.lang == "en" else ",")


def refusal(key: str, details: Mapping[str, object]) -> str:
    """The sentence for a refusal; an unknown one is told as such, with what is known of it."""
    details = {name: worded(value) for name, value in details.items()}
    if key in ("spoilt", "nothing_saved"):
        details["reason"] = wrong_in(str(details.get("reason", "")))
        key = f"{key}_somewhere" if str(details.get("line", 0)) == "0" else key
    if known(f"refused.{key}"):
        return say(f"refused.{key}", **details)
    told = ", ".join(f"{name}: {value}" for name, value in details.items())
    return say("refused.other", what=f"{key} ({told})" if told else key)


def briefly(key: str, details: Mapping[str, object]) -> str:
    """The same in a few words, where the field that it is about stands beside it."""
    if known(f"told.{key}"):
        return say(f"told.{key}", **{name: worded(value) for name, value in details.items()})
    return refusal(key, details)


def worded(value: object) -> object:
    """A detail of a refusal as people read it; most are so already."""
    if type(value) is int and value >= LARGE:
        return number(value)
    return system_reason(value) if isinstance(value, Exception) else value


def wrong_in(found: str) -> str:
    """What is wrong with an act or a file; as it was found where there are no words for it."""
    text = text_for(found)
    return found if text is None else say(text[0], **text[1])


def system_reason(error: Exception) -> str:
    """Why the system cannot do something, as a part of a sentence; its own words where there
    are none of ours."""
    if isinstance(error, MemoryError):
        return say("system.memory")
    if isinstance(error, UnicodeDecodeError):
        return say("system.no_text")
    if isinstance(error, ValueError):  # a NUL, or half a character, in a name
        return say("system.bad_name")
    number = error.errno if isinstance(error, OSError) else None
    word = SYSTEM.get(errno.errorcode.get(number or 0, ""))
    return say(f"system.{word}") if word else getattr(error, "strerror", None) or str(error)
