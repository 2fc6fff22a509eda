"""The usual points of an overleg."""

from collections.abc import Iterable

from storage.views.meeting import Carried, PlannedPoint
from tui.locale import say
from tui.words.contents.agenda_contents import reservation_told

EACH = 5
"""Minutes for a point."""
READY = (
    ("te:laat", "meeting.rule_late"),
    ("is:conflict", "meeting.rule_conflict"),
    ("zonder:trekker status:open", "meeting.rule_no_lead"),
)
"""The searches that put agreements on a new agenda, and why."""
_BEFORE = ("opening", "minutes", "announcements")
_AFTER = ("any_other", "next_date")


def usual_points(
    agreements: Iterable[tuple[str, str]], carried: Iterable[Carried] = ()
) -> tuple[PlannedPoint, ...]:
    """The usual points, with what the last meeting left first and then these agreements by tail,
    each with why it is there; none twice."""
    left = [PlannedPoint(None if one.agreement else one.title, one.agreement, EACH, _left(one))
            for one in carried]  # fmt: skip
    known = {point.agreement for point in left if point.agreement}
    found = [PlannedPoint(agreement=tail, reason=why, minutes=EACH)
             for tail, why in agreements if tail not in known]  # fmt: skip
    return (
        *(PlannedPoint(say(f"meeting.topic_{one}"), minutes=EACH) for one in _BEFORE),
        PlannedPoint(say("meeting.topic_agreements"), under=(*left, *found)),
        *(PlannedPoint(say(f"meeting.topic_{one}"), minutes=EACH) for one in _AFTER),
    )


def _left(one: Carried) -> str:
    if one.reservation is not None:
        return reservation_told(one.reservation)
    return say("meeting.was_held", title=one.meeting)
