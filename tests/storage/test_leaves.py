"""What leaves with a file, in the bytes of files made of random arrangements (contract §3)."""

import gzip
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.acts import Act, IdSet, Stub, digest, encode, make_stub
from storage.formats.profiles import (
    LEAVES,
    PROFILES,
    PUBLIC_FIELDS,
    WITHIN,
    goes,
    may_leave,
)
from storage.queries.redaction import Redaction
from storage.records.fields import FIELDS
from storage.records.ids import OWN_TYPES
from storage.store import Store
from tests.storage.small import ARRANGEMENT, VHTO, refusal, small
from tests.worlds import act

DEVICE, ODD = "d0d1d2d3d4d5d6d7", "QXéÉßİıĳŁжю一ö'’.- \"\\"
WAYS: tuple[Callable[[str], str], ...] = (
    str, str.upper, str.lower,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: unicodedata.normalize("NFC", name),
    lambda name: name.replace(" ", "\n "),
)  # fmt: skip
TEXTS = (
    (VHTO, "title"), (VHTO, "text"), (VHTO, "goal"), (VHTO, "reading"), (VHTO, "condition"),
    ("organisations/vhto", "role"), ("regions/twente", "governance"), ("programmes/jet-net", "url"),
    ("glossary/een", "expansion"), ("targets/een", "population"),
    (f"arrangement/{ARRANGEMENT}", "purpose"),
)  # fmt: skip
PARTS = (
    (VHTO, "term", "phrase"), (VHTO, "signal", "reason"), (VHTO, "trigger_met", "evidence"),
)  # fmt: skip
SETS = (("regions/twente", "aliases"), ("glossary/een", "synonyms"), (VHTO, "also_at"))


def is_name(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and len(text.strip()) > 1


names = st.text(ODD, min_size=2, max_size=12).filter(is_name)


class World(NamedTuple):
    acts: list[Act]
    stubs: list[Stub]
    names: list[str]
    inside: list[str]
    """Words that stand only in own records, passages and what is said of them."""


@st.composite
def worlds(draw: st.DrawFn) -> World:
    people = draw(st.lists(names, min_size=1, max_size=4))
    made: list[Act] = []
    inside: list[str] = []

    def said(values: dict[tuple[str, str], object], **more: object) -> Act:
        made.append(act(values, by="a" * 16, device=DEVICE, **more))
        return made[-1]

    def hidden() -> str:
        inside.append(f"binnen{len(inside)}x{draw(st.integers(0, 10**6))}")
        return f"{draw(st.sampled_from(['', 'een ', '“']))}{inside[-1]}"

    for n, name in enumerate(people):
        where = draw(st.sampled_from(["people", "authors"]))
        record = (f"{where}/{n:016x}", "name")
        said({record: name, (record[0], "life"): draw(st.sampled_from(["live", "deleted"]))})
        if draw(st.booleans()):
            said({record: "Iemand Anders"}, undo=())  # the earlier name stands in texts still
    for _ in range(draw(st.integers(1, 8))):
        way, before, after = draw(st.sampled_from(WAYS)), draw(_EDGES), draw(_EDGES)
        text = f"{before}{way(draw(st.sampled_from(people)))}{after}"
        match draw(st.sampled_from(["text", "part", "set", "vision"])):
            case "text":
                said({draw(st.sampled_from(TEXTS)): text})
            case "part":
                record, field, key = draw(st.sampled_from(PARTS))
                said({(record, field): {key: text}})
            case "set":
                record, field = draw(st.sampled_from(SETS))
                said({(record, f"{field}/{text}"): True})
                if draw(st.booleans()):
                    said({(record, f"{field}/{text}"): False})  # a conflict, named by its element
            case "vision":
                said({("regions/twente", "visions"): [{"title": text, text: None}]})
    said({("glossary/een", "life"): "live"})
    said({("targets/een", "life"): "live"})
    for n in range(draw(st.integers(1, 3))):
        tail = f"own-{draw(st.integers(0, 2**60)):016x}"
        inside.append(tail)
        record = f"{draw(st.sampled_from(OWN_TYPES))}/{tail}"
        fields = [name for name, one in FIELDS[record.partition("/")[0]].items() if not one.is_set]
        chosen = draw(st.lists(st.sampled_from(fields), min_size=1, unique=True))
        values = {(record, field): hidden() for field in chosen}
        said({**values, (record, "life"): "live"}, scope="own", why=hidden())
        passage = f"passages/klein.{n}{inside[-1]}"
        said({(passage, "text"): hidden()}, scope="passages")
    newer = said({}, scope="geheim", later=hidden())  # a scope that a later version made
    said({}, undo=(newer.id,), scope="geheim", why=hidden())
    gone = act({(f"entries/{inside[0]}", "text"): "weg"}, scope="own")
    return World(made, [make_stub(gone)], people, inside)


_EDGES = st.sampled_from(["", " ", "door ", "\n", "(", ", ", "; “", "/", "\t"])


def files(world: World, profile: str) -> Iterator[bytes]:
    """What this profile writes of the world: a whole file, packed, only a part, and a folder."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        Store.create(path, ARRANGEMENT, small())
        with closing(Store.open(path, "Ann")) as store:
            came = path.with_name("van.json")
            came.write_bytes(whole(world))
            store.snapshots.import_(came)
            assert len(store.history(None)) == len(small()) + len(world.acts)
            store.snapshots.export(path.with_name("uit.json"), profile)
            yield path.with_name("uit.json").read_bytes()
            store.snapshots.export(path.with_name("uit.json.gz"), profile)
            yield unpacked(path.with_name("uit.json.gz").read_bytes())
            if profile == "public":
                return
            yield store.snapshots.make(profile, {one.id for one in world.acts[::2]})
            path.with_name("map").mkdir()
            store.exchange.sync(path.with_name("map"), profile)
            yield b"".join(one.read_bytes() for one in path.with_name("map").rglob("*.jsonl"))


def unpacked(data: bytes) -> bytes:
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def whole(world: World) -> bytes:
    """The world as a file of a colleague with the internal profile."""
    tally = IdSet()
    for one in world.acts:
        tally.add(one.id)
    erased = [stub.as_json() for stub in world.stubs]
    head = {
        "format": "arrangement-snapshot", "version": 1, "arrangement": ARRANGEMENT,
        "profile": "internal", "exported_at": "2014-10-07T09:12:03.120Z", "exported_by": None,
        "device": None, "count": len(world.acts), "acts_digest": tally.digest(erased),
        "records_digest": digest(b"{}"), "records": {},
    }  # fmt: skip
    acts = [json.loads(one.data) for one in world.acts]
    return encode({**head, "acts": acts, "erased": erased, "statements": []})


def texts(value: object) -> Iterator[str]:
    """Every text in a JSON value, keys too."""
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from texts(one)
        case dict():
            yield from texts([*value.keys(), *value.values()])


def alike(text: str) -> str:
    """A text as it reads, however it is written."""
    return unicodedata.normalize("NFC", " ".join(text.split()).casefold())


@settings(max_examples=12, deadline=None)
@given(worlds(), st.sampled_from(["partners", "public"]))
def test_nothing_that_is_own_is_in_any_byte(world: World, profile: str) -> None:
    for data in files(world, profile):
        assert [word for word in world.inside if word.encode() in data] == []
        assert b"own-" not in data
        assert b'"scope"' not in data


@settings(max_examples=20, deadline=None)
@given(worlds())
def test_no_name_and_no_act_is_in_any_byte_of_a_public_file(world: World) -> None:
    for data in files(world, "public"):
        assert b"[naam]" in data
        document = json.loads(data)
        assert (document["acts"], document["erased"], document["count"]) == ([], [], 0)
        assert not [one.id for one in world.acts if one.id.encode() in data]
        assert DEVICE.encode() not in data
        assert b"a" * 16 not in data
        said = [alike(text) for text in texts(document["records"])]
        for name in {*world.names, "Iemand Anders", "Ann"}:
            one = re.compile(rf"(?<!\w){re.escape(alike(name))}(?!\w)")
            assert [text for text in said if one.search(text)] == []


@settings(max_examples=3, deadline=None)
@given(worlds())
def test_an_internal_file_and_folder_hold_everything(world: World) -> None:
    whole, _, _, folder = files(world, "internal")
    for data in (whole, folder):
        assert [word for word in world.inside if word.encode() not in data] == []


def test_the_table_speaks_of_every_type_and_every_scope():
    assert {*FIELDS} | {"own", "own_items", "own_searches", "acts", "left_empty", *WITHIN} == {
        *LEAVES
    }
    assert all({*profiles} <= {*PROFILES} for profiles in LEAVES.values())
    assert [may_leave("partners", scope) for scope in (None, "own", "passages", "acts")] == [
        True, False, False, False
    ]  # fmt: skip
    assert all(may_leave("internal", scope) for scope in (None, "own", "passages", "acts"))


def test_what_anyone_may_read_is_a_field_and_what_people_typed_for_each_other_is_not_among_it():
    for type_, named in PUBLIC_FIELDS.items():
        assert goes("public", type_)
        for name in named:
            field, dot, key = name.partition(".")
            assert not dot or key in FIELDS[type_][field].names
            assert field in FIELDS[type_]
    assert not {"signal", "signal.reason", "trigger_met", "trigger_met.evidence"} & {
        *PUBLIC_FIELDS["agreements"]
    }


def test_what_people_typed_for_each_other_stays_and_is_counted(ann: Store):
    ann.edit(VHTO, {"signal": {"colour": "amber", "reason": "gaat traag"}})
    ann.edit(VHTO, {"trigger_met": {"date": "2014-05-01", "evidence": "mail van mei"}})
    ann.status(VHTO, "lapsed", "geen geld meer")
    data = json.loads(ann.snapshots.make("public"))
    (found,) = (one for one in data["records"]["agreements"] if one["id"] == VHTO)
    assert found["signal"] == {"colour": "amber", "reason": None}
    assert found["trigger_met"] == {"date": "2014-05-01", "evidence": None}
    assert (found["status"], found["regions"]) == ("lapsed", ["twente"])
    whole = json.dumps(data)
    assert not [word for word in ("traag", "mail van mei", "geen geld") if word in whole]
    stays = {one.what: one.count for one in ann.shares("public") if not one.goes}
    kept = ("signal_reasons", "trigger_evidence", "status_reasons")
    assert [stays[one] for one in kept] == [1, 1, 1]
    assert not [one for one in ann.shares("partners") if one.what in kept]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("door P. Persoon.", "door [naam]."),
        ("door p.\u00a0PERSOON", "door [naam]"),
        ("P. Persoonlijk, xP. Persoon", "P. Persoonlijk, xP. Persoon"),
        ("Jos\u0301e\u0301 en JOS\u00c9 en Jose\u0301", "Jos\u0301e\u0301 en [naam] en [naam]"),
        ("Jose", "Jose"),
        ("GROSSE en große", "[naam] en [naam]"),
        ("Jan Piet Jan", "[naam] Jan"),
        ("Wat? 2014!", "Wat? 2014!"),
    ],
)
def test_a_whole_name_in_any_writing(text: str, left: str) -> None:
    mask = Redaction(["P. Persoon", "José", "Große", "Jan Piet", "Piet Jan", "?", "2014", ""])
    assert mask.text(text) == left


def test_a_conflict_does_not_tell_the_name_that_it_is_about() -> None:
    record = {"id": "regions/jan", "conflicts": ["aliases/jan"], "incomplete": ["aliases/jan"]}
    masked = ["aliases/[naam]"]
    assert Redaction(["jan"]).of("regions", record) == {
        "id": "regions/jan", "conflicts": masked, "incomplete": masked
    }  # fmt: skip


def test_what_no_person_words_stays_as_it_is(tmp_path: Path) -> None:
    """A person who is called like an id, a code or a choice does not spoil those."""
    called = [{"twente": "name"}, {"KLEIN": "name"}, {"commitment": "name"}, {"platform": "name"}]
    acts = [
        act({(f"people/{n}", "name"): next(iter(one)), (f"people/{n}", "life"): "live"})
        for n, one in enumerate(called)
    ]
    Store.create(tmp_path / "a.db", ARRANGEMENT, [*small(), *acts])
    with closing(Store.open(tmp_path / "a.db")) as store:
        records = json.loads(store.snapshots.make("public"))["records"]
    (found,) = (one for one in records["agreements"] if one["id"] == VHTO)
    assert (found["code"], found["kind"]) == ("KLEIN-2-TWE-01", "commitment")
    assert (found["regions"], found["parties"][0]["organisation"]) == (["twente"], "platform")
    assert records["regions"][0]["name"] == "[naam]"


@pytest.mark.parametrize("profile", ["partners", "public"])
def test_a_column_beside_the_body_lets_nothing_out(ann: Store, tmp_path: Path, profile: str):
    ann.note(VHTO, "alleen voor ons", own=True)
    ann.connection.execute("UPDATE acts SET scope = NULL")
    assert refusal(ann.snapshots.export, tmp_path / "uit.json", profile).key == "damaged"
    (tmp_path / "wisselmap").mkdir()
    assert ann.exchange.sync(tmp_path / "wisselmap").unwritten.key == "damaged"
    assert [one for one in (tmp_path / "wisselmap").rglob("*") if one.is_file()] == []
    assert not (tmp_path / "uit.json").exists()
    assert {one.kind for one in ann.check()} == {"column_differs"}


JOINERS = [
    chr(n)
    for n in range(0x10000)
    if unicodedata.category(chr(n)) in ("Zs", "Zl", "Zp")
    or chr(n) in "\t\n\r-_‐‑‒–—―−\xad\u200b\u200c\u200d\u2060\ufeff"
]


@given(st.lists(st.sampled_from(JOINERS), min_size=1, max_size=3), st.integers(0, 8))
def test_a_name_is_masked_whatever_joins_its_parts(joined: list[str], place: int):
    mask = Redaction(["Anne-Marie de Vries"])
    between = "".join(joined)
    text = between.join(("Anne", "Marie", "de", "Vries"))
    assert mask.text(f"van {text}, gisteren") == "van [naam], gisteren"
    assert mask.text(f"x_{text}_y") == "x_[naam]_y"
    hidden = f"{text[:place]}\xad{text[place:]}" if place else text
    assert "Vries" not in mask.text(f"van {hidden}.")
    assert mask.text("Anne Marieke de Vriesland") == "Anne Marieke de Vriesland"
