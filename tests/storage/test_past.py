"""As it stood: at every moment the tables are those that the acts of then make."""

import random

import pytest

from storage.acts import Setting, make_act
from storage.past.changed_since import Moment, changed_since
from storage.past.past_reader import PastReader
from storage.past.timeline import Timeline
from storage.progress import unwatched
from storage.reader import Reader
from storage.records.fields import FIELDS
from storage.store import Store
from storage.tables.database import transaction
from storage.tables.insert import take_in
from storage.views.act_row import ActFilter
from storage.views.agreement_list import Filter
from tests.asof import stood
from tests.storage.small import BOOST, VHTO, refusal, send, swap, value

RECORDS = (VHTO, BOOST, "regions/twente", "programmes/jet-net")


def busy(ann: Store, bob: Store, seed: int) -> None:
    """Two people do all kinds of things, and swap now and then."""
    chance = random.Random(seed)
    entries: list[tuple[Store, str]] = []
    for n in range(30):
        who = chance.choice((ann, bob))
        record = chance.choice(RECORDS)
        alive = value(who, record, "life") != "deleted"
        what = chance.randrange(9)
        if what < 3 and alive:
            field = "title" if record.startswith("agreements") else "name"
            who.edit(record, {field: f"naam {n}"})
        elif what == 3 and alive:
            entries.append((who, who.note(record, f"notitie {n}", own=chance.random() < 0.2)))
        elif what == 4 and alive:
            who.delete(record)
        elif what == 5 and not alive:
            who.restore(record)
        elif what == 6 and len(who.acts(ActFilter(mine=True))):
            who.undo()
        elif what == 7 and len(mine := who.acts(ActFilter(mine=True))) > 1:
            who.undo(chance.choice(mine).id)
        elif what == 8:
            swap(ann, bob)


def everything(store: Reader) -> dict[str, list]:
    return {type_: store.records(type_) for type_ in FIELDS}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("known", [False, True])
def test_at_every_moment_it_is_what_the_acts_of_then_make(
    ann: Store, bob: Store, seed: int, known: bool
):
    busy(ann, bob, seed)
    timeline = Timeline(ann.connection)
    chance = random.Random(seed)
    moments = [*timeline.moments(known=known)]
    if known:
        moments = [f"#{n}" for n in range(len(ann.history(None)) + 1)]
    near: PastReader | None = None
    for when in chance.sample(moments, min(12, len(moments))):
        past = PastReader(ann, timeline, when, known=known, near=near)
        assert past.check() == []
        assert everything(past) == stood(ann, when, known=known)
        near = past
    assert ann.check() == []


def test_it_reads_like_a_file(ann: Store, bob: Store):
    bob.edit(BOOST, {"title": "van bob"})
    send(bob, ann)
    ann.edit(VHTO, {"title": "een"})
    at = ann.history(VHTO)[0].at
    ann.note(VHTO, "notitie")
    ann.status(VHTO, "in_progress")
    past = PastReader(ann, Timeline(ann.connection), at)
    assert past.page(VHTO).row.title == "een"
    assert past.page(VHTO).entries == ()
    assert past.search("notitie", 5).total == 0
    (group,) = past.agreements(Filter())
    assert "een" in [row.title for row in group.rows]
    assert past.history(VHTO)[0].at == at
    assert past.history(BOOST)[0].file == "stick.json"
    assert past.overviews.standing() == []
    assert past.touched >= {VHTO}


def test_going_on_from_a_past_keeps_that_as_it_was(ann: Store):
    ann.edit(VHTO, {"title": "een"})
    first = ann.history(VHTO)[0].at
    ann.edit(VHTO, {"title": "twee"})
    second = ann.history(VHTO)[0].at
    timeline = Timeline(ann.connection)
    before = PastReader(ann, timeline, first)
    after = PastReader(ann, timeline, second, near=before)
    assert [past.page(VHTO).row.title for past in (before, after)] == ["een", "twee"]
    assert after.touched == {VHTO}


def test_what_is_late_is_late_on_that_day(ann: Store):
    term = {"phrase": "voor de zomer", "from": None, "to": "2015-06-30", "precision": "season",
            "nature": "once", "every": None, "trigger": None}  # fmt: skip
    ann.edit(VHTO, {"term": term})
    timeline = Timeline(ann.connection)
    day = ann.history(VHTO)[0].at[:10]
    assert PastReader(ann, timeline, day).today.isoformat() == day


def test_what_is_no_moment_is_refused(ann: Store):
    timeline = Timeline(ann.connection)
    for wrong in ("morgen", "2014-13-01", "#3", ""):
        assert refusal(PastReader, ann, timeline, wrong).key == "invalid_date"


def test_a_clock_that_runs_behind_is_no_older_than_what_it_answers_to(ann: Store):
    first = next(act.at for act in ann.history(VHTO) if act.seed)
    newer = ann.edit(VHTO, {"title": "een"})
    said = [Setting(VHTO, "title", "twee", (newer,))]
    behind = make_act(at="2014-01-01T00:00:00.000Z", by="b" * 16, device="d" * 16, seq=1, set=said)
    with transaction(ann.connection):
        take_in(ann.connection, [behind], (), "2026-01-01T00:00:00.000Z")
    timeline = Timeline(ann.connection)
    before = PastReader(ann, timeline, first)
    assert before.page(VHTO).row.title == "VHTO: schakel"
    assert everything(before) == stood(ann, first)
    assert PastReader(ann, timeline, ann.history(VHTO)[0].when).page(VHTO).row.title == "twee"


def test_what_changed_between_two_moments_with_who_and_why(ann: Store, bob: Store):
    first = ann.log.last_arrival()
    ann.edit(VHTO, {"goal": "een"}, "beter")
    ann.note(VHTO, "gebeld")
    second = ann.log.last_arrival()
    ann.edit(VHTO, {"goal": "twee"})
    ann.status(BOOST, "in_progress")
    ann.undo()
    then, until = Moment(f"#{first}", True), Moment(f"#{second}", True)
    (record,) = changed_since(ann, then, unwatched, until).records
    assert (record.record, record.code, record.regions) == (VHTO, "KLEIN-2-TWE-01", ("Twente",))
    told = {one.change.field: one for one in record.fields}
    assert told["goal"].change.value == "een"
    assert told["goal"].said is not None
    assert (told["goal"].said.author, told["goal"].said.why) == ("ann", "beter")
    assert told["text"].change.value == "gebeld"  # the note stands with what it is about
    (now,) = changed_since(ann, then, unwatched).records
    assert {one.change.value for one in now.fields} >= {"twee", "gebeld"}


def test_what_changed_since_a_moment_and_since_an_arrival(ann: Store, bob: Store):
    ann.edit(VHTO, {"title": "een"})
    at, arrival = ann.history(VHTO)[0].at, ann.log.last_arrival()
    bob.edit(BOOST, {"goal": "doel"})
    send(bob, ann)
    ann.edit(VHTO, {"title": "twee"})
    record = ann.add("agreements", {"title": "Nieuw", "kind": "request"})

    def told(when: str, **how: bool) -> list[tuple[str, str, object, object]]:
        found = changed_since(ann, Moment(when, **how), unwatched).records
        fields = [one.change for record in found for one in record.fields]
        return [(one.record, one.field, one.before, one.value) for one in fields]

    for found in (told(f"#{arrival}", known=True), told(at)):
        assert {(VHTO, "title", "een", "twee"), (BOOST, "goal", None, "doel")} <= {*found}
        assert (record, "life", None, "live") in found
        assert not [one for one in found if one[0].startswith("authors/")]
    assert told(f"#{ann.log.last_arrival()}", known=True) == []


def test_a_record_between_any_two_of_its_acts(ann: Store):
    first = ann.edit(VHTO, {"title": "een"})
    wrong = ann.edit(VHTO, {"title": "fout", "goal": "doel"})
    undo = (ann.undo(), ann.history(VHTO)[0].id)[1]
    last = ann.edit(VHTO, {"title": "twee", "regions/twente": False})
    then = ann.log.states(VHTO)

    def told(one: str, other: str) -> list[tuple[str, object, object]]:
        return [(change.field, change.before, change.value) for change in then.between(one, other)]

    assert told(first, wrong) == [("title", "een", "fout"), ("goal", None, "doel")]
    assert told(wrong, first) == told(first, wrong)
    assert told(first, undo) == []
    assert told(wrong, undo) == [("title", "fout", "een"), ("goal", "doel", None)]
    assert told(first, last) == [("title", "een", "twee"), ("regions", ["twente"], [])]
