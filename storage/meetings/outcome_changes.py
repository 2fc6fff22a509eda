"""What a meeting decides of a point, and adopting all proposals that are left in one act."""

from collections.abc import Collection, Iterable, Mapping

from storage.editing.engine import preview_change
from storage.errors import Refused
from storage.meetings.agenda_changes import needs_reason
from storage.queries.meetings.minutes_reader import former_reason, values_before
from storage.records.ids import tail_of
from storage.records.record_json import Json
from storage.tables.database import Connection
from storage.views.change import Change
from storage.views.meeting import AdoptionPlan, Agenda, Decision, Point

_DECIDES = ("as_proposed", "otherwise")
"""Outcomes that say what the agreement becomes: of several proposals one."""
_UNDECIDES = ("held", "withdrawn", "discussed")
"""Outcomes with which the agreement stays as it was."""


def decision_changes(
    connection: Connection,
    agenda: Agenda,
    point: Point,
    decision: Decision,
    *,
    anyway: bool = False,
) -> list[Change]:
    """The changes that decide a point; the first is of the point itself. What stands beside it for
    the same agreement is decided along. What is held over, withdrawn or only talked about after it
    was adopted says again what stood in its agreement; so does what gives way to another proposal,
    where that says nothing else. Raises Refused for a proposal that is not there, or that
    was made on other values than stand now, and where another laptop decided otherwise, unless
    ``anyway``; and once the meeting is closed, or while it is disputed whether it is."""
    _check_open(agenda)
    meeting = tail_of(agenda.meeting.id)
    values = dict(decision.sets or {})
    if decision.outcome == "as_proposed":
        values = _proposed(point, anyway=anyway)
    sets: dict[str, object] = {"outcome": decision.outcome}
    beside = _variants(agenda, point)
    former: dict[str, object] = {}
    if decision.outcome in _UNDECIDES and point.outcome in _DECIDES:
        former = values_before(connection, agenda, point)
        sets |= {"reservation": None} if point.reservation is not None else {}
    elif decision.outcome in _DECIDES and any(one.outcome in _DECIDES for one in beside):
        former = values_before(connection, agenda, point)
    if decision.reservation is not None:
        of, until = decision.reservation
        sets["reservation"] = {"organisation": of, "until": until, "answer": None}
    sets |= {f"noted_for/{tail}": True for tail in decision.noted_for}
    found = [Change((point.id,), sets=sets, reason=decision.why, meeting=meeting)]
    twice = {field: value for field, value in sets.items() if field in point.conflicts}
    if twice:
        if not anyway:
            raise Refused("decided_twice", points=point.title)
        rest = {field: value for field, value in sets.items() if field not in twice}
        found = [found[0]._replace(sets=twice, settles=True),
                 *([Change((point.id,), sets=rest, meeting=meeting)] if rest else [])]  # fmt: skip
    if values and point.row is not None:
        found.append(_of_agreement(point, values, decision.why, meeting))
    elif values:
        raise Refused("no_agreement_here", title=point.title)
    former = {field: value for field, value in former.items() if field not in values}
    if former and point.row is not None:
        found.append(_as_before(connection, agenda, point.row.id, former, decision.why))
    return [*found, *_decided_along(beside, decision, meeting)]


def _decided_along(beside: list[Point], decision: Decision, meeting: str) -> list[Change]:
    """What the other proposals for an agreement become once one of them is decided."""
    left = (None,) if decision.outcome not in _DECIDES else (None, "as_proposed")
    outcome = decision.outcome if decision.outcome in ("held", "discussed") else "otherwise"
    along = tuple(one.id for one in beside if one.outcome in left)
    found = [Change(along, sets={"outcome": outcome}, meeting=meeting)] if along else []
    free = tuple(
        one.id for one in beside
        if decision.outcome in _DECIDES and one.outcome in _DECIDES and one.reservation is not None
    )  # fmt: skip
    return [*found, *([Change(free, sets={"reservation": None}, meeting=meeting)] if free else [])]


def _as_before(
    connection: Connection,
    agenda: Agenda,
    agreement: str,
    values: Mapping[str, object],
    why: str | None,
) -> Change:
    """What says again what stood in an agreement before this meeting. A value that asks for a
    reason has the one it had, or else the name of the meeting."""
    meeting = tail_of(agenda.meeting.id)
    entry = {"kind": "remark", "text": why, "meeting": meeting} if why else None
    reason = why
    if entry is None and needs_reason(values) == "reason":
        reason = former_reason(connection, agreement, values) or agenda.meeting.title
        entry = {"kind": "remark", "text": reason}
    return Change((agreement,), sets=values, entry=entry, reason=reason, meeting=meeting)


def _check_open(agenda: Agenda) -> None:
    if agenda.meeting.dispute is not None:
        raise Refused(agenda.meeting.dispute, title=agenda.meeting.title)
    if agenda.meeting.phase == "closed":
        raise Refused("meeting_closed", title=agenda.meeting.title)


def answered(point: Point, item: Json, answer: str, meeting: str) -> Change:
    """The change that answers the reservation of a point. Raises Refused where there is none."""
    reservation = item["reservation"]
    if point.reservation is None or not isinstance(reservation, Mapping):
        raise Refused("no_reservation", title=point.title)
    value = {**reservation, "answer": answer}
    return Change((point.id,), sets={"reservation": value}, meeting=tail_of(meeting))


def _proposed(point: Point, *, anyway: bool) -> dict[str, object]:
    if point.proposal is None:
        raise Refused("no_proposal", title=point.title)
    if point.proposal.stale and not anyway:
        raise Refused("proposal_stale", title=point.title, field=point.proposal.stale[0])
    return {change.field: change.value for change in point.proposal.changes}


def _of_agreement(
    point: Point, values: Mapping[str, object], why: str | None, meeting: str
) -> Change:
    """The values as the agreement gets them. In its logbook stands why the meeting decided so, for
    one act tells many agreements; where nothing was said, why it was proposed, if a value asks for
    a reason or for evidence."""
    assert point.row is not None
    asks = needs_reason(values)
    said = why or (point.reason if asks else None)
    kind = "evidence" if asks == "evidence" else "remark"
    entry = {"kind": kind, "text": said, "meeting": meeting} if said else None
    return Change((point.row.id,), sets=values, entry=entry, reason=said, meeting=meeting)


def _variants(agenda: Agenda, point: Point) -> list[Point]:
    """What else stands on the agenda for the agreement of a point."""
    return [] if point.row is None else [
        one for one in agenda.points
        if one.row is not None and one.row.id == point.row.id and one.id != point.id
    ]  # fmt: skip


LONGEST = 60  # letters of a title
_MADE = """
SELECT code FROM agreements WHERE source_item = ? AND text = ? AND life <> 'deleted' LIMIT 1"""


def agreement_of_action(
    connection: Connection, agenda: Agenda, point: Point, action: Json
) -> Change:
    """The change that makes an agreement of an action: it has its words, its organisation as
    trekker and its term, the regions and programmes of the agreement that it was about, and the
    point of the meeting as its source. Raises Refused where that was done already."""
    meeting = tail_of(agenda.meeting.id)
    text = str(action["text"])
    made = connection.execute(_MADE, (tail_of(point.id), text)).fetchone()
    if made is not None:
        raise Refused("already_agreement", title=made[0])
    sets: dict[str, object] = {
        "title": text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …",
        "text": text, "kind": "commitment", "term": action["term"],
        "source": {"meeting": meeting, "item": tail_of(point.id)},
    }  # fmt: skip
    if action["who"]:
        sets[f"parties/lead/{action['who']}"] = True
    if point.row is not None:
        for table in ("regions", "programmes"):
            query = f"SELECT {table} FROM agreements_{table} WHERE tail = ?"
            rows = connection.execute(query, (tail_of(point.row.id),)).fetchall()
            sets |= {f"{table}/{tail}": True for (tail,) in rows}
    said = {name: value for name, value in sets.items() if value is not None}
    return Change(new="agreements", sets=said, meeting=meeting)


def adoption_plan(
    connection: Connection, agenda: Agenda, excepted: Collection[str] = ()
) -> AdoptionPlan:
    """What adopting all that is left would do; ``excepted`` are ids of points. Writes nothing."""
    taken, left = [], []
    for point in agenda.points:
        if point.own or point.outcome is not None or point.proposal is None:
            continue
        reason = _reason_to_leave(connection, agenda, point)
        if point.id in excepted or reason is not None:
            left.append((point, None if point.id in excepted else reason))
        else:
            taken.append(point)
    return AdoptionPlan(tuple(taken), tuple(left))


def _reason_to_leave(connection: Connection, agenda: Agenda, point: Point) -> Refused | None:
    if any(one.outcome is None and not one.own for one in _variants(agenda, point)):
        return Refused("several_proposals", title=point.title)
    if point.life == "contested":
        return Refused("contested_here", title=point.title)
    try:
        values = _proposed(point, anyway=False)
        change = _of_agreement(point, values, None, tail_of(agenda.meeting.id))
        skipped = preview_change(connection, change).skipped
    except Refused as refused:
        return None if refused.key == "nothing_changed" else refused
    return skipped[0].refused if skipped else None


def adopting(agenda: Agenda, points: Iterable[Point]) -> list[Change]:
    """The changes that adopt these proposals, all in one act. Raises Refused where there are none,
    and once the meeting is closed."""
    _check_open(agenda)
    meeting = tail_of(agenda.meeting.id)
    taken = [*points]
    if not taken:
        raise Refused("nothing_to_adopt")
    outcome = Change(
        tuple(one.id for one in taken), sets={"outcome": "as_proposed"}, meeting=meeting
    )
    return [
        outcome,
        *(_of_agreement(one, _proposed(one, anyway=True), None, meeting) for one in taken),
    ]
