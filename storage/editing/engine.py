"""One engine of edits: what a change says of each record, checked, and written in one act for each
scope. It is the same for one record and for many, for a form and for the command line."""

from collections.abc import Sequence

from storage.acts import Act, Setting
from storage.editing.change_plan import ChangePlan
from storage.errors import Refused
from storage.journal.journal import Journal
from storage.journal.writer import Statement, Writer
from storage.queries.history.aftermath import Aftermath
from storage.tables.database import Connection
from storage.views.change import EMPTY, Applied, Change, ChangePreview
from storage.views.consequences import Consequences


def preview_change(connection: Connection, change: Change) -> ChangePreview:
    """What a change would do in its records, and in which of them it cannot be made; writes
    nothing. Raises Refused for what can be made in none of them."""
    plan = ChangePlan(connection, change)
    plan.refuse_alike()
    return plan.told


def consequences(connection: Connection, journal: Journal, change: Change) -> Consequences:
    """What would become of what people said; writes nothing. Raises Refused as writing does."""
    after = Aftermath(connection, journal.identity, problems=True)
    with journal.looking() as pen:
        after.starts()
        write_changes(connection, pen, change)
        return after.told()


def apply_changes(connection: Connection, journal: Journal, *changes: Change) -> Applied:
    """Write these changes in one transaction. Raises Refused, and changes nothing, for what cannot
    be, and where nothing would change."""
    with journal.writing() as pen:
        return write_changes(connection, pen, *changes)


def write_changes(connection: Connection, pen: Writer, *changes: Change) -> Applied:
    """The same within a transaction; the first change tells reason and meeting of all. Records
    that say it already are passed over, if there are others."""
    beside = {f"{change.new}/{change.tail}" for change in changes if change.tail}
    plans = [ChangePlan(connection, change, pen, beside) for change in changes]
    for plan in plans:
        plan.refuse_some()
    words = [word for plan in plans for said in plan.words.values() for word in said]
    if not words:
        raise Refused("nothing_changed")
    added = [record for record, field, value in words if (field, value) == ("life", "live")]
    known = {record for plan in plans for record in plan.records}
    words += [word for plan in plans for word in plan.made]
    acts = _written(pen, words, changes[0])
    return Applied(
        tuple(act.id for act in acts), tuple(record for record in added if record not in known)
    )


def _written(pen: Writer, words: Sequence[Statement], change: Change) -> list[Act]:
    if change.seen is None:
        return pen.say(words, why=change.reason, meeting=change.meeting, adopts=change.adopts)
    (seen_of,) = change.records
    settings = []
    for record, field, value in words:
        parents = change.seen.get(field, EMPTY).parents if record == seen_of else ()
        settings.append(Setting(record, field, value, parents))
    return pen.put(settings, why=change.reason, meeting=change.meeting)
