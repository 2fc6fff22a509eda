"""What a history tells, what taking back would do, and doing it with acts that were chosen."""

import pytest

from storage.store import Store
from storage.views.act_row import ActFilter
from tests.storage.small import BOOST, VHTO, refusal, send, swap, value


def changes(found) -> list[tuple[str, object, object]]:
    return [(one.field, one.before, one.value) for one in found.changes]


def test_a_history_knows_its_length_and_reads_acts_when_asked(ann: Store):
    for n in range(120):
        ann.edit(VHTO, {"title": f"titel {n}"})
    acts = ann.acts(ActFilter(VHTO))
    assert len(acts) == 121
    assert [acts[0].changes[0].value, acts[60].changes[0].value] == ["titel 119", "titel 59"]
    assert [acts.find(acts[n].id) for n in (0, 60, 120)] == [0, 60, 120]
    assert acts.find("0" * 64) is None
    assert acts.times == sorted(acts.times, reverse=True)
    assert [one.id for one in acts] == [one.id for one in ann.history(VHTO)]


def test_it_narrows_by_field_author_type_and_time(ann: Store, bob: Store):
    ann.edit(VHTO, {"title": "een", "regions/twente": False})
    bob.edit(VHTO, {"goal": "doel"})
    bob.edit("regions/twente", {"profile": "groen"})
    send(bob, ann)
    wrong = ann.edit(VHTO, {"title": "twee"})
    ann.undo()

    def told(**which: object) -> list[str]:
        found = ann.acts(ActFilter(**which))  # type: ignore[arg-type]
        said = [[str(one.value) for one in act.changes] for act in found if not act.seed]
        return [" ".join(values) or "undo" for values in said]

    assert told(record=VHTO, field="title") == ["undo", "twee", "False een"]
    assert told(record=VHTO, field="regions") == ["False een"]
    assert told(record=VHTO, field="goal") == ["doel"]
    assert told(type="regions") == ["groen"]
    writer = next(one for one in ann.log.writers() if one.name == "bob")
    assert told(by=writer.by, type="agreements") == ["doel"]
    assert (writer.acts, [one.name for one in ann.log.writers()][-1]) == (3, "bob")
    at = next(act.at for act in ann.acts(ActFilter(VHTO)) if act.id == wrong)
    assert told(since=at) == ["undo", "twee"]
    assert "title" in ann.log.fields(VHTO)
    assert {"agreements", "regions", "authors"} <= {*ann.log.types()}


def test_it_tells_through_which_file_an_act_came(ann: Store, bob: Store):
    mine = ann.edit(VHTO, {"title": "van ann"})
    theirs = bob.edit(BOOST, {"title": "van bob"})
    send(bob, ann)
    found = {act.id: act for act in ann.history(None)}
    assert (found[theirs].file, found[mine].file) == ("stick.json", None)
    assert found[theirs].arrived >= found[theirs].at
    (file,) = ann.log.imports()
    assert (file.file, file.acts) == ("stick.json", 2)


def test_before_is_what_its_author_saw(ann: Store):
    old = value(ann, VHTO, "title")
    first = ann.edit(VHTO, {"title": "een"})
    ann.undo()
    ann.edit(VHTO, {"title": "twee"})
    assert ann.history(VHTO)[0].changes[0].before == old
    ann.edit(VHTO, {"title": "drie"})
    ann.undo(ann.history(VHTO)[1].id)
    assert ann.history(VHTO)[1].changes[0].before == "twee"  # that was taken back only later
    assert ann.history(VHTO)[4].id == first


def test_what_taking_back_would_do_is_what_it_does(ann: Store):
    both = ann.edit(VHTO, {"title": "een", "goal": "doel"})
    ann.edit(VHTO, {"title": "twee"})
    before = ann.path.read_bytes()
    found = ann.changes.preview_undo([both])
    assert changes(found) == [("goal", "doel", None)]
    assert [(one.field, one.value, one.author) for one in found.stays] == [("title", "twee", "ann")]
    assert ann.path.read_bytes() == before
    ann.undo(both)
    assert (value(ann, VHTO, "title"), value(ann, VHTO, "goal")) == ("twee", None)
    assert [act.undoes for act in ann.history(VHTO)[:1]] == [(both,)]


def test_taking_back_an_add_tells_that_it_goes(ann: Store):
    record = ann.add("agreements", {"title": "Nieuw", "kind": "request"})
    found = ann.changes.preview_undo([ann.history(record)[0].id])
    assert changes(found) == [("life", "live", None)]


def test_taking_back_an_undo_tells_what_comes_back(ann: Store):
    ann.edit(VHTO, {"title": "een"})
    ann.undo()
    undo = ann.history(VHTO)[0].id
    assert changes(ann.changes.preview_undo([undo])) == [("title", "VHTO: schakel", "een")]


def test_several_of_another_go_together_with_a_reason(ann: Store, bob: Store):
    acts = [bob.edit(VHTO, {"title": "x"}), bob.edit(BOOST, {"title": "y"})]
    note = bob.note(VHTO, "alleen ons", own=True)
    send(bob, ann, profile="internal")
    acts.append(ann.history(note)[0].id)
    assert refusal(ann.changes.undo_chosen, acts).key == "reason_needed"
    assert refusal(ann.changes.undo_chosen, acts, " ").key == "reason_needed"
    assert len(ann.changes.undo_chosen(acts, "vergissing")) == 3
    undos = [act for act in ann.history(None) if act.undoes]
    assert sorted(len(act.undoes) for act in undos) == [1, 2]  # one for each scope
    assert {act.why for act in undos} == {"vergissing"}
    assert value(ann, BOOST, "title") != "y"
    assert ann.page(VHTO).entries == ()
    assert ann.check() == []


def test_nothing_of_several_is_taken_back_where_one_cannot(ann: Store):
    first = ann.edit(VHTO, {"title": "een"})
    second = ann.edit(BOOST, {"title": "twee"})
    ann.undo(first)
    before = ann.path.read_bytes()
    assert refusal(ann.changes.undo_chosen, [second, first]).key == "already_undone"
    assert ann.path.read_bytes() == before


def test_an_older_add_on_which_another_rests_is_deleted_too(ann: Store, bob: Store):
    record = ann.add("agreements", {"title": "Nieuw", "kind": "request"})
    add = ann.history(record)[0].id
    swap(ann, bob)
    bob.note(record, "goed plan")
    swap(ann, bob)
    ann.edit(VHTO, {"title": "later"})
    assert changes(ann.changes.preview_undo([add])) == [("life", "live", "deleted")]
    ann.undo(add)
    assert (value(ann, record, "life"), value(ann, VHTO, "title")) == ("deleted", "later")
    ann.undo()
    assert value(ann, record, "life") == "live"


def test_the_undo_list_has_only_what_can_be_taken_back(ann: Store, bob: Store):
    bob.edit(BOOST, {"title": "van bob"})
    send(bob, ann)
    assert len(ann.acts(ActFilter(mine=True))) == 0
    first = ann.edit(VHTO, {"title": "een"})
    ann.edit(VHTO, {"title": "twee"})
    ann.undo()
    ann.note(BOOST, "x", own=True)
    found = ann.acts(ActFilter(mine=True))
    assert [act.id for act in found][-1] == first
    assert len(found) == 2
    for _ in range(2):
        ann.undo(ann.acts(ActFilter(mine=True))[-1].id)
    assert len(ann.acts(ActFilter(mine=True))) == 0
    assert refusal(ann.undo).key == "nothing_to_undo"


@pytest.mark.parametrize("n", [5, 250])
def test_of_very_many_records_only_the_first_are_worked_out(ann: Store, n: int):
    records = [ann.add("glossary", {"abbreviation": f"A{n}"}) for n in range(n)]
    with ann.journal.writing() as pen:
        (act,) = pen.say([(record, "expansion", "x") for record in records])
    found = ann.changes.preview_undo([act.id])
    assert (len(found.changes), found.besides) == (min(n, 200), max(n - 200, 0))
