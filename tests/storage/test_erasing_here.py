"""Erasing on this laptop: what goes, what is said again, and that nobody else loses anything."""

from contextlib import closing
from pathlib import Path

import pytest

from storage.backups.daily_copies import folder_of
from storage.store import Store
from tests.storage.small import BOOST, PERSON, VHTO, refusal, send, swap, value

NAME = "Wilhelmina Klaassen"


@pytest.fixture
def person(ann: Store) -> str:
    """Someone who is known, and noted about."""
    return ann.add("people", {"name": NAME, "function": "contactpersoon"})


def last(store: Store) -> str:
    return store.history(None)[0].id


def stands(path: Path, word: str = NAME) -> bool:
    return word.encode() in path.read_bytes()


def said(store: Store) -> list[dict]:
    """All agreements and notes."""
    return [one for type_ in ("agreements", "entries") for one in store.records(type_)]


def test_a_name_in_an_act_goes_and_the_rest_is_said_again(ann: Store, bob: Store, person: str):
    ann.note(VHTO, f"bellen met {NAME.upper()} over de zaal", date="2014-10-07")
    note = last(ann)
    ann.edit(BOOST, {"goal": "van ann"}, "andere reden")
    swap(ann, bob)
    before = said(ann)
    would = ann.erasures.preview([note])
    assert [act.id for act in would.acts] == [note]
    assert would.names == (NAME,)
    assert {(one.field, one.value) for one in would.again} == {
        ("about", VHTO), ("kind", "remark"), ("life", "live"), ("date", "2014-10-07"),
        ("text", "bellen met [naam] over de zaal"),
    }  # fmt: skip
    assert [(one.record, one.field) for one in would.also] == [(person, "name")]
    assert said(ann) == before
    done = ann.erasures.erase([note], why=f"{NAME} vroeg het")
    assert (len(done.erasures), done.number, done.clean) == (1, 1, True)
    assert [one.get("text") for one in ann.records("entries")] == ["bellen met [naam] over de zaal"]
    assert ann.log.named(done.erasures)[0].why == "[naam] vroeg het"
    send(ann, bob)
    assert NAME.upper() in bob.snapshots.make().decode()
    assert said(bob) == said(ann)  # though the erasure still waits there
    (asked,) = bob.erasures.pending()
    bob.erasures.confirm([asked.act])
    assert said(bob) == said(ann)
    for store in (ann, bob):
        assert not stands(store.path, NAME.upper())
        assert store.conflicts() == []
        assert store.check() == []


def test_all_that_was_said_of_a_person_goes(ann: Store, bob: Store, person: str):
    ann.edit(person, {"function": f"opvolger van {NAME}"})
    ann.note(VHTO, f"afspraak met {NAME}")
    ann.edit(BOOST, {"goal": "bellen"}, "gevraagd door Wilhelmina\u00ad\u2011Klaassen")
    swap(ann, bob)
    would = ann.erasures.preview([person])
    assert would.number == 2
    assert {one.field for one in would.also} == {"text", "why"}
    others = [one.act for one in would.also if one.act]
    done = ann.erasures.erase([person, *others])
    assert len(done.erasures) == 1
    assert value(ann, person, "name") == "[naam]"
    assert value(ann, person, "function") == "opvolger van [naam]"
    assert (value(ann, BOOST, "goal"), ann.record(person)["life"]) == ("bellen", "live")
    swap(ann, bob)
    bob.erasures.confirm([one.act for one in bob.erasures.pending()])
    for store in (ann, bob):
        assert not stands(store.path)
        assert not stands(store.path, "Wilhelmina")
        assert NAME.encode() not in store.snapshots.make("internal")
        assert store.check() == []
    assert said(ann) == said(bob)


def test_what_is_not_known_as_a_name_is_given_as_a_word(ann: Store):
    ann.edit(VHTO, {"goal": "vraag Piet van de balie", "text": "Piet weet het"})
    act = last(ann)
    assert ann.erasures.preview([act]).names == ()
    would = ann.erasures.preview([act], words=["piet"], without=["text"])
    assert {one.field: one.value for one in would.again} == {
        "goal": "vraag [naam] van de balie", "text": None
    }  # fmt: skip
    ann.erasures.erase([act], words=["piet"], without=["text"])
    assert not stands(ann.path, "Piet")
    assert value(ann, VHTO, "text") is None


def test_who_writes_can_erase_their_own_name(ann: Store):
    ann.edit(VHTO, {"goal": "x"})
    me = f"authors/{ann.author}"
    assert value(ann, me, "name") == "ann"
    done = ann.erasures.erase([me])
    assert done.clean
    assert ann.record(me)["name"] is None
    ann.edit(VHTO, {"goal": "y"})
    assert ann.record(me)["name"] is None
    assert ann.history(None)[0].author is None


def test_what_stands_nowhere_any_more_is_undone_and_an_undo_that_stands_is_not(ann: Store):
    ann.edit(VHTO, {"goal": f"met {NAME}"})
    first = last(ann)
    ann.edit(VHTO, {"goal": "zonder"})
    assert ann.erasures.preview([first]).again == ()
    (erasure,) = ann.erasures.erase([first]).erasures
    assert ann.log.named([erasure])[0].undoes == (first,)
    ann.undo()
    assert value(ann, VHTO, "goal") is None
    assert not stands(ann.path)
    assert ann.check() == []


def test_an_element_of_a_set_cannot_lose_its_name_and_that_is_said(ann: Store):
    ann.edit("programmes/jet-net", {f"aliases/{NAME}": True})
    would = ann.erasures.preview([last(ann)], words=[NAME])
    assert [(one.value, one.stuck) for one in would.again] == [(False, True)]
    done = ann.erasures.erase([last(ann)], words=[NAME])
    assert ann.record("programmes/jet-net")["aliases"] == []
    assert not done.clean or stands(ann.path)


def test_of_the_seed_a_name_is_erased_too(ann: Store, bob: Store):
    would = ann.erasures.preview(["people/een"])
    assert would.names == (PERSON,)
    assert {(one.record, one.field) for one in would.also} == {(BOOST, "title")}
    ann.erasures.erase(["people/een", *(one.act for one in would.also if one.act)])
    swap(ann, bob)
    bob.erasures.confirm([one.act for one in bob.erasures.pending()])
    for store in (ann, bob):
        assert value(store, BOOST, "title") == "TechYourFuture: [naam]"
        assert not stands(store.path, PERSON)
        assert store.conflicts() == []


def test_own_notes_and_others_are_erased_by_an_act_each(ann: Store):
    ids = []
    for own in (True, False):
        ann.note(VHTO, f"van {NAME}", own=own)
        ids.append(last(ann))
    done = ann.erasures.erase(ids, words=[NAME])
    assert len(done.erasures) == 2
    scopes = ann.connection.execute(
        "SELECT scope FROM acts WHERE id IN (?, ?) ORDER BY scope", done.erasures
    ).fetchall()
    assert scopes == [(None,), ("own",)]
    assert b"own-" not in ann.snapshots.make()
    assert not stands(ann.path)


@pytest.mark.parametrize("what", ["0" * 64, "agreements/niets", "abc"])
def test_what_is_not_here_is_refused(ann: Store, what: str):
    before = ann.snapshots.make()
    for call in (ann.erasures.preview, ann.erasures.erase):
        assert refusal(call, [what]).key in ("unknown_act", "nothing_to_erase")
    assert ann.snapshots.make().split(b"\n")[1:] == before.split(b"\n")[1:]


def test_who_has_a_copy_is_named(ann: Store, bob: Store, tmp_path: Path):
    bob.edit(VHTO, {"goal": f"met {NAME}"})
    send(bob, ann)
    folder = tmp_path / "map"
    folder.mkdir()
    ann.exchange.sync(folder)
    act = next(one.id for one in ann.history(VHTO) if not one.seed)
    found = {(one.kind, one.name) for one in ann.erasures.preview([act]).holders}
    assert {("device", "bob"), ("folder", str(folder)), ("file", "stick.json")} <= found


def old_copy(store: Store, day: str) -> Path:
    folder = folder_of(store.path)
    folder.mkdir(exist_ok=True)
    copy = folder / f"{store.path.stem}-{day}{store.path.suffix}"
    store.backup(copy)
    return copy


def test_daily_copies_that_hold_it_are_named_and_made_anew(ann: Store):
    before = old_copy(ann, "2014-10-06")
    ann.edit(VHTO, {"goal": f"met {NAME}", "text": "blijft"})
    act = last(ann)
    copy = old_copy(ann, "2014-10-07")
    ann.edit(VHTO, {"goal": "later"})
    broken = old_copy(ann, "2014-10-08")
    broken.write_bytes(broken.read_bytes()[:5000])
    ann.erasures.erase([act], words=[NAME])
    assert {(one.path, one.why) for one in ann.erasures.old_copies()} == {
        (copy, None),
        (broken, "damaged"),
    }
    bytes_before = before.read_bytes()
    assert [(one.path, one.why) for one in ann.erasures.copies_anew()] == [(broken, "damaged")]
    broken.unlink()
    assert ann.erasures.old_copies() == []
    assert not stands(copy)
    assert before.read_bytes() == bytes_before
    with closing(Store.open(copy)) as old:
        assert value(old, VHTO, "text") == "blijft"
        assert old.check() == []


def test_confirming_makes_no_copy_of_what_goes(ann: Store, bob: Store):
    """The first change of a day keeps a copy of before: not this one."""
    bob.edit(VHTO, {"goal": f"met {NAME}"})
    send(bob, ann)
    for copy in folder_of(ann.path).glob("*"):
        copy.unlink()
    store = Store(ann.path, by="ann")
    store.erasures.erase(
        [next(one.id for one in store.history(VHTO) if not one.seed)], words=[NAME]
    )
    assert [*folder_of(ann.path).glob("*")] == []
    store.close()
    assert not stands(ann.path)


def test_history_shows_what_someone_asks_to_erase_only_on_request(ann: Store, bob: Store):
    bob.edit(VHTO, {"goal": f"met {NAME}"}, f"vroeg {NAME}")
    act = last(bob)
    bob.edit("programmes/jet-net", {f"aliases/{NAME}": True})
    alias = last(bob)
    swap(ann, bob)
    done = bob.erasures.erase([act, alias], words=[NAME])
    send(bob, ann)
    rows = {row.id: row for row in ann.history(None)}
    assert NAME not in repr(rows[act])
    assert NAME not in repr(rows[alias])
    assert [row.id for row in rows.values() if row.to_erase] == [alias, act]
    assert NAME not in repr(rows[done.erasures[0]].changes[:1])
    assert NAME in repr(ann.log.whole(act))
    ann.erasures.refuse(done.erasures)
    assert NAME in repr([row for row in ann.history(None) if row.id == act])


def test_taking_back_who_erased_takes_back_only_what_that_said(ann: Store):
    ann.edit(VHTO, {"goal": f"met {NAME}"})
    (erasure,) = ann.erasures.erase([last(ann)], words=[NAME]).erasures
    assert refusal(ann.undo).key == "nothing_to_undo"  # the key takes back no erasure
    ann.undo(erasure)
    assert value(ann, VHTO, "goal") is None
    assert not stands(ann.path)
    assert ann.check() == []


def test_who_is_erased_elsewhere_is_forgotten_by_this_laptop_too(ann: Store, bob: Store):
    ann.edit(VHTO, {"goal": "x"})
    swap(ann, bob)
    bob.erasures.erase([f"authors/{ann.author}"])
    swap(ann, bob)
    ann.erasures.confirm([one.act for one in ann.erasures.pending()])
    files = [*(ann.path.parents[1] / "home").rglob("*.json")]
    assert not any(b'"ann"' in file.read_bytes() for file in files)
    again = Store(ann.path)
    again.edit(VHTO, {"goal": "y"})
    assert again.author == ann.author
    assert again.record(f"authors/{again.author}")["name"] is None
    again.close()
