"""An arrangement file, opened to read: everything that screen and commands ask of it.

What the first frame does not need is imported where it is used; start-up is short for it.
"""

from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from storage.queries.joins import stands_for
from storage.queries.names import title_of
from storage.tables import database, meta, opening
from storage.tables.damage import face
from storage.views.agreement_list import ALL_OPEN

if TYPE_CHECKING:
    from storage.phrases import Interpretation as PhraseReading
    from storage.queries.agreements.current_lists import CurrentLists
    from storage.queries.agreements.pane_lists import Lists
    from storage.queries.history.act_history import History
    from storage.queries.history.act_log import ActLog
    from storage.queries.meetings.meeting_reader import Meetings
    from storage.queries.overviews.overview_reader import Overviews
    from storage.queries.pages.attached_documents import Documents
    from storage.queries.problems.problem_list import Problems
    from storage.queries.search.found import Searcher
    from storage.queries.search.query_filters import QueryFilters
    from storage.records.record_json import Json
    from storage.search.query import Query
    from storage.views.act_row import ActFilter, ActRow
    from storage.views.agreement_list import Filter, Group
    from storage.views.arrangement_counts import Totals
    from storage.views.disagreement import Conflict
    from storage.views.exchange_folders import Share
    from storage.views.page_content import AgreementPage, Page
    from storage.views.problem import Problem
    from storage.views.search_hit import Candidate, Found


@face("connection")
class Reader:
    """An open file. Opening and reading write nothing; both raise Refused where they cannot."""

    writes = False  # whether something can be written in it

    def __init__(self, path: Path, today: date | None = None) -> None:
        self.path = path
        self.connection = opening.connect(path)
        self.today = today or date.today()

    def close(self) -> None:
        self.connection.close()

    def interrupt(self) -> None:
        """Cut off what another thread reads by this just now: that raises Stopped there."""
        self.connection.interrupt()

    def hurry(self, ms: int) -> None:
        """From now on reading waits this long for a file that another program holds."""
        database.wait_at_most(self.connection, ms)

    @property
    def arrangement(self) -> str:
        """The id of the arrangement that the file belongs to."""
        return meta.arrangement_in(self.connection)

    def version(self) -> tuple[int, int]:
        """Something else as soon as anyone has written, also in another program."""
        (others,) = self.connection.execute("PRAGMA data_version").fetchone()
        return int(others), self.connection.total_changes - self.connection.taken_back

    def totals(self) -> "Totals":
        return self.lists.totals()

    def agreements(self, filter: "Filter" = ALL_OPEN) -> "list[Group]":
        return self.lists.agreements(filter)

    @property
    def overviews(self) -> "Overviews":
        """Overviews of the file as it is now."""
        from storage.queries.overviews.overview_reader import Overviews

        return Overviews(self.connection, self.lists)

    @property
    def meetings(self) -> "Meetings":
        from storage.queries.meetings.meeting_reader import Meetings

        return Meetings(self.connection, self.lists)

    @cached_property
    def log(self) -> "ActLog":
        from storage.queries.history.act_log import ActLog

        return ActLog(self)

    @cached_property
    def problems(self) -> "Problems":
        from storage.queries.problems.problem_list import Problems

        return Problems(self)

    @cached_property
    def documents(self) -> "Documents":
        from storage.queries.pages.attached_documents import Documents

        return Documents(self.connection)

    def page(self, record: str, *, whole: bool = False) -> "Page":
        """The page of any record, deleted ones too; of long lists only the first, unless it is
        asked ``whole``. Raises Refused where there is none."""
        from storage.queries.pages.record_page import record_page

        return record_page(self.connection, self.lists, record, whole=whole)

    def agreement_page(self, record: str) -> "AgreementPage":
        """The page of an agreement, deleted ones too. Raises Refused where there is none."""
        from storage.views.page_content import AgreementPage

        found = self.page(record)
        assert isinstance(found, AgreementPage)
        return found

    def history(self, record: str | None, since: str | None = None) -> "list[ActRow]":
        """Every act on a record and its entries, or all, newest first, undos too; those that
        arrived here ``since`` a day, a time or `#n`."""
        from storage.views.act_row import ActFilter

        return list(self.acts(ActFilter(record, since=since)))

    def acts(self, which: "ActFilter") -> "History":
        """The acts of ``history``, read only when they are asked for."""
        from storage.queries.history.act_history import History

        return History(self.connection, which, self.author)

    def conflicts(self, record: str | None = None) -> "list[Conflict]":
        from storage.queries.history.disputes import conflicts

        return conflicts(self.connection, record)

    def referred_in(self, record: str, field: str, values: Iterable[object]) -> dict[str, str]:
        """What the records are called that these values of a field point at."""
        from storage.queries.referents import lookup_in, referred_in

        return referred_in(lookup_in(self.connection), record, field, values)

    def search(self, asked: "str | Query", limit: int, *, literal: bool = False) -> "Found":
        """What a query finds, as it is typed or as it was read; with ``literal`` its words as they
        stand there, none corrected and none in another form."""
        return self.searcher.search(asked, limit, literal=literal)

    @cached_property
    def searcher(self) -> "Searcher":
        from storage.queries.search.found import Searcher

        return Searcher(self.connection, self.version, lambda: self.filters)

    @property
    def filters(self) -> "QueryFilters":
        """What passes the filters of a query, in the file as it is now."""
        from storage.queries.search.query_filters import QueryFilters

        return QueryFilters(self.connection, lambda: self.lists)

    def candidates(self, type_: str, words: str, limit: int) -> "list[Candidate]":
        """Records of a type that can be chosen while someone types, the best match first."""
        from storage.queries.search.choices import candidates

        return candidates(self.connection, type_, words, limit)

    def nearest(self, type_: str, words: str, limit: int) -> "list[Candidate]":
        """What comes nearest, where nothing of this type fits the words."""
        from storage.queries.search.choices import nearest_names

        return nearest_names(self.connection, type_, words, limit)

    def title(self, record: str) -> tuple[str | None, str]:
        """The code, if it has one, and the title or name of a record; its id where unknown."""
        return title_of(self.connection, record)

    def stands_for(self, record: str) -> str:
        """The id of the record that stands for this one; its own where it was not joined."""
        return stands_for(self.connection, record)

    def phrase(self, said: str) -> "PhraseReading | None":
        """What we read into a term as it was said; None where that is nothing."""
        from storage.phrases import read_phrase
        from storage.queries.meetings.coming_meetings import coming

        return read_phrase(said, self.today, coming(self.connection, self.today))

    @property
    def profile(self) -> str | None:
        """How this arrangement's document is divided, as it was given with it."""
        return meta.read(self.connection, meta.PROFILE)

    def find(self, code: str) -> str:
        """The id that a code or id stands for. Raises Refused with the nearest codes."""
        from storage.queries.code_lookup import record_of

        return record_of(self.connection, code)

    def records(self, type_: str, ids: Collection[str] | None = None) -> "list[Json]":
        """All records of a type as JSON, deleted ones too, by id; or those of these ids."""
        from storage.queries.merged_json import records

        return records(self.connection, type_, ids)

    def record(self, id_: str) -> "Json":
        """One record as JSON. Raises Refused where there is none."""
        from storage.queries.merged_json import record

        return record(self.connection, id_)

    def check(self) -> "list[Problem]":
        """Prove that the file is intact and its tables are what its acts make; what is wrong."""
        from storage.queries.file_check import check

        return check(self.connection)

    def shares(self, profile: str, only: set[str] | None = None) -> "tuple[Share, ...]":
        """What would leave with a file under a profile, and what would stay, each with how many
        there are here; ``only`` these acts, where given."""
        from storage.queries.overviews.profile_shares import shares

        return shares(self.connection, profile, only)

    @property
    def lists(self) -> "Lists":
        """The lists of the file as it is now."""
        return self._current_lists.at(self.version(), self.today)

    @cached_property
    def _current_lists(self) -> "CurrentLists":
        from storage.queries.agreements.current_lists import CurrentLists

        return CurrentLists(self.connection)

    @property
    def author(self) -> str | None:
        """The id of who writes here, or None while nothing was written here from this device."""
        return None

    @property
    def device(self) -> str | None:
        """The id of this device, or None while nothing was written here from it."""
        return None
