"""What erasing would do: which acts go, and what the acts that erase them say again."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from storage.acts import Act, Setting
from storage.editing.undo import stored
from storage.erasure.holders import holders
from storage.errors import Refused
from storage.merge.restatement import Restatement, erasing
from storage.progress import ALONE, Progress
from storage.queries.history.act_history import acts_by_id
from storage.queries.names import named_in_lists
from storage.queries.redaction import Redaction
from storage.queries.referents import lookup_in, referred_in
from storage.records.fields import FIELDS, field_of
from storage.records.ids import type_of
from storage.tables.assertions import knower
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.projection import world_around
from storage.tables.stored_values import stored_act
from storage.traces.mentions import also_there, names_in
from storage.views.erasures import SaidAgain, WouldErase

MOST = 200  # acts that are shown


@dataclass(frozen=True, slots=True)
class ErasureRequest:
    """What a person asks to erase: acts, or all that was said of records; the ``words`` that must
    go besides the names in them; and the fields that are to be said again ``without`` a value."""

    what: tuple[str, ...]
    words: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()


Part = tuple[str | None, str | None]
"""Acts that one can erase: their scope, and the meeting in which they were said."""


class ErasurePlan:
    """The acts that go, by scope and by the meeting in which they were said, and the names that
    must go from what is said again."""

    def __init__(self, connection: Connection, asked: ErasureRequest) -> None:
        """Raises Refused where nothing of that is here."""
        self._connection = connection
        self._without = asked.without
        self.acts = _chosen(connection, asked.what)
        self.names = names_in(connection, self.acts.values()) | {*asked.words}
        self.mask = Redaction(self.names)

    def erasings(self) -> Iterator[tuple[Part, Restatement]]:
        """What each act says that is to be written, with its scope and its meeting. The next one
        is worked out when it is asked for, on what stands in the file by then."""
        parts: dict[Part, list[Act]] = defaultdict(list)
        for act in self.acts.values():
            parts[act.scope, act.meeting].append(act)
        for part, acts in parts.items():
            left = acts
            while left:
                world = world_around(self._connection, {s.record for act in left for s in act.set})
                knows, void = knower(self._connection), _void(self._connection, left)
                said, left = erasing(world, knows, left, void, self.says)
                yield part, said

    def says(self, said: Setting) -> object:
        """The value that is said in place of this one."""
        name, slash, element = said.field.partition("/")
        type_ = type_of(said.record)
        if said.field == "life" or type_ not in FIELDS:
            return said.value
        if slash and field_of(said.record, said.field) is not None:
            goes = name in self._without or self.mask.text(element) != element
            return False if goes and said.value is True else said.value
        if said.field in self._without:
            return None
        value = self.mask.value(type_, said.field, said.value)
        return None if (type_, name) == ("authors", "name") and value != said.value else value


def would_erase(
    connection: Connection, ours: str | None, asked: ErasureRequest, progress: Progress = ALONE
) -> WouldErase:
    """What erasing would do; writes nothing. Raises Refused where nothing of that is here.

    Where several acts are needed, what the later ones say again is as it stands now.
    """
    plan = ErasurePlan(connection, asked)
    before = {
        (said.record, said.field, act.id): said.value
        for act in plan.acts.values()
        for said in act.set
    }
    lookup = lookup_in(connection)
    again = [
        SaidAgain(
            said.record, named_in_lists(connection, said.record), said.field,
            before.get((said.record, said.field, said.parents[0]), said.value), said.value,
            plan.mask.text(said.field) != said.field,
            referred_in(lookup, said.record, said.field, (said.value,)),
        )
        for _, one in plan.erasings()
        for group in (one.again, *one.besides.values())
        for said in group.set
    ]  # fmt: skip
    also, more = also_there(connection, plan.names, plan.acts.keys(), progress)
    shown = acts_by_id(connection, [*plan.acts][:MOST], whole=True)
    return WouldErase(
        tuple(shown), len(plan.acts), tuple(again), tuple(sorted(plan.names)), also, more,
        tuple(holders(connection, ours, plan.acts.keys())),
    )  # fmt: skip


def _chosen(connection: Connection, what: Sequence[str]) -> dict[str, Act]:
    """The acts that are asked for by their ids, or by the records that they speak of, and what
    acts among them erase, as far as its body is here."""
    found: dict[str, Act] = {}
    for one in what:
        acts = _about(connection, one) if "/" in one else [stored(connection, one)]
        if not acts:
            raise Refused("nothing_to_erase", code=one)
        found |= {act.id: act for act in acts}
    waiting = {name for act in found.values() for name in act.erase} - found.keys()
    while waiting:
        query = "SELECT id, body FROM acts WHERE NOT erased AND id IN (…)"
        more = [stored_act(connection, *row) for row in [*select_in(connection, query, waiting)]]
        found |= {act.id: act for act in more}
        waiting = {name for act in more for name in act.erase} - found.keys()
    return found


def _about(connection: Connection, record: str) -> list[Act]:
    rows = connection.execute(
        "SELECT DISTINCT a.n, a.id, a.body FROM said s JOIN acts a ON a.n = s.act"
        " WHERE s.record = ? AND NOT a.erased ORDER BY a.n",
        (record,),
    ).fetchall()
    return [stored_act(connection, act, body) for _, act, body in rows]


def _void(connection: Connection, acts: Collection[Act]) -> set[str]:
    query = "SELECT id FROM acts WHERE void AND id IN (…)"
    return {act for (act,) in select_in(connection, query, [act.id for act in acts])}
