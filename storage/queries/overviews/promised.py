"""What one party promised and was promised."""

import sqlite3
from collections import defaultdict

from storage.errors import Refused
from storage.queries.agreements.pane_lists import Lists
from storage.queries.joins import joins
from storage.queries.pages.party_actions import actions
from storage.records.fields import OPEN_STATUSES
from storage.tables.chunks import select_in
from storage.views.agreement_list import AgreementRow
from storage.views.promises import Promises

Connection = sqlite3.Connection

MADE = ("lead", "executor")
RECEIVED = ("recipient", "requester", "counterparty")
_ROLES = """
SELECT p.role, a.tail FROM agreements_parties p JOIN agreements a ON a.tail = p.tail
 WHERE a.life <> 'deleted' AND p.organisation IN (…) ORDER BY a.code, a.tail"""


def promises(connection: Connection, lists: Lists, party: str) -> Promises:
    """What a party, by its tail, promised and was promised. Raises Refused where there is none."""
    party = joins(connection, "organisations").of(party)
    by: dict[str, dict[str, AgreementRow]] = defaultdict(dict)
    parties = joins(connection, "organisations").all_of(party)
    stands = joins(connection, "agreements").of
    roles = [(role, stands(tail)) for role, tail in select_in(connection, _ROLES, parties)]
    for row in lists.rows.of(list(dict.fromkeys(tail for _, tail in roles)), in_full=True):
        for role, tail in roles:
            if row.id == f"agreements/{tail}" and row.status in OPEN_STATUSES:
                by[role][row.id] = row
    return Promises(
        f"organisations/{party}",
        _name(lists, party),
        {role: [*by[role].values()] for role in MADE if role in by},
        {role: [*by[role].values()] for role in RECEIVED if role in by},
        actions(connection, lists, party),
    )


def _name(lists: Lists, party: str) -> str:
    found = lists.names.organisations.get(party)
    if found is None:
        raise Refused("unknown_code", code=party, nearest="")
    return found[0]
