"""The usual points of an overleg."""

from collections.abc import Iterable

from storage.queries.meetings.carried import Grouping
from storage.queries.meetings.meeting_reader import Meetings
from storage.views.meeting import Carried, PlannedPoint
from tui.locale import say
from tui.words import dates
from tui.words.contents.agenda_contents import reservation_told

EACH = 5
"""Minutes for a point."""
USUAL = ("late", "attention", "unsettled", "silent", "no_lead", "asked_again", "soon", "changed")
"""The searches by which agreements come on an agenda where nobody chooses others."""
_BEFORE = ("opening", "minutes", "announcements")
_AFTER = ("any_other", "next_date")


def usual_points(
    meetings: Meetings,
    agreements: Iterable[tuple[str, str | None]],
    carried: Iterable[Carried] = (),
    *,
    by: Grouping = "regions",
) -> tuple[PlannedPoint, ...]:
    """The usual topics, under the one of the minutes what was promised last time, and between them
    what the last meeting left and these agreements by tail,
    each with why it is there, under the name of its region, or programme; none twice."""
    came = [*carried]
    promised = tuple(PlannedPoint(one.title, reason=_left(one)) for one in came if one.promised)
    left = [PlannedPoint(None if one.agreement else one.title, one.agreement, EACH, _left(one),
                         one.proposal)
            for one in came if not one.promised]  # fmt: skip
    known = {point.agreement for point in left if point.agreement}
    found = planned((tail, why) for tail, why in agreements if tail not in known)
    groups = grouped(meetings, [*left, *found], by=by)
    return (
        *(
            PlannedPoint(
                say(f"meeting.topic_{one}"),
                minutes=EACH,
                under=promised if one == "minutes" else (),
            )
            for one in _BEFORE
        ),
        *(PlannedPoint(name, under=tuple(groups[name])) for name in groups),
        *(PlannedPoint(say(f"meeting.topic_{one}"), minutes=EACH) for one in _AFTER),
    )


def planned(agreements: Iterable[tuple[str, str | None]]) -> list[PlannedPoint]:
    """Agreements by tail, each with why it is there, as points."""
    return [PlannedPoint(agreement=tail, reason=why, minutes=EACH) for tail, why in agreements]


def grouped(
    meetings: Meetings, points: Iterable[PlannedPoint], *, by: Grouping
) -> dict[str, list[PlannedPoint]]:
    """Points by the name of the first region or programme of their agreement, in the order of
    those names."""
    every = [*points]
    names = meetings.groups_of([one.agreement for one in every if one.agreement], by)
    groups: dict[str, list[PlannedPoint]] = {}
    for one in every:
        name = names.get(one.agreement or "", say("meeting.topic_agreements"))
        groups.setdefault(name, []).append(one)
    return dict(sorted(groups.items()))


def usual_title(body: str) -> str:
    """What a meeting of a body is called, by the name of that."""
    return body if "overleg" in body.casefold() else say("meeting.called", body=body)


def _left(one: Carried) -> str:
    if one.promised:
        return say("meeting.was_promised", title=dates.day_brief(one.date) or one.meeting)
    if one.reservation is not None:
        return reservation_told(one.reservation)
    return say("meeting.was_held", title=dates.day_brief(one.date) or one.meeting)
