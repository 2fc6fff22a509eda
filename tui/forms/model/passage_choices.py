"""The passages of the document, to choose from where something is written."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.search.name_match import name_fit
from tui.draw.spans import clean, cut
from tui.forms.model.answer import Option
from tui.store import Store
from tui.words.locator import locator_in_words

if TYPE_CHECKING:
    from seed.document.block_places import Places

MOST = 50
EXCERPT = 60


class PassageSource:
    """A ``Source`` of places; any that is one can be typed while nothing is known of the document.

    What it knows is read when it is first asked.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.document = store.arrangement

    @cached_property
    def _places(self) -> "Places":
        from seed.document.block_places import places

        return places(self._store)

    def check(self, locator: str) -> None:
        """Raises Refused for what is no place in the document, with the nearest that are."""
        try:
            self._places.check(locator)
        except Refused as refused:
            near = ", ".join(one.text for one in self.nearest(locator))
            raise Refused(refused.key, **{**refused.details, "nearest": near}) from refused

    def options(self, words: str) -> Sequence[Option]:
        wanted = words.strip()
        texts = self._places.texts
        if not texts or wanted in texts:
            return (
                [Option(wanted, clean(locator_in_words(wanted)))] if self._is_place(wanted) else []
            )
        forms = (
            (locator, (locator, locator_in_words(locator), text)) for locator, text in texts.items()
        )
        fits = [(name_fit(wanted, said), n, locator) for n, (locator, said) in enumerate(forms)]
        found = sorted((how[0], n, locator) for how, n, locator in fits if how is not None)
        return [self._option(locator) for _, _, locator in found[:MOST]]

    def _option(self, locator: str) -> Option:
        text = clean(self._places.texts[locator])
        words = locator_in_words(locator)
        return Option(locator, f"{words}: {cut(text, EXCERPT)}" if text else words)

    def _is_place(self, locator: str) -> bool:
        try:
            self.check(locator)
        except Refused:
            return False
        return True

    def name(self, value: str) -> str:
        return clean(locator_in_words(value))

    def nearest(self, words: str) -> Sequence[Option]:
        near = self._places.nearest(words) if self._places.texts else []
        return [Option(one, locator_in_words(one)) for one in near]

    def offer(self, words: str, found: Sequence[Option]) -> Sequence[Option]:
        return ()

    def taken(self, value: str) -> str:
        return value

    def id_of(self, value: str) -> str:
        return ""
