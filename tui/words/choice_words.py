"""The words of the catalogues for what can be chosen in a field, or in a key or part of one."""

from collections.abc import Iterator

from tui.locale import known, say

_TABLES = {
    "kind": ("kind", "entry_kind", "cli.kind"),  # of agreements, of entries, of all else
    "parties": ("role_long", "role"),
    "related": ("relation",),
    "term.nature": ("nature",),
    "signal.colour": ("signal",),
    "type": ("types", "type"),
    **{name: (name,) for name in ("status", "life", "phase", "measure", "comparator", "field")},
}
"""By the key of a line in a form; ``type`` and ``field`` are chosen in a folder. What is not here
stands under ``choice.<key>``."""


def keys_for(key: str, choice: object) -> Iterator[str]:
    """The keys of the catalogue under which words for a choice may stand, the usual one first."""
    for table in _TABLES.get(key, (f"choice.{key}",)):
        yield f"{table}.{choice}"


def choice_word(key: str, choice: object) -> str:
    """The word for a choice; the choice itself where no catalogue has one."""
    found = next((one for one in keys_for(key, choice) if known(one)), "")
    return say(found) if found else str(choice)
