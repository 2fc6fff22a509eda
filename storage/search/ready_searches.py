"""Searches that everyone asks: saved searches that come with the app.

The palette, the line of search, the rules of an agenda and the filter ``saved:`` all ask these. A
search that someone saved under the name of one of them stands in its place.
"""

from typing import NamedTuple


class ReadySearch(NamedTuple):
    """A query by its code and by what people call it; it is written with English names."""

    code: str
    nl: str
    en: str
    query: str

    def named(self, language: str) -> str:
        return self.nl if language == "nl" else self.en


READY_SEARCHES = (
    ReadySearch("late", "te laat", "too late", "late:late"),
    ReadySearch("all", "alles wat open is", "all that is open", "is:open"),
    ReadySearch("soon", "open, uiterlijk over drie maanden", "open, due within three months",
                "due:3m is:open"),
    ReadySearch("attention", "open, oranje of rood", "open, amber or red",
                'signal:"amber or red" is:open'),
    ReadySearch("unsettled", "twee waarden of een probleem", "two values or a problem",
                "is:unsettled"),
    ReadySearch("silent", "lang niet besproken", "long not spoken of", "silent:2"),
    ReadySearch("no_lead", "open, zonder trekker", "open, without a lead", "without:lead is:open"),
    ReadySearch("no_term", "open, zonder termijn", "open, without a term", "without:term is:open"),
    ReadySearch("waiting", "wacht op iets", "waits for something", "waits:yes"),
    ReadySearch("trigger", "wacht op een gebeurtenis", "waits for an event", "waits:trigger"),
    ReadySearch("person", "wacht op iemand", "waits for someone", "waits:person"),
    ReadySearch("reserved", "onder voorbehoud", "under reservation", "is:reserved"),
    ReadySearch("asked_again", "afgezien en weer gevraagd", "declined and asked again",
                'is:"asked again"'),
    ReadySearch("changed", "open, gewijzigd sinds vorig overleg",
                "open, changed since last meeting", "changed:meeting is:open"),
    ReadySearch("recent", "pas gewijzigd", "changed lately", "changed:2w"),
    ReadySearch("often", "open, vaak gewijzigd", "open, changed often", "often:3 is:open"),
    ReadySearch("actions", "open acties", "open actions", "action:open"),
    ReadySearch("targets", "streefcijfers", "targets", "type:targets"),
)  # fmt: skip
"""In the order in which they are offered."""

BY_CODE = {one.code: one for one in READY_SEARCHES}
