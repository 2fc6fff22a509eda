"""Writing acts within a transaction: one for each scope, on top of what is known here."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from storage import clock
from storage.acts import Act, NotAnAct, Setting, make_act
from storage.errors import Refused
from storage.identity.device_identity import Identity
from storage.merge import frontier
from storage.merge.restatement import Restatement
from storage.records.ids import scope_of
from storage.tables import device_ids
from storage.tables.assertions import Loaded, load_world
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.insert import take_in
from storage.tables.void_acts import connected
from storage.text import check_length, typed

Statement = tuple[str, str, object]
"""A record, a field as acts name it, and the value to say of it."""

FEW = 100  # fields by which is asked for what is said of them; of more all is read

Saw = dict[str | None, set[str]]
"""The acts that deletions and closings saw, by the scope of what is deleted or closed."""


class Writer:
    """Writes acts within one transaction."""

    def __init__(
        self,
        connection: Connection,
        introduce: Callable[[], Identity],
        keep_copy: Callable[[], None],
    ) -> None:
        self._connection = connection
        self._whoever = introduce
        self._keep_copy = keep_copy

    @property
    def who(self) -> Identity:
        """Device and author of what is written."""
        return self._whoever()

    def say(
        self,
        words: Iterable[Statement],
        *,
        why: str | None = None,
        meeting: str | None = None,
        adopts: Collection[str] = (),
    ) -> list[Act]:
        """Say these things, each on top of all that is known here of its field; ``adopts`` are the
        records of which the act says that it saw every field."""
        words = list(words)
        fields = {field for _, field, _ in words}
        world = load_world(
            self._connection,
            {record for record, _, _ in words},
            fields=fields if len(fields) <= FEW else (),
        )
        deleted = [record for record, field, value in words if (field, value) == _DELETION]
        saw = self._seen(deleted, {(record, field) for record, field, _ in words})
        if adopts:
            saw[None] |= self._adopted(adopts)
        return self.put(
            [
                Setting(record, field, value, _parents(world, record, field))
                for record, field, value in words
            ],
            why=why,
            meeting=meeting,
            saw=saw,
        )

    def put(
        self,
        settings: Sequence[Setting],
        *,
        why: str | None = None,
        meeting: str | None = None,
        saw: Saw | None = None,
    ) -> list[Act]:
        """Say things with the parents that they were said on; nothing when there are none."""
        if not settings:
            return []
        self._introduce()
        by_scope: dict[str | None, list[Setting]] = defaultdict(list)
        for setting in settings:
            by_scope[scope_of(setting.record)].append(setting)
        seen = saw or {}
        return [
            self._write(set=part, scope=scope, why=why, meeting=meeting, saw=seen.get(scope, ()))
            for scope, part in by_scope.items()
        ]

    def present(self, words: Sequence[Statement]) -> None:
        """Say these things of who writes, in an act of its own."""
        self.starts()
        world = load_world(self._connection, {record for record, _, _ in words})
        self._write(set=[Setting(*word, _parents(world, word[0], word[1])) for word in words])

    def undo(self, acts: Mapping[str, str | None], *, why: str | None = None) -> list[Act]:
        """Void these acts, given with their scopes."""
        self._introduce()
        by_scope: dict[str | None, list[str]] = defaultdict(list)
        for act, scope in acts.items():
            by_scope[scope].append(act)
        return [self._write(undo=part, scope=scope, why=why) for scope, part in by_scope.items()]

    def erase(
        self, said: Restatement, scope: str | None, meeting: str | None, *, why: str | None = None
    ) -> Act:
        """Erase acts of one scope, and say again what they still do; in the ``meeting`` in which
        they said it, if that was one."""
        self._introduce()
        made = self._write(
            set=said.again.set, saw=said.again.saw, undo=said.undo, erase=said.erase,
            scope=scope, why=why, meeting=meeting,
        )  # fmt: skip
        for other, again in said.besides.items():
            self._write(set=again.set, saw={*again.saw, made.id}, scope=other, why=why)
        return made

    def starts(self) -> None:
        """Something will be written now: the copy before the day's first change comes first."""
        self._keep_copy()

    def _introduce(self) -> None:
        """Name the author in an act of its own, once and when its name is first known."""
        self.starts()
        record = f"authors/{self.who.author}"
        said = load_world(self._connection, [record])[record]
        words: list[Statement] = [] if said else [(record, "life", "live")]
        if self.who.name is not None and not said.get("name"):
            words.append((record, "name", self.who.name))
        if words:
            self.present(words)

    def _write(
        self,
        *,
        set: Sequence[Setting] = (),
        scope: str | None = None,
        why: str | None = None,
        meeting: str | None = None,
        undo: Sequence[str] = (),
        saw: Collection[str] = (),
        erase: Sequence[str] = (),
    ) -> Act:
        check_length("why", why)
        who, at = self.who, clock.now()
        seq = device_ids.next_seq(self._connection, who.device)
        try:
            act = make_act(
                at=at, by=who.author, device=who.device, seq=seq,
                set=set, scope=scope, why=typed(why or ""), meeting=meeting,
                undo=undo, saw=[*saw], erase=erase,
            )  # fmt: skip
        except NotAnAct as error:  # too large or too deep, or a number that is no integer
            raise Refused("other", what=str(error)) from error
        take_in(self._connection, [act], (), at, here=True)
        return act

    def _adopted(self, records: Collection[str]) -> set[str]:
        """What the closing of a meeting says it saw: the frontier of every field of these, and
        the undos that hang together with what was said there."""
        said = [one for fields in load_world(self._connection, records).values()
                for one in fields.values()]  # fmt: skip
        undos = connected(self._connection, {one.act for all_ in said for one in all_})
        return {*undos, *(act for all_ in said for act in frontier(all_))}

    def _seen(self, deleted: Sequence[str], besides: set[tuple[str, str]]) -> Saw:
        """What deletions say they saw: the frontier of every other field, entries included."""
        found: Saw = defaultdict(set)
        scopes = {target: scope_of(target) for target in deleted}
        query = "SELECT 'entries/' || tail, about FROM entries WHERE about IN (…)"
        for entry, about in select_in(self._connection, query, deleted):
            if scope_of(entry) in (None, scopes[about]):
                scopes.setdefault(entry, scopes[about])
        for record, fields in load_world(self._connection, scopes).items():
            for field, said in fields.items():
                if (record, field) not in besides:
                    found[scopes[record]].update(frontier(said))
        return found


_DELETION = ("life", "deleted")


def _parents(world: Loaded, record: str, field: str) -> tuple[str, ...]:
    return tuple(frontier(world[record].get(field, ())))
