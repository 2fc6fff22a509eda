"""Taking back and doing again (contract §2, rule 7)."""

from collections.abc import Iterable, Iterator, Sequence

from storage.acts import Act, Setting
from storage.bulk import many_objects
from storage.editing import act_groups
from storage.editing.requirements import check_alive, life_in
from storage.errors import Refused
from storage.journal.journal import Journal
from storage.merge.undo_order import OwnAct, to_do_again, to_take_back
from storage.queries.history.act_history import act_row
from storage.queries.history.aftermath import Aftermath
from storage.queries.history.undo_preview import taking_back
from storage.queries.names import named_in_lists
from storage.tables.database import Connection
from storage.tables.stored_values import stored_act
from storage.text import typed
from storage.views.act_row import ActRow
from storage.views.field_change import FieldChange
from storage.views.undo_effect import TakingBack

PAGE = 50  # acts read at a time


@many_objects()
def undo(connection: Connection, journal: Journal, why: str | None) -> ActRow:
    """Take back my last act that was written here, with what is bound to it; returns it.

    An add on which acts of others rest is deleted instead. Raises Refused when there is none.
    """
    turn = to_take_back(_turns(connection, journal))
    if turn is None:
        raise Refused("nothing_to_undo")
    first, *_ = acts = _in_force(connection, [turn.id])
    _take_back(connection, journal, acts, why)
    return act_row(connection, first.id)


@many_objects()
def undo_chosen(
    connection: Connection, journal: Journal, chosen: Sequence[str], why: str | None
) -> list[ActRow]:
    """Take back these acts, whoever made them, and none that came later; returns them.

    Another's, or one that came from elsewhere, asks a reason. Of my own an add on which acts of
    others rest is deleted instead, as the last one is.
    """
    acts = _with_bound(connection, chosen)
    if not all(_mine(connection, journal, act) for act in acts) and not (why or "").strip():
        raise Refused("reason_needed")
    for act in acts:
        (void,) = connection.execute("SELECT void FROM acts WHERE id = ?", (act.id,)).fetchone()
        if void:
            raise Refused("already_undone", act=act.id)
    _take_back(connection, journal, acts, why)
    return [act_row(connection, act.id) for act in acts]


def preview_undo(connection: Connection, journal: Journal, chosen: Sequence[str]) -> TakingBack:
    """What taking back these acts would do; writes nothing."""
    acts = _with_bound(connection, chosen)
    rested = {act.id: added for act in acts if (added := _rested_on(connection, journal, act))}
    found = taking_back(connection, [act for act in acts if act.id not in rested])
    gone = [
        FieldChange(
            one, named_in_lists(connection, one), "life", life_in(connection, one), "deleted"
        )
        for added in rested.values()
        for one in added
    ]
    after = Aftermath(connection, journal.identity, problems=True)
    with journal.looking() as pen:
        after.starts()
        pen.say([(one.record, "life", "deleted") for one in gone if one.before != "deleted"])
        pen.undo({act.id: act.scope for act in acts if act.id not in rested})
        follows = after.told()
    return found._replace(changes=(*gone, *found.changes), follows=follows)


def _take_back(
    connection: Connection, journal: Journal, acts: Sequence[Act], why: str | None
) -> None:
    """Void these acts, in one act for each scope; delete what they added where that must be."""
    rested = {act.id: added for act in acts if (added := _rested_on(connection, journal, act))}
    with journal.writing() as pen:
        gone = [one for added in rested.values() for one in _alive(connection, added)]
        pen.say([(one, "life", "deleted") for one in gone], why=why)
        undone = pen.undo({act.id: act.scope for act in acts if act.id not in rested}, why=why)
        act_groups.bind(connection, [act.id for act in undone])
        act_groups.turn_division(connection, [act.id for act in acts])


def _with_bound(connection: Connection, chosen: Sequence[str]) -> list[Act]:
    """These acts, and those that are bound to them and stand."""
    acts = {act.id: act for act in (stored(connection, one) for one in chosen)}
    return [*({act.id: act for act in _in_force(connection, acts)} | acts).values()]


def _in_force(connection: Connection, acts: Iterable[str]) -> list[Act]:
    """Those of these acts, and of what is bound to them, that are not void or erased."""
    query = "SELECT id FROM acts WHERE id = ? AND NOT void AND NOT erased"
    return [
        stored(connection, act)
        for act in act_groups.bound(connection, acts)
        if connection.execute(query, (act,)).fetchone()
    ]


def _mine(connection: Connection, journal: Journal, act: Act) -> bool:
    """Whether who writes here made this act, and here."""
    who = journal.identity
    (here,) = connection.execute("SELECT here FROM acts WHERE id = ?", (act.id,)).fetchone()
    return who is not None and act.by == who.author and bool(here)


def _rested_on(connection: Connection, journal: Journal, act: Act) -> list[str]:
    """The records that an act of mine adds, if someone else said something of one of them."""
    added = _added(act) if _mine(connection, journal, act) else []
    return added if any(_others_rest_on(connection, act, one) for one in added) else []


@many_objects()
def redo(connection: Connection, journal: Journal, why: str | None) -> ActRow:
    """Do again what was taken back last; returns the act that stands again.

    Raises Refused when there is nothing to do again, and where another has taken the same act
    back too: then it would stay void.
    """
    turn = to_do_again(_turns(connection, journal))
    if turn is None:
        raise Refused("nothing_to_redo")
    undos = _in_force(connection, [turn.id])
    again = [act for one in undos for act in one.undo]
    for one in undos:
        if any(_undone_besides(connection, act, one.id) for act in one.undo):
            raise Refused("undone_by_other", act=one.undo[0])
    with journal.writing() as pen:
        pen.undo({one.id: one.scope for one in undos}, why=why)
        act_groups.turn_division(connection, again)
    return act_row(connection, again[0])


def stored(connection: Connection, chosen: str) -> Act:
    """The act with this id, or with an id that starts so (at least 6 digits)."""
    rows = connection.execute(
        "SELECT id, body FROM acts WHERE NOT erased AND (id = ?1 OR (length(?1) >= 6 AND"
        " substr(id, 1, length(?1)) = ?1)) LIMIT 2",
        (typed(chosen),),
    ).fetchall()
    if len(rows) != 1:
        raise Refused("unknown_act", act=chosen)
    return stored_act(connection, *rows[0])


def _turns(connection: Connection, journal: Journal) -> Iterator[OwnAct]:
    """What who writes here made here, the newest first."""
    who = journal.identity
    below: int | None = None
    while who is not None:
        rows = connection.execute(
            "SELECT n, id, body, void FROM acts WHERE here AND by = ?1 AND (?2 IS NULL OR n < ?2)"
            " AND NOT erased ORDER BY n DESC LIMIT ?3",
            (who.author, below, PAGE),
        ).fetchall()
        for below, id_, body, void in rows:  # noqa: B007 - the last one leads to the next page
            act = stored_act(connection, id_, body)
            names = any(_names(act.by, said) for said in act.set)
            redoes = any(_undoes(connection, target) for target in act.undo)
            yield OwnAct(act.id, bool(void), act.undo, redoes, bool(act.erase), names)
        if len(rows) < PAGE:
            return


def _names(author: str, said: Setting) -> bool:
    """Whether this makes an author known, or names one who had no name yet."""
    return (
        said.record == f"authors/{author}" and said.field in ("life", "name") and not said.parents
    )


def _undoes(connection: Connection, act: str) -> bool:
    found = connection.execute("SELECT 1 FROM undone WHERE act = ?", (act,))
    return found.fetchone() is not None


def _undone_besides(connection: Connection, act: str, undo: str) -> bool:
    query = (
        "SELECT 1 FROM undone u JOIN acts a ON a.id = u.act AND NOT a.void"
        " WHERE u.target = ? AND u.act <> ?"
    )
    return connection.execute(query, (act, undo)).fetchone() is not None


def _added(act: Act) -> list[str]:
    """The records that an act adds, if adding them is all it does."""
    added = [s.record for s in act.set if s.field == "life" and s.value == "live" and not s.parents]
    return added if {said.record for said in act.set} == {*added} else []


def _alive(connection: Connection, records: Sequence[str]) -> list[str]:
    """Those that can be deleted. Raises Refused where none can."""
    found = [record for record in records if life_in(connection, record) != "deleted"]
    if not found:
        check_alive(connection, records[0])
    return found


def _others_rest_on(connection: Connection, act: Act, record: str) -> bool:
    """Whether someone else, or another laptop, said something of a record or an entry about it."""
    query = (
        "SELECT 1 FROM said s JOIN acts a ON a.n = s.act AND NOT a.void"
        " AND (a.by <> ? OR NOT a.here)"
        " WHERE s.record = ? OR s.record IN"
        " (SELECT 'entries/' || tail FROM entries WHERE about = ?) LIMIT 1"
    )
    return connection.execute(query, (act.by, record, record)).fetchone() is not None
