"""What a snapshot holds, what leaves with it, and which other files are read or refused."""

import hashlib
import json
from collections.abc import Callable

import pytest

from storage.acts import encode
from storage.store import Store
from tests.storage.small import PERSON, VHTO, Laptops, lacking, refusal, send, swap, take, value


def busy(ann: Store, bob: Store) -> None:
    ann.edit(VHTO, {"title": "van ann"})
    bob.status(VHTO, "lapsed", "niet meer nodig")
    ann.note(VHTO, "intern", own=True)
    ann.note(VHTO, "gebeld")
    swap(ann, bob)


def test_the_digests_are_those_of_the_contract(ann: Store, bob: Store):
    busy(ann, bob)
    data = ann.snapshots.make("internal")
    document = json.loads(data)
    ids = [hashlib.sha256(encode(act)).hexdigest() for act in document["acts"]]
    assert document["count"] == len(ids)
    lines = [*sorted(ids), encode(document["erased"]).decode()]
    told = "".join(f"{line}\n" for line in lines).encode()
    assert document["acts_digest"] == hashlib.sha256(told).hexdigest()
    told = encode(document["records"])
    assert document["records_digest"] == hashlib.sha256(told).hexdigest()
    assert [(act["at"], id_) for act, id_ in zip(document["acts"], ids, strict=True)] == sorted(
        (act["at"], id_) for act, id_ in zip(document["acts"], ids, strict=True)
    )
    assert list(document) == [
        "format", "version", "arrangement", "profile", "exported_at", "exported_by", "device",
        "count", "acts_digest", "records_digest", "records", "acts", "erased", "statements",
    ]  # fmt: skip
    one_a_line = {line.removesuffix(b",") for line in data.split(b"\n")}
    assert {encode(one) for one in document["acts"]} <= one_a_line
    assert {encode(one) for group in document["records"].values() for one in group} <= one_a_line


def test_the_same_acts_give_the_same_bytes(ann: Store, bob: Store):
    busy(ann, bob)
    first, second = ann.snapshots.make().split(b"\n"), bob.snapshots.make().split(b"\n")
    assert first[1:] == second[1:]
    heads = [json.loads(one[0] + b"}") for one in (first, second)]
    assert {key for key in heads[0] if heads[0][key] != heads[1][key]} <= {
        "exported_at", "exported_by", "device"
    }  # fmt: skip


def test_a_file_for_partners_holds_nothing_own(ann: Store, bob: Store):
    busy(ann, bob)
    document = json.loads(ann.snapshots.make())
    assert not [act for act in document["acts"] if "scope" in act]
    assert b"intern" not in ann.snapshots.make()
    assert b"own-" not in ann.snapshots.make()
    assert b"intern" in ann.snapshots.make("internal")


def test_a_public_file_holds_no_names_and_no_acts(ann: Store, bob: Store):
    busy(ann, bob)
    ann.edit(VHTO, {"text": f"door {PERSON.upper()} en Ann, niet door Anna of xann"})
    data = ann.snapshots.make("public")
    document = json.loads(data)
    assert (document["count"], document["acts"], document["erased"]) == (0, [], [])
    assert (document["exported_by"], document["device"]) == (None, None)
    filled = {type_ for type_, group in document["records"].items() if group}
    assert filled == {"arrangement", "regions", "programmes", "organisations", "agreements"}
    (vhto,) = (one for one in document["records"]["agreements"] if one["id"] == VHTO)
    assert vhto["text"] == "door [naam] en [naam], niet door Anna of xann"
    assert PERSON.encode() not in data
    assert b"gebeld" not in data
    assert refusal(take, bob, data).key == "public_file"
    assert refusal(take, bob, data, edits=True, skip_bad=True).key == "public_file"


LAYOUTS: dict[str, Callable[[bytes], bytes]] = {
    "indented": lambda data: json.dumps(json.loads(data), indent=2).encode(),
    "one line": lambda data: json.dumps(json.loads(data)).encode(),
    "sorted": lambda data: json.dumps(json.loads(data), sort_keys=True).encode(),
    "utf-8": lambda data: json.dumps(json.loads(data), ensure_ascii=False).encode(),
    "bom": lambda data: b"\xef\xbb\xbf" + data,
    "crlf": lambda data: data.replace(b"\n", b"\r\n"),
    "tabs": lambda data: json.dumps(json.loads(data), indent="\t").encode(),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_other_layouts_of_the_same_json_are_read(
    laptops: Laptops, ann: Store, bob: Store, layout: str
):
    busy(ann, bob)
    eva = laptops.store("eva")
    assert take(eva, LAYOUTS[layout](ann.snapshots.make())).new_acts == 5
    assert eva.snapshots.make().split(b"\n")[1:] == ann.snapshots.make().split(b"\n")[1:]
    assert eva.check() == []


def test_a_part_of_the_acts_carries_no_records(ann: Store, bob: Store):
    act = ann.edit(VHTO, {"title": "van ann"})
    assert json.loads(ann.snapshots.make(only={act}))["records"] == {}
    send(ann, bob, only={act})
    assert value(bob, VHTO, "title") == "van ann"
    assert bob.history(VHTO)[0].author is None  # the act that names ann is still to come
    send(ann, bob, only=lacking(ann, bob.snapshots.make()))
    assert bob.history(VHTO)[0].author == "ann"


def test_a_file_taken_in_before_brings_nothing(ann: Store, bob: Store):
    bob.edit(VHTO, {"title": "van bob"})
    data = bob.snapshots.make()
    assert take(ann, data).new_acts == 2
    ann.edit(VHTO, {"title": "van ann"})
    before = ann.path.read_bytes()
    again = take(ann, data)
    assert (again.acts, again.new_acts, again.conflicts) == (10, 0, 0)
    assert ann.path.read_bytes() == before
    assert take(ann, json.dumps(json.loads(data)).encode()).new_acts == 0  # in another layout
    assert (value(ann, VHTO, "title"), ann.conflicts()) == ("van ann", [])
