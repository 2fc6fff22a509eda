"""Which agreements an organisation has a role in, and what a programme has to do with."""

import sqlite3
from typing import Literal

from storage.queries.agreements.agreement_sets import AgreementSets
from storage.queries.agreements.pane_lists import Lists
from storage.views.agreement_list import GroupRows

_IN_ROLE = """
SELECT a.tail, a.code FROM agreements_parties p JOIN agreements a ON a.tail = p.tail
 WHERE p.role = ? AND p.organisation IN (SELECT value FROM json_each(?))"""
_DECLINES = """
SELECT a.tail, a.code, r.record FROM agreements_related r JOIN agreements a ON a.tail = r.tail
 WHERE r.relation = 'declines'"""
_OF_PROGRAMME = """
SELECT tail FROM agreements_programmes WHERE programmes IN (SELECT value FROM json_each(?))"""
_WISHES = "SELECT tail, code FROM agreements WHERE kind = 'ambition'"
_DECLINED = "SELECT tail, code FROM agreements WHERE kind = 'declined'"


def in_role(lists: Lists, role: str, organisation: str, *, wished: bool | None = None) -> GroupRows:
    """The agreements in which an organisation has a role, by number; where it is asked, of
    those only the wishes (ambitions), or only all else."""
    sets = lists.sets
    of = sets.joined["organisations"]
    if role in ("lead", "executor"):
        bits = sets.index.having("lead" if role == "lead" else "executor", of.of(organisation))
    else:  # seldom asked, and every opening of a file waits for what is in the index
        bits = sets.of_query(_IN_ROLE, role, of.asked(organisation))
    if wished is not None:
        wishes = sets.of_query(_WISHES)
        bits &= wishes if wished else ~wishes
    return lists.listed(bits & sets.alive)


def declined(connection: sqlite3.Connection, lists: Lists, programme: str) -> GroupRows:
    """What was declined of a programme, and what declines an offer of it."""
    sets = lists.sets
    of, offers = sets.joined["programmes"], sets.joined["agreements"]
    end = of.of(programme)
    offered = {tail for (tail,) in connection.execute(_OF_PROGRAMME, (of.asked(end),)).fetchall()}
    declining = connection.execute(_DECLINES).fetchall()
    bits = sets.of_query(_DECLINED) & sets.index.having("programme", end)
    bits |= sets.set_of(
        (tail, code) for tail, code, offer in declining if offers.of(offer) in offered
    )
    return lists.listed(bits & sets.alive)


def in_programme(
    sets: AgreementSets, trait: Literal["region", "lead", "executor"], programme: str
) -> list[tuple[str, int]]:
    """Where the agreements of a programme are, or who leads or carries them out, and how many
    of them; the most first. Repeats are counted nowhere."""
    inside = sets.alive & sets.index.having("programme", sets.joined["programmes"].of(programme))
    inside &= ~sets.index.having("repeats", "yes")
    counts = {
        value: (bits & inside).bit_count() for value, bits in sets.index.traits[trait].items()
    }
    return sorted(((one, n) for one, n in counts.items() if n), key=lambda one: (-one[1], one))
