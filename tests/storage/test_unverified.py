"""Acts saved from a file of which the digest fails are not taken at their author's word."""

from storage.store import Store
from tests.storage.small import BOOST, VHTO, refusal, send, take


def altered(bob: Store) -> tuple[bytes, str]:
    """A file of bob in which someone put other words in his mouth, and the words that he said."""
    act = bob.edit(VHTO, {"title": "van bob"})
    return bob.snapshots.make().replace(b"van bob", b"niet zo"), act


def marked(store: Store) -> set[tuple[object, str | None]]:
    """What every act that is not verified says, and its file."""
    found = (act for act in store.history(None) if act.unverified)
    return {(act.changes[0].value, act.unverified) for act in found}


def test_an_altered_act_is_marked_with_the_file_until_the_same_act_comes_whole(
    ann: Store, bob: Store
):
    data, _ = altered(bob)
    assert refusal(take, ann, data).details["reason"] == "acts_digest"
    done = take(ann, data, skip_bad=True)
    assert (done.fails, done.new_acts) == ("acts_digest", 2)
    assert ("niet zo", "binnen.json") in marked(ann)
    send(bob, ann)  # his own words, and who he is, come whole; nobody else says the altered act
    assert marked(ann) == {("niet zo", "binnen.json")}
    assert {one.value for one in ann.conflicts()[0].claims} == {"niet zo", "van bob"}


def test_what_was_known_before_is_not_doubted_afterwards(ann: Store, bob: Store):
    data, _ = altered(bob)
    send(bob, ann)
    take(ann, data, skip_bad=True)
    assert marked(ann) == {("niet zo", "binnen.json")}


def test_what_came_whole_through_a_folder_is_verified(ann: Store, bob: Store):
    bob.edit(VHTO, {"title": "van bob"})
    take(ann, bob.snapshots.make()[:-3], skip_bad=True)
    assert marked(ann)
    place = ann.path.parent / "map"
    place.mkdir()
    for store in (bob, ann):
        store.exchange.sync(place)
    assert marked(ann) == set()


def test_a_file_that_was_copied_by_half_is_called_that(ann: Store, bob: Store):
    bob.edit(VHTO, {"title": "van bob"})
    whole = bob.snapshots.make()
    for part in (whole[: len(whole) // 2], whole[:-300], whole[:-3]):
        assert "cut short" in refusal(take, ann, part).details["reason"]
    at = whole.index(b"\n", len(whole) - 1500) + 1  # just after a line
    assert "cut short" in refusal(take, ann, whole[:at]).details["reason"]


def test_a_preview_names_what_is_set_apart_and_why(ann: Store, bob: Store):
    bob.edit(VHTO, {"title": "van bob"})
    bob.edit(BOOST, {"title": "ook van bob"})
    lines = bob.snapshots.make().split(b"\n")
    (at,) = (n for n, line in enumerate(lines) if b"ook van bob" in line and b'"set":[' in line)
    lines[at] = lines[at].replace(b'"seq":3', b'"seq":-3')
    path = ann.path.parent / "binnen.json"
    path.write_bytes(b"\n".join(lines))
    seen = ann.snapshots.preview(path, skip_bad=True)
    (apart,) = seen.apart
    assert (apart.line, apart.reason) == (at + 1, "lacks seq")
    assert apart.said.startswith('{"at":')
    bob.edit(VHTO, {"title": "weer van bob"})
    path.write_bytes(bob.snapshots.make().replace(b"weer van bob", b"niet zo"))
    (whole,) = ann.snapshots.preview(path, skip_bad=True).apart
    assert (whole.reason, whole.said) == ("acts_digest", "")


def test_what_is_tried_again_and_comes_in_is_not_verified(ann: Store, bob: Store):
    bob.edit(VHTO, {"title": "van bob"})
    lines = bob.snapshots.make().split(b"\n")
    (at,) = (n for n, line in enumerate(lines) if b"van bob" in line and b'"set":[' in line)
    good, lines[at] = lines[at], b'{"set":[' + lines[at]
    take(ann, b"\n".join(lines), skip_bad=True)
    (bad,) = ann.quarantine.all()
    ann.connection.execute("UPDATE quarantine SET data = ?", (good,))  # as a later version reads it
    assert ann.quarantine.retry([bad.n]).new == 1
    assert ("van bob", "binnen.json") in marked(ann)


def test_a_file_that_was_not_whole_is_a_problem_of_its_own(ann: Store, bob: Store):
    take(ann, altered(bob)[0], skip_bad=True)
    assert [(one.kind, one.details["reason"]) for one in ann.problems.all()] == [
        ("not_whole", "acts_digest")
    ]
