"""How a field came to what it says: who set what, who settled it, and who opened it again."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence

from storage.acts import encode
from storage.merge import Assertion
from storage.merge.ancestry import below
from storage.queries.history.act_history import acts_by_id
from storage.queries.history.previous_values import PreviousValue, seen_by
from storage.tables.assertions import load_world
from storage.tables.chunks import select_in
from storage.tables.stored_values import stored_act
from storage.views.act_row import ActRow
from storage.views.field_story import Saying, StoryTurn
from storage.views.to_erase import ToErase

Connection = sqlite3.Connection
MOST = 200  # of the acts on a field that are told, the newest


def story(connection: Connection, record: str, field: str) -> tuple[StoryTurn, ...]:
    """All that was done with this field, in order. Of what was erased nothing is told."""
    every = load_world(connection, [record], fields=[field])[record].get(field, ())
    rows = sorted(acts_by_id(connection, [one.act for one in every]), key=_age)[-MOST:]
    ids = {row.id for row in rows}
    said = {one.act: one for one in every if one.act in ids}
    sayings = {row.id: _saying(row, said[row.id].value) for row in rows}
    chosen_of = _chosen_of(connection, said, record, field)
    parents = {act: one.parents for act, one in said.items()}
    on = {act: below(parents, [act]) for act in said}
    turns: list[StoryTurn] = []
    for row in rows:
        of = tuple(sayings[act] for act in chosen_of.get(row.id, ()) if act in sayings)
        unseen = tuple(
            sayings[act]
            for act in chosen_of
            if act != row.id and act not in on[row.id] and row.id not in on[act]
        )
        turns.append(
            StoryTurn("settled" if of else "set", row, sayings[row.id].value, of, unseen=unseen)
        )
    turns += _undoing(connection, sayings, chosen_of)
    return tuple(_in_order(turns, said))


def _saying(row: ActRow, value: object) -> Saying:
    return Saying(ToErase() if row.to_erase else value, row.author, row.seed)


def _chosen_of(
    connection: Connection, said: Mapping[str, Assertion], record: str, field: str
) -> dict[str, list[str]]:
    """By act that settled a conflict the acts between whose values was chosen: a person's stand
    before the seed's (rule 4)."""
    query = "SELECT id, body FROM acts WHERE NOT erased AND id IN (…)"
    acts = [stored_act(connection, id_, body) for id_, body in select_in(connection, query, said)]
    found = {}
    for (act, *place), words in seen_by(connection, acts).items():
        if place == [record, field]:
            persons = [one for one in words if one.act not in said or not said[one.act].seed]
            if len({encode(one.value) for one in persons}) > 1:
                found[act] = [one.act for one in sorted(persons, key=_time)]
    return found


def _undoing(
    connection: Connection, sayings: Mapping[str, Saying], settling: Collection[str]
) -> Iterator[StoryTurn]:
    """The acts that take one of these back, those that take such a one back, and so on."""
    query = "SELECT act, target FROM undone WHERE target IN (…)"
    about = {act: {act} for act in sayings}  # by act those on the field that it comes down to
    waiting, again = {*about}, False
    while waiting:
        found: dict[str, set[str]] = {}
        for act, target in select_in(connection, query, waiting):
            if act not in about:
                found.setdefault(act, set()).update(about[target])
        about |= found
        waiting = {*found}
        for row in acts_by_id(connection, sorted(found)):
            on = sorted(found[row.id])
            of = tuple(sayings[act] for act in on)
            opens = any(act in settling for act in on)
            yield StoryTurn("again" if again else "taken_back", row, None, of, settling=opens)
        again = not again


def _age(act: ActRow) -> tuple[str, str]:
    return act.when, act.id


def _time(word: PreviousValue) -> tuple[str, str]:
    return word.at, word.act


def _in_order(turns: Sequence[StoryTurn], said: Mapping[str, Assertion]) -> Iterator[StoryTurn]:
    """By time, but nothing before what it stands on or takes back: clocks differ by minutes."""
    by_act = {turn.act.id: turn for turn in turns}
    entered, done = set[str](), set[str]()
    for turn in sorted(turns, key=lambda one: _age(one.act)):
        waiting = [turn.act.id]
        while waiting:
            act = waiting[-1]
            on = said[act].parents if act in said else by_act[act].act.undoes
            first = [one for one in on if one in by_act and one not in entered]
            if first and act not in entered:
                waiting += first
            else:
                waiting.pop()
                if act not in done:
                    yield by_act[act]
                done.add(act)
            entered.add(act)
