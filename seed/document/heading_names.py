"""What the headings of an arrangement's document are called.

Every page of a record asks for this: what only some arrangements need is imported late.
"""

from collections.abc import Mapping

from seed.releases import ARRANGEMENT
from storage.reader import Reader


def called(store: Reader) -> Mapping[str, str] | None:
    """What this arrangement's document calls its chapters and headings, by how locators under
    them begin; None for that of Oost, for which the app has words of its own."""
    if store.arrangement == ARRANGEMENT:
        return None
    return store.documents.headings(store.arrangement) or _divided(store.profile or "")


def _divided(profile: str) -> dict[str, str]:
    """The same by how the document is divided; nothing where that is not said as it should be."""
    import tomllib

    try:
        chapters = tomllib.loads(profile).get("chapters", [])
        found = {one["key"]: one["begins"] for one in chapters}
        for one in chapters:
            for key, line in one.get("headings", {}).items():
                found[f"{one['key']}.{key}"] = line
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return {key: str(line).removesuffix("…") for key, line in found.items()}
