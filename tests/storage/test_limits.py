"""How long a text may be that a person types; what arrives is never too long."""

from collections.abc import Callable

import pytest

from storage.store import Store
from storage.text import LONGEST
from storage.views.change import Change
from tests.storage.small import VHTO, edited, refusal, send, take, value

FITS = "é" * LONGEST
LONG = FITS + "x"
TERM = {"phrase": LONG, "from": None, "to": None, "precision": "none", "nature": "once",
        "every": None, "trigger": None}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "types"),
    [
        ("text", lambda store: store.edit(VHTO, {"text": LONG})),
        ("term", lambda store: store.edit(VHTO, {"term": TERM})),
        ("reason", lambda store: store.edit(VHTO, {"signal": {"colour": "red", "reason": LONG}})),
        ("aliases", lambda store: store.edit("regions/twente", {f"aliases/{LONG}": True})),
        ("why", lambda store: store.edit(VHTO, {"text": "x"}, LONG)),
        ("why", lambda store: store.delete(VHTO, LONG)),
        ("text", lambda store: store.note(VHTO, LONG)),
        ("title", lambda store: store.add("agreements", {"title": LONG, "kind": "request"})),
        ("name", lambda store: store.introduce(LONG, None)),
        ("goal", lambda store: store.apply(Change((VHTO,), sets={"goal": LONG}))),
        (
            "name",
            lambda store: store.apply(Change((VHTO,), sets={"text": "x"}, make={"people/1": LONG})),
        ),
    ],
)
def test_what_is_typed_has_an_end(ann: Store, field: str, types: Callable[[Store], object]):
    before = ann.history(None)
    refused = refusal(types, ann)
    assert (refused.key, refused.details["most"]) == ("too_long_text", LONGEST)
    assert refused.details["many"] == LONGEST + 1
    assert field in str(refused.details["field"])
    assert ann.history(None) == before


def test_up_to_there_it_is_kept(ann: Store):
    ann.edit(VHTO, {"text": FITS}, FITS)
    assert value(ann, VHTO, "text") == FITS


def test_what_arrives_is_never_too_long(ann: Store, bob: Store):
    data = edited(bob.snapshots.make(), VHTO, text=LONG, condition="kort")
    take(bob, data, edits=True)
    send(bob, ann)
    assert value(ann, VHTO, "text") == LONG
    ann.edit(VHTO, {"title": "VHTO: anders"})
    assert value(ann, VHTO, "text") == LONG


def test_a_long_value_that_arrived_can_settle_a_conflict(ann: Store, bob: Store):
    ann.edit(VHTO, {"text": "kort"})
    take(bob, edited(bob.snapshots.make(), VHTO, text=LONG), edits=True)
    send(bob, ann)
    assert refusal(ann.resolve, VHTO, "text", LONG + "y").key == "too_long_text"
    ann.resolve(VHTO, "text", LONG)
    assert value(ann, VHTO, "text") == LONG
