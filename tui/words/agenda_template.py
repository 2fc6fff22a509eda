"""The usual points of an overleg."""

from collections.abc import Iterable

from storage.queries.meetings.meeting_reader import Meetings
from storage.views.meeting import Carried, PlannedPoint
from tui.locale import say
from tui.words.contents.agenda_contents import meeting_named, reservation_told

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
) -> tuple[PlannedPoint, ...]:
    """The usual topics, under the one of the minutes what was promised last time, and between them
    what the last meeting left and these agreements by tail,
    each with why it is there, under the name of its region; none twice."""
    came = [*carried]
    promised = tuple(PlannedPoint(one.title, reason=_left(one)) for one in came if one.promised)
    left = [PlannedPoint(None if one.agreement else one.title, one.agreement, EACH, _left(one),
                         one.proposal)
            for one in came if not one.promised]  # fmt: skip
    known = {point.agreement for point in left if point.agreement}
    found = [PlannedPoint(agreement=tail, reason=why, minutes=EACH)
             for tail, why in agreements if tail not in known]  # fmt: skip
    every = [*left, *found]
    regions = meetings.regions_of([one.agreement for one in every if one.agreement])
    groups: dict[str, list[PlannedPoint]] = {}
    for one in every:
        name = regions.get(one.agreement or "", say("meeting.topic_agreements"))
        groups.setdefault(name, []).append(one)
    return (
        *(
            PlannedPoint(
                say(f"meeting.topic_{one}"),
                minutes=EACH,
                under=promised if one == "minutes" else (),
            )
            for one in _BEFORE
        ),
        *(PlannedPoint(name, under=tuple(groups[name])) for name in sorted(groups)),
        *(PlannedPoint(say(f"meeting.topic_{one}"), minutes=EACH) for one in _AFTER),
    )


def usual_title(body: str) -> str:
    """What a meeting of a body is called, by the name of that."""
    return body if "overleg" in body.casefold() else say("meeting.called", body=body)


def _left(one: Carried) -> str:
    if one.promised:
        return say("meeting.was_promised", title=meeting_named(one.meeting, one.date))
    if one.reservation is not None:
        return reservation_told(one.reservation)
    return say("meeting.was_held", title=meeting_named(one.meeting, one.date))
