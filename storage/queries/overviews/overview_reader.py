"""The overviews."""

import sqlite3

from storage.queries.agreements.pane_lists import Lists
from storage.queries.agreements.progress_counts import progress
from storage.queries.overviews import promised
from storage.queries.overviews.region_matrix import Matrix
from storage.queries.pages import party_actions
from storage.tables.damage import face
from storage.views.agreement_list import Group, GroupRows
from storage.views.crosstabs import Leading, Pair
from storage.views.page_content import AgreementPage
from storage.views.page_elements import Action, ListedPart
from storage.views.progress_count import ProgressCount
from storage.views.promises import Promises


@face("_connection")
class Overviews:
    """What each overview asks."""

    def __init__(self, connection: sqlite3.Connection, lists: Lists) -> None:
        self._connection = connection
        self._lists = lists

    def matrix(self) -> Matrix:
        """Regions against programmes."""
        return Matrix(self._connection, self._lists)

    def parties(self) -> list[Leading]:
        """Who does what for whom, without the standing roles."""
        from storage.queries.overviews.party_pairs import leading

        return leading(self._connection, self._lists)

    def between(self, pair: Pair) -> GroupRows:
        """The agreements of a pair."""
        from storage.queries.overviews.party_pairs import between

        return between(self._connection, self._lists, pair)

    def actions(self, party: str | None = None) -> list[Action]:
        """Every action, or those of one party by its tail, what is due first in front."""
        return party_actions.actions(self._connection, self._lists, party)

    def promises(self, party: str) -> Promises:
        """What a party, by its tail, promised and was promised."""
        return promised.promises(self._connection, self._lists, party)

    def far(self, pair: Pair) -> ProgressCount:
        """How far the agreements of a pair are."""
        from storage.queries.overviews.party_pairs import bits_between

        bits = bits_between(self._connection, self._lists, pair)
        return progress(self._connection, self._lists.sets, bits)

    def received(self, party: str) -> int:
        """How many agreements a party, by its tail, gets something of without leading them."""
        from storage.queries.overviews.party_pairs import received

        return received(self._lists, party)

    def neighbours(self, page: AgreementPage) -> list[ListedPart]:
        """Agreements beside another."""
        from storage.queries.pages.neighbours import neighbours

        return neighbours(self._connection, self._lists, page)

    def standing(self, region: str | None = None) -> list[Group]:
        """Standing roles by their trekker, of a region those of its list; one of several trekkers
        stands under each."""
        return self._lists.standing(region)
