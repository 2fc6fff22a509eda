"""What is asked, and what is the matter with it, in words."""

from storage.views.search_hit import Trouble
from tui.locale import known, say


def trouble_sentence(trouble: Trouble) -> str:
    """What of a query cannot be read or is not known, in a sentence."""
    key = f"query.{trouble.key}"
    if not trouble.values.get("nearest", True) and known(f"{key}_at_all"):
        key = f"{key}_at_all"
    return say(key, **trouble.values)
