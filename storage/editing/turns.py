"""Taking back and doing again (contract §2, rule 7)."""

from storage.acts import Act, Setting, decode, read_act
from storage.editing import rules
from storage.errors import Refused
from storage.journal import Journal
from storage.merge.turns import Turn, to_do_again, to_take_back
from storage.tables.database import Connection
from storage.text import typed


def undo(connection: Connection, journal: Journal, why: str | None) -> str:
    """Take back my last act on this device; returns its id.

    An add on which acts of others rest is deleted instead. Raises Refused when there is none.
    """
    turn = to_take_back(_turns(connection, journal))
    if turn is None:
        raise Refused("nothing_to_undo")
    act = stored(connection, turn.id)
    added = _added(act)
    if any(_others_rest_on(connection, act, record) for record in added):
        with journal.writing() as pen:
            pen.say([(record, "life", "deleted") for record in _alive(connection, added)], why=why)
        return act.id
    with journal.writing() as pen:
        pen.undo({act.id: act.scope}, why=why)
    return act.id


def undo_chosen(connection: Connection, journal: Journal, chosen: str, why: str | None) -> str:
    """Take back one act, whoever made it. Another's, or one that was imported, asks a reason."""
    act = stored(connection, chosen)
    who = journal.identity
    mine = who is not None and (act.by, act.device) == (who.author, who.device)
    if not mine and not (why or "").strip():
        raise Refused("reason_needed")
    (void,) = connection.execute("SELECT void FROM acts WHERE id = ?", (act.id,)).fetchone()
    if void:
        raise Refused("already_undone", act=act.id)
    if act.erase:
        raise Refused("erasure_stays", act=act.id)
    with journal.writing() as pen:
        pen.undo({act.id: act.scope}, why=why)
    return act.id


def redo(connection: Connection, journal: Journal, why: str | None) -> str:
    """Do again what was taken back last; returns the id of the act that stands again.

    Raises Refused when there is nothing to do again, and where another has taken the same act
    back too: then it would stay void.
    """
    turn = to_do_again(_turns(connection, journal))
    if turn is None:
        raise Refused("nothing_to_redo")
    again = turn.undo[0]
    if any(_undone_besides(connection, act, turn.id) for act in turn.undo):
        raise Refused("undone_by_other", act=again)
    (scope,) = connection.execute("SELECT scope FROM acts WHERE id = ?", (turn.id,)).fetchone()
    with journal.writing() as pen:
        pen.undo({turn.id: scope}, why=why)
    return again


def stored(connection: Connection, chosen: str) -> Act:
    """The act with this id, or with an id that starts so (at least 6 digits)."""
    rows = connection.execute(
        "SELECT body FROM acts WHERE NOT erased AND (id = ?1 OR (length(?1) >= 6 AND"
        " substr(id, 1, length(?1)) = ?1)) LIMIT 2",
        (typed(chosen),),
    ).fetchall()
    if len(rows) != 1:
        raise Refused("unknown_act", act=chosen)
    return read_act(decode(rows[0][0]))


def _turns(connection: Connection, journal: Journal) -> list[Turn]:
    who = journal.identity
    if who is None:
        return []
    rows = connection.execute(
        "SELECT body, void FROM acts WHERE by = ? AND device = ? AND NOT erased",
        (who.author, who.device),
    ).fetchall()
    found = []
    for body, void in rows:
        act = read_act(decode(body))
        names = any(_names(act.by, said) for said in act.set)
        redoes = bool(act.undo) and any(_undoes(connection, target) for target in act.undo)
        found.append(Turn(act.id, act.seq, bool(void), act.undo, redoes, bool(act.erase), names))
    return found


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


def _alive(connection: Connection, records: list[str]) -> list[str]:
    """Those that can be deleted. Raises Refused where none can."""
    found = [record for record in records if rules.life_in(connection, record) != "deleted"]
    if not found:
        rules.check_alive(connection, records[0])
    return found


def _others_rest_on(connection: Connection, act: Act, record: str) -> bool:
    """Whether someone else said something of a record, or of an entry about it."""
    query = (
        "SELECT 1 FROM said s JOIN acts a ON a.n = s.act AND NOT a.void AND a.by <> ?"
        " WHERE s.record = ? OR s.record IN"
        " (SELECT 'entries/' || tail FROM entries WHERE about = ?) LIMIT 1"
    )
    return connection.execute(query, (act.by, record, record)).fetchone() is not None
