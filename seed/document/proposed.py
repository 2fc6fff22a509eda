"""From a passage to an agreement: what a new one begins with, and how one that exists is linked."""

from collections.abc import Mapping, Sequence

from seed.document.block_places import places
from storage.errors import Refused
from storage.phrases.verbs import proposed_kind
from storage.queries.names import forms
from storage.reader import Reader
from storage.search.folding import fold_text

_PARTS = {"inleiding": "0", "1": "1", "2": "2", "3": "3", "bijlage": "annex"}


def proposed(store: Reader, locator: str) -> dict[str, object]:
    """What an agreement made from a passage begins with, as the store's ``add`` takes it: its text
    and place, the region that its heading names, and the kind that its verb makes likely.

    Raises Refused for a place that the document does not have, and where its text is not here.
    """
    there = places(store)
    there.check(locator)
    text = there.texts.get(locator)
    if not text:
        raise Refused("nothing_attached")
    chapter = locator.partition(".")[0]
    found: dict[str, object] = {
        "text": text,
        "kind": proposed_kind(text),
        "source": {"document": there.document, "locator": locator},
    }
    if chapter in _PARTS:
        found["part"] = _PARTS[chapter]
    paths = {one.locator: one.heading_path for one in store.documents.passages(there.document)}
    region = _region(store, paths[locator])
    if region is not None:
        found[f"regions/{region}"] = True
    return found


def linked(store: Reader, record: str, locator: str) -> dict[str, object]:
    """The change by which an agreement stands at this place of the document too, as the store's
    ``edit`` takes it. Raises Refused for a place that the document does not have, and for an
    agreement that was made from something else than this document."""
    there = places(store)
    there.check(locator)
    place = {"document": there.document, "locator": locator}
    source = store.record(record).get("source")
    if source is None:
        return {"source": place}
    if not isinstance(source, Mapping) or source.get("document") != there.document:
        raise Refused("source_elsewhere", code=record)
    if source.get("locator") == locator:
        raise Refused("nothing_changed")
    return {f"also_at/{locator}": True}


def _region(store: Reader, headings: Sequence[str]) -> str | None:
    """The region that the deepest heading names, by all its name or within it."""
    known = [
        (tail, f" {fold_text(form)} ")
        for tail, (name, others) in forms(store.connection, "regions").items()
        for form in (name, *others)
    ]
    for heading in reversed(headings):
        said = f" {fold_text(heading)} "
        within = [(-len(form), tail) for tail, form in known if form.strip() and form in said]
        if within:
            return min(within)[1]
    return None
