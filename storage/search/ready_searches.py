"""Searches that everyone asks: saved searches that come with the app.

The palette, the line of search, the rules of an agenda and the filter ``saved:`` all ask these. A
search that someone saved under the name of one of them stands in its place.
"""

from typing import NamedTuple

_OPEN = "open, "  # in both languages


class ReadySearch(NamedTuple):
    """A query by its code and by what people call it; it is written with English names.

    The ``short`` name leaves out that what it finds is open, with which the name of some begins.
    """

    code: str
    short_nl: str
    short_en: str
    query: str
    begins: str = ""

    @property
    def nl(self) -> str:
        return self.begins + self.short_nl

    @property
    def en(self) -> str:
        return self.begins + self.short_en

    def named(self, language: str) -> str:
        return self.nl if language == "nl" else self.en

    def short(self, language: str) -> str:
        return self.short_nl if language == "nl" else self.short_en


READY_SEARCHES = (
    ReadySearch("late", "te laat", "too late", "late:late"),
    ReadySearch("all", "alles wat open of doorlopend is", "all that is open or standing",
                "is:open"),
    ReadySearch("soon", "uiterlijk over drie maanden", "due within three months",
                "due:3m is:open", _OPEN),
    ReadySearch("attention", "oranje of rood", "amber or red",
                'signal:"amber or red" is:open', _OPEN),
    ReadySearch("unsettled", "twee waarden of een probleem", "two values or a problem",
                "is:unsettled"),
    ReadySearch("silent", "lang niet besproken", "long not spoken of", "silent:2"),
    ReadySearch("no_lead", "zonder trekker", "without a lead", "without:lead is:open", _OPEN),
    ReadySearch("no_term", "zonder termijn", "without a term", "without:term is:open", _OPEN),
    ReadySearch("waiting", "wacht op iets", "waits for something", "waits:yes"),
    ReadySearch("trigger", "wacht op een gebeurtenis", "waits for an event", "waits:trigger"),
    ReadySearch("person", "wacht op iemand", "waits for someone", "waits:person"),
    ReadySearch("reserved", "onder voorbehoud", "under reservation", "is:reserved"),
    ReadySearch("asked_again", "afgezien en weer gevraagd", "declined and asked again",
                'is:"asked again"'),
    ReadySearch("changed", "gewijzigd sinds vorig overleg",
                "changed since last meeting", "changed:meeting is:open", _OPEN),
    ReadySearch("recent", "pas gewijzigd", "changed lately", "changed:2w"),
    ReadySearch("often", "vaak gewijzigd", "changed often", "often:3 is:open", _OPEN),
    ReadySearch("actions", "open acties", "open actions", "action:open"),
    ReadySearch("targets", "streefcijfers", "targets", "type:targets"),
)  # fmt: skip
"""In the order in which they are offered."""

BY_CODE = {one.code: one for one in READY_SEARCHES}
