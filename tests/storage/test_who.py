"""Who writes: a name and an organisation, said once, changed and taken away."""

import json

from storage.identity.device_identity import load
from storage.store import Store
from tests.storage.small import VHTO, Laptops, refusal


def nameless(laptops: Laptops) -> Store:
    laptops.store("ann").close()
    return Store.open(laptops.path("ann"))


def authors(store: Store) -> set[str | None]:
    return {row.author for row in store.history(VHTO) if not row.seed}


def test_before_the_first_change_nobody_is_known(laptops: Laptops):
    store = nameless(laptops)
    assert store.who() == (None, None, None, False)
    store.edit(VHTO, {"title": "een"})
    assert (store.who().name, store.who().told) == (None, False)
    store.close()


def test_a_name_given_after_the_first_change_stands_with_it(laptops: Laptops):
    store = nameless(laptops)
    store.edit(VHTO, {"title": "een"})
    author = store.who().author
    store.introduce("Ann", "platform")
    assert store.who() == (author, "Ann", "platform", True)
    assert authors(store) == {"Ann"}
    assert store.check() == []
    assert store.undo().changes[0].field == "title"  # who one is, is not taken back with u
    assert refusal(store.undo).key == "nothing_to_undo"
    store.close()
    again = Store.open(laptops.path("ann"))
    assert again.who() == (author, "Ann", "platform", True)
    again.close()


def test_another_name_and_none_change_nothing_that_was_said(laptops: Laptops):
    store = nameless(laptops)
    store.edit(VHTO, {"title": "een"})
    store.introduce("Ann")
    bodies = "SELECT id, body FROM acts ORDER BY n"
    before = store.connection.execute(bodies).fetchall()
    store.introduce("Anna", "vhto")
    assert authors(store) == {"Anna"}
    store.introduce(None, None)
    assert authors(store) == {None}
    assert store.who()[1:] == (None, None, True)
    after = store.connection.execute(bodies).fetchall()
    assert after[: len(before)] == before
    assert len(store.records("authors")) == 1
    store.edit(VHTO, {"title": "twee"})
    assert store.who().name is None  # what was taken away does not come back by writing
    store.close()


def test_the_name_is_in_no_other_act(laptops: Laptops):
    store = nameless(laptops)
    store.introduce("Annemarie", "platform")
    store.edit(VHTO, {"title": "een"})
    acts = [json.loads(body) for (body,) in store.connection.execute("SELECT body FROM acts")]
    (naming,) = [act for act in acts if "Annemarie" in json.dumps(act)]
    assert {field for _, field, _, _ in naming["set"]} == {"life", "name", "organisation"}
    store.close()


def test_a_name_of_another_on_this_laptop_is_that_person(laptops: Laptops):
    store = laptops.store("ann")
    store.edit(VHTO, {"title": "een"})
    ann = store.who().author
    eva = Store.open(laptops.path("ann"), by="eva")
    eva.edit(VHTO, {"title": "twee"})
    eva.introduce("ann")
    eva.edit(VHTO, {"title": "drie"})
    assert eva.who().author == ann
    eva.close()


def test_what_is_refused_leaves_the_name_as_it_was(laptops: Laptops):
    store = laptops.store("ann")
    store.edit(VHTO, {"title": "een"})
    assert refusal(store.introduce, "Eva", "niets").key == "unknown_reference"
    assert refusal(store.introduce, "ann").key == "nothing_changed"
    assert store.who().name == "ann"
    assert set(load(store.path).authors) == {"ann"}
    store.edit(VHTO, {"title": "twee"})
    assert authors(store) == {"ann"}
