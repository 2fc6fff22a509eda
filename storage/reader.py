"""An arrangement file, opened to read: everything that screen and commands ask of it.

What the first frame does not need is imported where it is used; start-up is short for it.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.queries.joins import stands_for
from storage.queries.names import title_of
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.tables import database, meta, opening
from storage.tables.damage import face
from storage.views.agreement_list import ALL_OPEN

if TYPE_CHECKING:
    from storage.merge.record_json import Json
    from storage.phrases import Interpretation as PhraseReading
    from storage.queries.agreements.pane_lists import Lists
    from storage.queries.clones import Clone
    from storage.queries.history.act_history import History
    from storage.queries.history.meanwhile import Meanwhile
    from storage.queries.history.record_states import RecordStates
    from storage.queries.overviews.overview_reader import Overviews
    from storage.views.act_row import ActAuthor, ActFilter, ActRow, Import
    from storage.views.agreement_list import Applying, Filter, Group, GroupRows
    from storage.views.arrangement_counts import PlaceCount, Totals
    from storage.views.change import FieldSeen, Seen
    from storage.views.disagreement import Conflict, Contest
    from storage.views.exchange_folders import Share
    from storage.views.field_story import StoryTurn
    from storage.views.join_preview import Joining
    from storage.views.laptops import Device
    from storage.views.page_content import AgreementPage, Page
    from storage.views.page_elements import Entry
    from storage.views.passage import Passage
    from storage.views.problem import Problem
    from storage.views.search_hit import Candidate, Hit
    from storage.views.set_apart import Quarantined


APART = "two "
"""How what is remembered of two records that are no doubles begins."""


@face("connection")
class Reader:
    """An open file. Opening and reading write nothing; both raise Refused where they cannot."""

    writes = False
    """Whether something can be written in it."""

    def __init__(self, path: Path, today: date | None = None) -> None:
        self.path = path
        self.connection = opening.connect(path)
        self.today = today or date.today()
        self._lists: Lists | None = None
        self._version = self.version()

    def close(self) -> None:
        self.connection.close()

    def hurry(self, ms: int) -> None:
        """From now on reading waits this long for a file that another program holds."""
        database.wait_at_most(self.connection, ms)

    @property
    def arrangement(self) -> str:
        """The id of the arrangement that the file belongs to."""
        return meta.arrangement_in(self.connection)

    def version(self) -> tuple[int, int]:
        """Something else as soon as anyone, here or in another program, has written."""
        (others,) = self.connection.execute("PRAGMA data_version").fetchone()
        return int(others), self.connection.total_changes - self.connection.taken_back

    def totals(self) -> "Totals":
        return self.lists.totals()

    @property
    def last_year(self) -> str:
        """The year in which the arrangement ends; "" where that is not known."""
        return self.lists.last_year

    def regions(self, filter: "Filter" = ALL_OPEN) -> "list[PlaceCount]":
        return self.lists.regions(filter)

    def regions_above(self, region: str) -> list[str]:
        """The tails of the regions from which something applies to this one, the nearest first."""
        return self.lists.above(region)

    def programmes(self, filter: "Filter" = ALL_OPEN) -> "list[PlaceCount]":
        return self.lists.programmes(filter)

    def organisations(self) -> "list[PlaceCount]":
        return self.lists.organisations()

    def agreements(self, filter: "Filter" = ALL_OPEN) -> "list[Group]":
        return self.lists.agreements(filter)

    def passing(self, filter: "Filter") -> "GroupRows":
        """The agreements that a filter lets through, without groups."""
        return self.lists.passing(filter)

    def applying(self, filter: "Filter") -> "Applying | None":
        return self.lists.applying(filter)

    @property
    def overviews(self) -> "Overviews":
        """Overviews of the file as it is now."""
        from storage.queries.overviews.overview_reader import Overviews

        return Overviews(self.connection, self.lists)

    def page(self, record: str) -> "Page":
        """The page of any record, deleted ones too. Raises Refused where there is none."""
        from storage.queries.pages.record_page import record_page

        return record_page(self.connection, self.lists, record)

    def agreement_page(self, record: str) -> "AgreementPage":
        """The page of an agreement, deleted ones too. Raises Refused where there is none."""
        from storage.views.page_content import AgreementPage

        found = self.page(record)
        assert isinstance(found, AgreementPage)
        return found

    def entries(self, record: str) -> "tuple[Entry, ...]":
        from storage.queries.pages.logbook import entries

        return entries(self.connection, self.lists, record)

    def history(self, record: str | None, since: str | None = None) -> "list[ActRow]":
        """Every act on a record and its entries, or all, newest first; undos of them included.
        ``since`` is a day, a time or `#n`: from when on they arrived here."""
        from storage.views.act_row import ActFilter

        return list(self.acts(ActFilter(record, since=since)))

    def touched_since(self, when: str) -> set[str]:
        """The ids of records of which something was said or taken back since a day, a time or
        `#n`, by arrival here; of an entry also what it is about."""
        from storage.queries.history.act_filter import touched_since

        return touched_since(self.connection, when)

    def acts(self, which: "ActFilter") -> "History":
        """The same as a list that reads acts when they are asked for."""
        from storage.queries.history.act_history import History

        return History(self.connection, which, self.author)

    def acts_named(self, ids: Sequence[str]) -> "list[ActRow]":
        """The acts with these ids, as far as they are known here, in this order."""
        from storage.queries.history.act_history import acts_by_id

        return acts_by_id(self.connection, ids)

    def act_whole(self, act: str) -> "ActRow":
        """An act with all that it says, also where someone asks to erase it. Raises Refused where
        it is not here."""
        from storage.queries.history.act_history import acts_by_id

        found = acts_by_id(self.connection, [act], whole=True)
        if not found:
            raise Refused("unknown_act", act=act)
        return found[0]

    def then(self, record: str) -> "RecordStates":
        """A record as it stood after each of its acts."""
        from storage.queries.history.record_states import RecordStates

        return RecordStates(self.connection, record)

    def arrivals(self) -> int:
        """The number of the act that arrived here last."""
        (last,) = self.connection.execute("SELECT coalesce(max(n), 0) FROM acts").fetchone()
        return int(last)

    def writers(self) -> "list[ActAuthor]":
        """Everyone who wrote something, the busiest first."""
        from storage.queries.history.act_filter import writers

        return writers(self.connection)

    def closed_meetings(self) -> list[tuple[str, str]]:
        """The day and the title of the meetings that are over, the newest first."""
        rows = self.connection.execute(
            "SELECT date, coalesce(title, '') FROM meetings"
            " WHERE phase = 'closed' AND life <> 'deleted' AND date IS NOT NULL ORDER BY date DESC"
        ).fetchall()
        return [(day, title) for day, title in rows]

    def imports(self) -> "list[Import]":
        """The files that brought acts, the newest first; those of which the name is known."""
        from storage.queries.history.act_filter import imports

        return imports(self.connection)

    def fields_said(self, record: str) -> list[str]:
        """The fields of a record of which something was ever said."""
        from storage.queries.history.act_filter import fields_said

        return fields_said(self.connection, record)

    def types_said(self) -> list[str]:
        """The types of the records of which something was ever said."""
        from storage.queries.history.act_filter import types_said

        return types_said(self.connection)

    def conflicts(self, record: str | None = None) -> "list[Conflict]":
        from storage.queries.history.disputes import conflicts

        return conflicts(self.connection, record)

    def story(self, record: str, field: str) -> "tuple[StoryTurn, ...]":
        """All that was done with a field, one after the other."""
        from storage.queries.history.stories import story

        return story(self.connection, record, field)

    def referred_in(self, record: str, field: str, values: Iterable[object]) -> dict[str, str]:
        """What the records are called that these values of a field point at."""
        from storage.queries.referents import lookup_in, referred_in

        return referred_in(lookup_in(self.connection), record, field, values)

    def contest(self, record: str) -> "Contest":
        """Who deleted a contested record, and who changed it unseen."""
        from storage.queries.history.disputes import contest

        return contest(self.connection, record)

    def search(self, words: str, limit: int) -> "tuple[list[Hit], int]":
        from storage.queries.search.full_text import search

        return search(self.connection, words, limit)

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

    def joining(self, record: str, into: str) -> "Joining":
        """What letting ``into`` stand for ``record`` would do."""
        from storage.queries.problems.join_effects import joining

        return joining(self.connection, self.record(record), self.record(into))

    def stands_for(self, record: str) -> str:
        """The id of the record that stands for this one; its own where it was not joined."""
        return stands_for(self.connection, record)

    def phrase(self, said: str) -> "PhraseReading | None":
        """What we read into a term as it was said; None where that is nothing."""
        from storage.phrases import read_phrase
        from storage.queries.meetings import coming

        return read_phrase(said, self.today, coming(self.connection, self.today))

    def seen(self, record: str) -> "dict[str, FieldSeen]":
        """What stands in the fields of a record now, to say something on later."""
        from storage.queries.history.meanwhile import seen

        return seen(self.connection, record)

    def meanwhile(self, record: str, before: "Seen") -> "list[Meanwhile]":
        """What was said of a record since that was seen."""
        from storage.queries.history.meanwhile import meanwhile

        return meanwhile(self.connection, record, before)

    def devices(self) -> "list[Device]":
        """The laptops of which acts are here, the one that sent something last first."""
        from storage.queries.history.devices import devices

        return devices(self.connection, self.device)

    def clones(self) -> "list[Clone]":
        """Devices under whose id two laptops wrote."""
        from storage.queries.clones import clones

        return clones(self.connection, self.device)

    def quarantine(self) -> "list[Quarantined]":
        """What came in files and was set apart as no valid act, by number."""
        from storage.quarantine import quarantine

        return quarantine(self.connection)

    def quarantined(self, n: int) -> "tuple[Quarantined, bytes]":
        """One of these, and its bytes as they came. Raises Refused for another number."""
        from storage.quarantine import quarantined

        return quarantined(self.connection, n)

    def problems(self) -> "list[Problem]":
        from storage.identity.remembered import load
        from storage.queries.problems import problems
        from storage.queries.problems.resting import resting_marked

        return resting_marked(problems(self.connection, self.device), load(self.path).told)

    def rest(self, problem: "Problem", *, seen: bool = True) -> None:
        """Let a problem that asks nothing rest until it changes, or no longer; only this user's
        configuration knows. Raises Refused for one that asks something."""
        from storage.identity.remembered import first_told
        from storage.queries.problems.resting import asks_nothing, resting_name, resting_state

        if not asks_nothing(problem):
            raise Refused("asks_something")
        first_told(self.path, resting_name(problem), resting_state(problem) if seen else "")

    def doubles(self) -> "list[Problem]":
        """Records that may be one, but for the pairs that someone here said are two."""
        from storage.identity.remembered import load
        from storage.queries.problems.found_problem import with_titles
        from storage.queries.problems.likely_doubles import doubles

        apart = {about for what, about in load(self.path).told.items() if what.startswith(APART)}
        return [with_titles(self.connection, one) for one in doubles(self.connection, apart)]

    def keep_apart(self, record: str, other: str) -> None:
        """Name these two no likely doubles any more; only this user's configuration knows."""
        from storage.identity.remembered import first_told
        from storage.queries.problems.likely_doubles import pair_of

        pair = pair_of(record, other)
        first_told(self.path, f"{APART}{pair}", pair)

    def documents(self) -> list[str]:
        """The documents that are attached."""
        from storage.queries.pages.document_blocks import documents

        return documents(self.connection)

    def passages(self, document: str, order: Sequence[str] = ()) -> "list[Passage]":
        """The passages of a document, as they follow each other; ``order`` where it came from
        elsewhere."""
        from storage.queries.pages.document_blocks import passages

        return passages(self.connection, document, order)

    def headings(self, document: str) -> dict[str, str]:
        """What a document calls its chapters, headings and labels, by locator."""
        from storage.queries.pages.document_blocks import headings

        return headings(self.connection, document)

    def texts(self, document: str, locators: Sequence[str]) -> dict[str, str]:
        """What stands at these places of a document, as far as that is here."""
        from storage.queries.pages.document_blocks import texts

        return texts(self.connection, document, locators)

    def placed(self, document: str) -> dict[str, list[str]]:
        """The ids of records by the locator where they stand in a document."""
        from storage.queries.pages.document_blocks import placed

        return placed(self.connection, document)

    def left_empty(self, document: str) -> dict[str, str]:
        """Why passages of a document were left without a record on purpose, by locator."""
        from storage.queries.pages.document_blocks import left_empty

        return left_empty(self.connection, document)

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
        from storage.merge.record_json import records_json
        from storage.tables.projection import merged_now

        if ids is None:
            query = "SELECT DISTINCT record FROM said WHERE record >= ? AND record < ?"
            rows = self.connection.execute(query, (f"{type_}/", f"{type_}0")).fetchall()
            ids = [record for (record,) in rows]
        return records_json(merged_now(self.connection, ids).values()).get(type_, [])

    def record(self, id_: str) -> "Json":
        """One record as JSON. Raises Refused where there is none."""
        from storage.merge.record_json import as_json
        from storage.tables.projection import merged_now

        found = merged_now(self.connection, [id_])[id_]
        if not found.listed or type_of(id_) not in FIELDS:
            raise Refused("not_there_then", code=id_)
        return as_json(found)

    def check(self) -> "list[Problem]":
        """Prove that the file is intact and its tables are what its acts make; what is wrong."""
        from storage.queries.agreements.kept_index import is_true
        from storage.tables.integrity import check
        from storage.views.problem import Problem

        found = check(self.connection)
        if any(one.kind != "set_apart" for one in found) or is_true(self.connection):
            return found
        return [Problem("table_differs", "", None, "kept_index", {"value": ""}), *found]

    def shares(self, profile: str, only: set[str] | None = None) -> "tuple[Share, ...]":
        """What would leave with a file under a profile, and what would stay, each with how many
        there are here; ``only`` these acts, where given."""
        from storage.queries.overviews.profile_shares import shares

        return shares(self.connection, profile, only)

    @property
    def lists(self) -> "Lists":
        """The lists of the file as it is now: what was written here is brought up to date in them,
        after what others wrote they are made anew."""
        from storage.queries.agreements.kept_index import kept_sets
        from storage.queries.agreements.pane_lists import Lists

        version = self.version()
        if self._lists is None or self._version != version:
            written = self.connection.written.take()
            if self._lists and self._version[0] == version[0] and written is not None:
                self._lists = self._lists.after(
                    {tail_of(record) for record in written if type_of(record) == "agreements"}
                )
            else:
                self._lists = Lists(self.connection, self.today, kept_sets(self.connection))
            self._version = version
        return self._lists

    @property
    def author(self) -> str | None:
        """The id of who writes here, or None while nothing was written here from this device."""
        return None

    @property
    def device(self) -> str | None:
        """The id of this device, or None while nothing was written here from it."""
        return None
