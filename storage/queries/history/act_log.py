"""The acts of a file, and what they tell of records, fields, people and laptops."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.tables.damage import face

if TYPE_CHECKING:
    from storage.journal.held_file import ReadFile
    from storage.queries.clones import Clone
    from storage.queries.history.meanwhile import Meanwhile
    from storage.queries.history.record_states import RecordStates
    from storage.queries.history.unsent import Sent
    from storage.views.act_row import ActAuthor, ActRow, Import
    from storage.views.change import FieldSeen, Seen
    from storage.views.disagreement import Contest
    from storage.views.field_story import StoryTurn
    from storage.views.laptops import Device


@face("_connection")
class ActLog:
    """What is asked of the acts of a file, but for the list of them."""

    def __init__(self, file: "ReadFile") -> None:
        self._file = file
        self._connection = file.connection

    def named(self, ids: Sequence[str]) -> "list[ActRow]":
        """The acts with these ids, as far as they are known here, in this order."""
        from storage.queries.history.act_history import acts_by_id

        return acts_by_id(self._connection, ids)

    def whole(self, act: str) -> "ActRow":
        """An act with all that it says, also where someone asks to erase it. Raises Refused where
        it is not here."""
        from storage.queries.history.act_history import acts_by_id

        found = acts_by_id(self._connection, [act], whole=True)
        if not found:
            raise Refused("unknown_act", act=act)
        return found[0]

    def states(self, record: str) -> "RecordStates":
        """A record as it stood after each of its acts."""
        from storage.queries.history.record_states import RecordStates

        return RecordStates(self._connection, record)

    def last_arrival(self) -> int:
        """The number of the act that arrived here last."""
        (last,) = self._connection.execute("SELECT coalesce(max(n), 0) FROM acts").fetchone()
        return int(last)

    def arrived_since(self, when: str) -> set[str]:
        """The ids of the acts that arrived here from a day or a time on, or after the nth (`#n`).
        Raises Refused for what is none of these."""
        from storage.tables.arrivals import arrival

        query = "SELECT id FROM acts WHERE n > ?"
        after = arrival(self._connection, when, start=True)
        rows = self._connection.execute(query, (after,)).fetchall()
        return {id_ for (id_,) in rows}

    def of_people(self) -> set[str]:
        """The ids of all acts but those of the seed, which every laptop has."""
        rows = self._connection.execute("SELECT id FROM acts WHERE by <> 'seed'").fetchall()
        return {id_ for (id_,) in rows}

    def touched_since(self, when: str) -> set[str]:
        """The ids of records of which something was said or taken back since a day, a time or
        `#n`, by arrival here; of an entry also what it is about."""
        from storage.queries.touched_records import touched_since

        return touched_since(self._connection, when)

    def seen(self, record: str) -> "dict[str, FieldSeen]":
        """What stands in the fields of a record now, to say something on later."""
        from storage.queries.history.meanwhile import seen

        return seen(self._connection, record)

    def all_said(self, record: str, field: str) -> "FieldSeen":
        """A field as whoever settles it sees it: a next act stands on all that was said there."""
        from storage.queries.history.meanwhile import all_said

        return all_said(self._connection, record, field)

    def meanwhile(self, record: str, before: "Seen") -> "list[Meanwhile]":
        """What was said of a record since that was seen."""
        from storage.queries.history.meanwhile import meanwhile

        return meanwhile(self._connection, record, before)

    def story(self, record: str, field: str) -> "tuple[StoryTurn, ...]":
        """All that was done with a field, one after the other."""
        from storage.queries.history.stories import story

        return story(self._connection, record, field)

    def contest(self, record: str) -> "Contest":
        """Who deleted a contested record, and who changed it unseen."""
        from storage.queries.history.disputes import contest

        return contest(self._connection, record)

    def fields(self, record: str) -> list[str]:
        """The fields of a record of which something was ever said."""
        from storage.queries.history.act_filter import fields_said

        return fields_said(self._connection, record)

    def types(self) -> list[str]:
        """The types of the records of which something was ever said."""
        from storage.queries.history.act_filter import types_said

        return types_said(self._connection)

    def writers(self) -> "list[ActAuthor]":
        """Everyone who wrote something, the busiest first."""
        from storage.queries.history.act_filter import writers

        return writers(self._connection)

    def imports(self) -> "list[Import]":
        """The files that brought acts, the newest first; those of which the name is known."""
        from storage.queries.history.act_filter import imports

        return imports(self._connection)

    def last_sent(self) -> "Sent | None":
        """Up to where what was changed here has left; None where nothing has."""
        from storage.queries.history.unsent import last_sent

        return last_sent(self._connection, self._file.path)

    def devices(self) -> "list[Device]":
        """The laptops of which acts are here, the one that sent something last first."""
        from storage.queries.history.devices import devices

        return devices(self._connection, self._file.device)

    def clones(self) -> "list[Clone]":
        """Devices under whose id two laptops wrote."""
        from storage.queries.clones import clones

        return clones(self._connection, self._file.device)
