"""Every text a user sees, by key, in the language chosen.

A catalogue is a TOML file of tables; a key is the dotted path (``status.met``). A text is a
``str.format`` template. Plurals are two texts: ``<key>.one`` and ``<key>.other``. What a
language lacks is taken from Dutch, and what Dutch lacks shows as its key.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("nl", "en")
_FALLBACK = "nl"


class _Chosen:
    """The language in use; a process speaks one language at a time."""

    lang = _FALLBACK


class _Values(dict[str, object]):
    """Values for a template; one that is missing shows as an ellipsis instead of failing."""

    def __missing__(self, key: str) -> str:
        return "…"


def use(lang: str) -> None:
    """Choose the language of everything said from now on."""
    if lang not in LANGUAGES:
        raise ValueError(lang)
    _Chosen.lang = lang


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    """All texts of one language by dotted key."""
    with (Path(__file__).parent / f"{lang}.toml").open("rb") as file:
        return dict(_flat(tomllib.load(file)))


def _flat(table: Mapping[str, object], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{name}.")
        else:
            found.append((f"{prefix}{name}", str(value)))
    return found


def known(key: str) -> bool:
    """Whether a text stands under this key."""
    return key in catalogue(_Chosen.lang) or key in catalogue(_FALLBACK)


def say(key: str, **values: object) -> str:
    """The text under a key, filled with values."""
    template = catalogue(_Chosen.lang).get(key) or catalogue(_FALLBACK).get(key)
    if template is None:
        return key
    return template.format_map(_Values(values)) if values or "{" in template else template


def say_count(key: str, n: int, **values: object) -> str:
    """The text for ``n`` things; ``{n}`` is the number as people write it."""
    return say(f"{key}.{'one' if n == 1 else 'other'}", n=number(n), **values)


def number(n: int) -> str:
    """A number with the thousands separator of the language: 1.243."""
    mark = "," if _Chosen.lang == "en" else "."
    return f"{n:,}".replace(",", mark)


def refusal(key: str, details: Mapping[str, object]) -> str:
    """The sentence for a refusal; an unknown one is told as such, with what is known of it."""
    if known(f"refused.{key}"):
        return say(f"refused.{key}", **details)
    told = ", ".join(f"{name}: {value}" for name, value in details.items())
    return say("refused.other", what=f"{key} ({told})" if told else key)
