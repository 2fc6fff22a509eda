"""Erasing: the acts that ask it of everyone are written, and what they name goes from here."""

from storage.erasure.decisions import Forget, authors_named, drop_bodies
from storage.erasure.plan import ErasurePlan, ErasureRequest
from storage.journal.journal import Journal
from storage.tables.database import Connection
from storage.traces import page_cleaning
from storage.views.erasures import Erased


def erase(
    connection: Connection, journal: Journal, asked: ErasureRequest, why: str | None, forget: Forget
) -> Erased:
    """Erase this, in one transaction. Raises Refused, and changes nothing, where nothing of it is
    here. No copy is made of before: what goes would stand in it."""
    page_cleaning.overwrite_deleted(connection)
    with journal.writing(copy=False) as pen:
        plan = ErasurePlan(connection, asked)
        reason = plan.mask.text(why) if why else None
        made = [pen.erase(one, *part, why=reason).id for part, one in plan.erasings()]
        gone = drop_bodies(connection, made)
        journal.forget_names(authors_named(gone))
    forget(gone)
    clean = page_cleaning.rewrite_marked(connection, gone)
    return Erased(tuple(made), len(gone), clean)
