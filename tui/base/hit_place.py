"""Where what was found leads to."""

from storage.records.ids import tail_of
from storage.views.search_hit import Hit
from tui.store import Store


def leads_to(store: Store, hit: Hit) -> str:
    """The record to go to: what an aantekening is about, or a change that has a reason; else what
    was found. Raises Refused where it is gone since."""
    if hit.type == "acts":
        changes = store.log.whole(tail_of(hit.id)).changes
        return next((one.record for one in changes), hit.id)
    if hit.type == "entries":
        facts = {fact.field: fact.values for fact in store.page(hit.id).facts}
        about = [value.link for value in facts.get("about", ()) if value.link]
        return about[0] if about else hit.id
    return hit.id
