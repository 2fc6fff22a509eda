"""What changes in what people said while acts come in, or are taken back, in one transaction.

Every preview, and everything that takes acts in, counts with this. How it stood before is read
afterwards, from the acts that had arrived by then: who takes in nothing new pays nothing, and the
tables are merged once.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from storage.acts import encode
from storage.identity.device_identity import Identity
from storage.queries.erasure_requests import asked_to_erase
from storage.queries.history.disputes import disputed
from storage.queries.history.doers import Doers
from storage.queries.history.previous_values import Place
from storage.queries.history.settlements import was_settled
from storage.queries.history.state_before import StateBefore, StatePair
from storage.queries.joins import joins
from storage.queries.names import title_of
from storage.queries.problems import found_now
from storage.queries.problems.found_problem import FoundProblem, problem_key, with_titles
from storage.queries.referents import lookup_in, referred_in
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.tables.arrivals import last
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.views.consequences import (
    NONE,
    ConflictSettled,
    Consequences,
    RecordLeft,
    Spot,
    ValueLost,
)
from storage.views.to_erase import ToErase

JOINED = [type_ for type_, fields in FIELDS.items() if "joined" in fields]
"""Types of which records can give way to another."""


class Aftermath:
    """Remembers how it stood from ``starts`` on; ``told`` says what is different since.

    ``who`` is who writes here, if anyone. Without ``problems`` these are not looked for, which
    costs as much as there are records.
    """

    def __init__(self, connection: Connection, who: Identity | None, *, problems: bool) -> None:
        self._connection = connection
        self._me = who.author if who else None
        self._device = who.device if who else None
        self._lookup = lookup_in(connection)
        self._problems = problems
        self._started = False

    def starts(self) -> None:
        """Something is about to change."""
        if self._started:
            return
        self._started = True
        self._known = last(self._connection)
        self._doers = Doers(self._connection, self._known)
        self._disputed = disputed(self._connection)
        self._wrong = {*map(problem_key, self._found())}
        self._gave_way = {type_: joins(self._connection, type_).by for type_ in JOINED}

    def told(self) -> Consequences:
        """What is different now; nothing where nothing started."""
        if not self._started:
            return NONE
        now = disputed(self._connection)
        was = StateBefore(self._connection, self._known)
        opened, settled = sorted(now - self._disputed), sorted(self._disputed - now)
        mine = sorted(was.of_mine(self._me))
        said = was.of({*opened, *settled, *mine})
        again = {
            one: None
            for one in opened
            if was_settled(self._connection, *one, said[one].before.said, said[one].now)
        }
        return Consequences(
            arisen=tuple(self._spot(one) for one in opened if one not in again),
            reopened=tuple(map(self._spot, again)),
            settled=tuple(
                ConflictSettled(
                    self._spot(one), self._doers.who(self._doer(one, said[one], was.flipped))
                )
                for one in settled
            ),
            lost=tuple(self._lost(mine, said, was.flipped)),
            deleted=tuple(self._deleted(was)),
            joined=tuple(self._joined(was)),
            closed=tuple(self._closed(was)),
        ).beside(with_titles(self._connection, one) for one in self._new_problems())

    def _found(self) -> list[FoundProblem]:
        return [*found_now(self._connection, self._device)] if self._problems else []

    def _new_problems(self) -> list[FoundProblem]:
        return [one for one in self._found() if problem_key(one) not in self._wrong]

    def _lost(
        self, places: Iterable[Place], said: Mapping[Place, StatePair], flipped: Collection[str]
    ) -> Iterable[ValueLost]:
        """What of mine stood in these fields and stands there no longer, by another's doing. Of
        what someone asks to erase only that it was said."""
        hidden = asked_to_erase(self._connection)
        heads = {one.act for place in places for one in said[place].before.counting}
        mine = self._mine_among(heads)
        for place in places:
            before, now = said[place]
            stand = {encode(one.value) for one in now.claims}
            said_here = {
                encode(one.value): ToErase() if one.act in hidden else one.value
                for one in before.counting
                if one.act in mine
            }
            gone = {key: value for key, value in said_here.items() if key not in stand}
            doer = self._doer(place, said[place], flipped) if gone else None
            if gone and not self._doers.is_from_here(doer):
                is_hidden = bool(now.claims) and now.claims[0].act in hidden
                stands = ToErase() if is_hidden else now.value
                for value in gone.values():
                    names = referred_in(self._lookup, *place, (value, stands))
                    yield ValueLost(self._spot(place), value, stands, self._doers.who(doer), names)

    def _deleted(self, was: StateBefore) -> Iterator[RecordLeft]:
        """Records that were there and that others deleted. Of one that was deleted and changed as
        well it is told that this is settled."""
        records = was.said_anew("life")
        gone = {
            f"{type_}/{tail}"
            for type_ in {type_of(one) for one in records} & FIELDS.keys()
            for (tail,) in select_in(
                self._connection,
                f"SELECT tail FROM [{type_}] WHERE life = 'deleted' AND tail IN (…)",
                {tail_of(one) for one in records if type_of(one) == type_},
            )
        }
        places = [(one, "life") for one in sorted(gone)]
        for place, said in was.of(places).items():
            lives = [one.value for one in said.before.counting]
            if lives and all(one == "live" for one in lives):
                yield from self._left(place, said, was.flipped)

    def _joined(self, was: StateBefore) -> Iterator[RecordLeft]:
        """Records that were there and give way to another now, by others."""
        for type_, before in self._gave_way.items():
            by = joins(self._connection, type_).by
            query = (
                f"SELECT DISTINCT s.record FROM [{type_}] t JOIN said s"
                f" ON s.record = '{type_}/' || t.tail AND s.act <= {self._known}"
                " WHERE t.life <> 'deleted' AND t.tail IN (…)"
            )
            rows = select_in(self._connection, query, by.keys() - before.keys())
            places = [(record, "joined") for (record,) in sorted(rows)]
            for place, said in was.of(places).items():
                if said.before.value == said.now.value:  # what it was joined to is there again
                    continue
                _, into = title_of(self._connection, f"{type_}/{by[tail_of(place[0])]}")
                yield from self._left(place, said, was.flipped, into)

    def _closed(self, was: StateBefore) -> Iterator[Spot]:
        """Meetings that others closed."""
        query = "SELECT tail FROM meetings WHERE phase = 'closed' AND life = 'live' AND tail IN (…)"
        tails = {tail_of(one) for one in was.said_anew("phase") if type_of(one) == "meetings"}
        places = [
            (f"meetings/{tail}", "phase") for (tail,) in select_in(self._connection, query, tails)
        ]
        for place, said in sorted(was.of(places).items()):
            if said.before.value != "closed" and not self._doers.is_from_here(
                self._doer(place, said, was.flipped)
            ):
                yield self._spot(place)

    def _left(
        self, place: Place, said: StatePair, flipped: Collection[str], into: str = ""
    ) -> Iterator[RecordLeft]:
        doer = self._doer(place, said, flipped)
        if not self._doers.is_from_here(doer):
            yield RecordLeft(self._spot(place), self._doers.who(doer), into)

    def _mine_among(self, acts: Collection[str]) -> set[str]:
        query = "SELECT id FROM acts WHERE id IN (…) AND (here OR by = ?)"
        return {act for (act,) in select_in(self._connection, query, acts, self._me or "")}

    def _doer(self, place: Place, said: StatePair, flipped: Collection[str]) -> str | None:
        return self._doers.of(place[0], said.before, said.now, flipped)

    def _spot(self, place: Place) -> Spot:
        return Spot(place[0], *title_of(self._connection, place[0]), place[1])
