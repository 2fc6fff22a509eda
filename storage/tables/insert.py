"""Taking acts in: the acts as they came, which of them are void, and what is waited for."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from storage.acts import Act, Stub, make_stub
from storage.merge import said_once, world_of
from storage.progress import ALONE, Progress
from storage.tables import kept_stubs
from storage.tables.act_rows import ActRows
from storage.tables.awaited import await_again, waiting_for
from storage.tables.by_field import merge_fields
from storage.tables.chunks import select_in
from storage.tables.clocks import redate
from storage.tables.database import Connection
from storage.tables.kept_stubs import BODY, NOTHING, STUB
from storage.tables.projection import merge_anew, merge_new, write_once
from storage.tables.stored_values import stored_act
from storage.tables.void_acts import bring_voids_up

WAITING = 10_000  # records that are to be merged again, at most: their names stay in memory


def take_in(
    connection: Connection,
    acts: Iterable[Act],
    stubs: Iterable[Stub],
    arrived: str,
    progress: Progress = ALONE,
    *,
    here: bool = False,
) -> list[Act]:
    """Add what is new to the file and bring the tables up to date, within the open transaction.

    ``arrived`` is the time of arrival here; ``here`` are acts that are written in this file.
    Returns the acts that were new.
    """
    intake = Intake(connection, arrived, here=here)
    new = intake.add(acts, stubs, progress.part(0, 0.7))
    intake.finish(progress.part(0.7, 1))
    return new


def settle_stubs(connection: Connection) -> None:
    """Look again which of all stubs that are here count, after tables were brought up to date."""
    rows = connection.execute("SELECT DISTINCT act FROM stubs").fetchall()
    kept_stubs.drop_invalid(connection)
    intake = Intake(connection, "")
    intake.settle(act for (act,) in rows)
    intake.finish()


class Intake:
    """Acts that come in by the batch, and what a person decides of those that erase, within one
    open transaction.

    Of a batch only the names of some records, and of acts with stubs, stay in memory. The tables
    are right again after ``finish``; whoever does not get there rolls the transaction back.
    """

    def __init__(self, connection: Connection, arrived: str, *, here: bool = False) -> None:
        """``arrived`` is the time of arrival by the clock here; ``here`` are acts written here."""
        self._connection = connection
        self._rows = ActRows(connection, arrived, here=here)
        self._first_heard: set[str] = set()
        """Acts of which nothing was known and a stub came, or was left of a body that came."""
        self._left: set[str] = set()
        # acts that erase and came, or were decided on; acts of which another stub may count now;
        # and those that are known no longer
        self._erasing: set[str] = set()
        self._unsettled: set[str] = set()
        self._forgotten: set[str] = set()

    def add(
        self, acts: Iterable[Act], stubs: Iterable[Stub] = (), progress: Progress = ALONE
    ) -> list[Act]:
        """Store what is new of these, and return the acts among it. Of one that a person here
        confirmed to be erased only its stub stays."""
        by_id = {act.id: act for act in acts}
        left = kept_stubs.keep_stubs(self._connection, stubs)
        query = "SELECT id, erased FROM acts WHERE id IN (…)"
        there: dict[str, int] = dict(select_in(self._connection, query, by_id.keys() | left))  # type: ignore[arg-type]
        new = {name: act for name, act in by_id.items() if there.get(name) != BODY}
        gone = kept_stubs.erased_here(self._connection, new)
        self._first_heard |= {name for name in left if there.get(name, NOTHING) == NOTHING}
        for name in gone:
            self._leave(new.pop(name))
        self._unsettled |= left | gone
        self._rows.reserve((left | gone) - there.keys() - new.keys())
        if new:
            self._take([*new.values()], there.keys() & new.keys(), progress)
        return [*new.values()]

    def brings_nothing_new(self, acts: Collection[str]) -> set[str]:
        """Of which of these the body is here, or went and is to stay away."""
        return kept_stubs.brings_nothing_new(self._connection, acts)

    def only_stubs(self) -> tuple[int, int]:
        """Of how many acts of which nothing was known only a stub is here now, and of how many one
        that counts for nothing; right after ``finish``."""
        query = "SELECT id, erased FROM acts WHERE id IN (…)"
        counts = Counter(
            erased for _, erased in select_in(self._connection, query, self._first_heard)
        )
        return counts[STUB], counts[NOTHING]

    def decide(self, act: str, *, confirmed: bool) -> None:
        """A person confirms, or refuses, that what this act names is erased here."""
        row = (act, int(confirmed), self._rows.arrived)
        self._connection.execute("INSERT OR REPLACE INTO decided VALUES (?, ?, ?)", row)
        self._unsettled |= kept_stubs.erased_by(self._connection, act)
        self._erasing.add(act)

    def settle(self, acts: Iterable[str]) -> None:
        """What counts of these acts is to be looked at again."""
        self._unsettled |= {*acts}

    def finish(self, progress: Progress = ALONE) -> set[str]:
        """Say which stubs count and which acts are void, and bring the rows of every record up to
        date. Returns the records that stood here before and stand in ``records`` no longer."""
        self._drop_bodies()
        self._settle()
        self._rows.merge_whole(await_again(self._connection, self._forgotten))
        if self._rows.any_new:
            redate(self._connection, self._rows.first)
        if self._rows.any_new or self._rows.void_again:
            for record, field in bring_voids_up(
                self._connection, self._rows.first, self._rows.void_again
            ):
                self._rows.again[record].add(field)
        self._merge(progress)
        before = f"act < {self._rows.first}"
        query = f"SELECT DISTINCT record FROM said WHERE {before} AND record IN (…)"
        return {record for (record,) in select_in(self._connection, query, self._left)}

    def _take(self, acts: Sequence[Act], came: Collection[str], progress: Progress) -> None:
        """Store these; of those that ``came`` before it was a stub, or one that says nothing.

        Records that are new with them get their rows at once; what a later batch says of them
        too, or whether an act is void, changes those again.
        """
        places = self._rows.make_room(came)
        records = {said[0] for one in acts for said in one.set}
        query = "SELECT DISTINCT record FROM said WHERE record IN (…)"
        rows = select_in(self._connection, query, records if self._rows.last else ())
        present = {record for (record,) in rows}
        self._rows.store(acts, progress.part(0, 0.5))
        erasing = [act for act in acts if act.erase]
        self._unsettled |= kept_stubs.erases(self._connection, erasing)
        self._erasing |= {act.id for act in erasing}
        self._rows.move(places)
        for one in acts if present else ():
            for record, field, *_ in one.set:
                if record in present:
                    self._rows.again[record].add(field)
        self._rows.merge_whole(waiting_for(self._connection, [one.id for one in acts]))
        once = said_once(acts)
        for record in present & once.keys():
            del once[record]
        rest = world_of(acts, (), (), without=present | once.keys())
        write_once(self._connection, once, progress.part(0.5, 0.8))
        merge_new(self._connection, rest, progress.part(0.8, 1))
        if len(self._rows.again) > WAITING:
            self._merge()

    def _merge(self, progress: Progress = ALONE) -> None:
        whole = merge_fields(self._connection, self._rows.again, progress.part(0, 0.5))
        left = merge_anew(self._connection, whole, progress.part(0.5, 1))
        self._left = (self._left - whole) | left
        self._rows.again.clear()

    def _leave(self, act: Act) -> None:
        """Keep the stub of an act of which the body goes, and what it erased."""
        if kept_stubs.leave(self._connection, act):
            self._first_heard.add(act.id)
        self._unsettled |= kept_stubs.erases(self._connection, [act])
        self._erasing.add(act.id)

    def _drop_bodies(self) -> None:
        """Leave only the stubs of what these acts erase, where a person confirmed that here."""
        query = (
            "SELECT DISTINCT a.n, a.id, a.body FROM erasing e"
            " JOIN decided d ON d.act = e.act AND d.confirmed"
            f" JOIN acts a ON a.id = e.target AND a.erased = {BODY} WHERE e.act IN (…)"
        )
        for n, act, body in [*select_in(self._connection, query, self._erasing)]:
            gone = stored_act(self._connection, act, body)
            kept_stubs.leave(self._connection, gone)
            self._rows.become(n, act, make_stub(gone))
            self._unsettled |= kept_stubs.erased_by(self._connection, act)

    def _settle(self) -> None:
        """Let those stubs count that do, of acts of which no body is here."""
        query = f"SELECT id, n, erased, body FROM acts WHERE erased <> {BODY} AND id IN (…)"
        rows = [*select_in(self._connection, query, self._unsettled)]
        counting = kept_stubs.counting(self._connection, [act for act, *_ in rows])
        for act, n, erased, body in rows:
            stub = counting.get(act)
            if (kept_stubs.stub_text(stub) if stub else "") != body:
                self._rows.become(n, act, stub)
                if erased == NOTHING:
                    self._rows.merge_whole(waiting_for(self._connection, [act]))
                elif stub is None:
                    self._forgotten.add(act)
