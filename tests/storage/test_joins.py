"""Records that were joined: everything follows to the one that stands, and can be taken back."""

from collections import Counter
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seed.seed_acts import acts
from seed.seeded import Seeded
from storage.merge.joined import stand_ins
from storage.queries.pages.involvement import in_role
from storage.store import Store
from storage.views.agreement_list import ALL_OPEN, Filter
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, refusal, send, swap, value

TAIL = VHTO.partition("/")[2]


def followed(links: dict[str, str], record: str) -> str:
    """One step after another, as contract §1 says it."""
    path = [record]
    while path[-1] in links:
        other = links[path[-1]]
        if other in path:
            return min(path[path.index(other) :])
        path.append(other)
    return path[-1]


@given(st.dictionaries(*[st.sampled_from("abcdefgh")] * 2))
def test_a_chain_is_followed_to_its_end_and_a_ring_counts_for_its_lowest(links: dict[str, str]):
    found = stand_ins(links)
    for record in "abcdefgh":
        assert found.get(record, record) == followed(links, record)
    assert all(one != end for one, end in found.items())


def test_a_very_long_chain_is_followed():
    links = {f"{n:06}": f"{n + 1:06}" for n in range(100_000)}
    assert set(stand_ins(links).values()) == {f"{100_000:06}"}
    ring = links | {f"{100_000:06}": f"{5:06}"}
    assert set(stand_ins(ring).values()) == {f"{5:06}"}


TAILS = ("a", "b", "c", "d")
TYPES = ("regions", "programmes", "organisations", "agreements")
JOINS = st.fixed_dictionaries(
    {type_: st.dictionaries(st.sampled_from(TAILS), st.sampled_from((*TAILS, "weg")))
     for type_ in TYPES}
)  # fmt: skip
DELETED = st.frozensets(st.tuples(st.sampled_from(TYPES), st.sampled_from(TAILS)), max_size=3)
AGREEMENT = st.fixed_dictionaries(
    {
        "regions": st.frozensets(st.sampled_from(TAILS)),
        "programmes": st.frozensets(st.sampled_from(TAILS)),
        "lead": st.frozensets(st.sampled_from(TAILS)),
        "counterparty": st.frozensets(st.sampled_from(TAILS)),
        "notes": st.integers(0, 2),
    }
)


def made(folder: str, agreements: list[dict], joined: dict, deleted: frozenset) -> Store:
    """Four records of each type, as they are joined and deleted, and an entry for each note."""
    records: dict[str, dict[str, object]] = {
        f"arrangement/{ARRANGEMENT}": {"title": "Klein", "from": "2014-01-01", "to": "2999-12-31"}
    }
    for type_ in TYPES[:3]:
        for tail in TAILS:
            records[f"{type_}/{tail}"] = {"name": tail, "kind": "province", "short": "ABC"}
    for tail, drawn in zip(TAILS, agreements, strict=True):
        said: dict[str, object] = {"title": tail, "kind": "commitment", "status": "open"}
        said |= {f"regions/{one}": True for one in drawn["regions"]}
        said |= {f"programmes/{one}": True for one in drawn["programmes"]}
        said |= {f"parties/{r}/{o}": True for r in ("lead", "counterparty") for o in drawn[r]}
        records[f"agreements/{tail}"] = said
        for n in range(drawn["notes"]):
            note = {"about": f"agreements/{tail}", "kind": "remark", "text": f"{tail}{n}"}
            records[f"entries/{tail}{n}"] = note
    for type_, links in joined.items():
        for tail, into in links.items():
            records[f"{type_}/{tail}"]["joined"] = into
    for type_, tail in deleted:
        records[f"{type_}/{tail}"]["life"] = "deleted"
    path = Path(folder) / "klein.db"
    Store.create(path, ARRANGEMENT, acts([Seeded(*one) for one in records.items()]))
    return Store(path, by="ann")


class Oracle:
    """What must be read, by the records as they were set."""

    def __init__(self, store: Store) -> None:
        self.records = {type_: store.records(type_) for type_ in (*TYPES, "entries")}
        self.links = {type_: self._links(type_) for type_ in TYPES}

    def _links(self, type_: str) -> dict[str, str]:
        alive = {self.tail(one) for one in self.records[type_] if one["life"] != "deleted"}
        return {
            self.tail(one): str(one["joined"])
            for one in self.records[type_]
            if one["joined"] in alive
        }

    @staticmethod
    def tail(record: dict) -> str:
        return str(record["id"]).partition("/")[2]

    def of(self, type_: str, tail: str) -> str:
        return followed(self.links[type_], tail)

    def standing(self, type_: str) -> list[dict]:
        return [
            one
            for one in self.records[type_]
            if one["life"] != "deleted" and self.of(type_, self.tail(one)) == self.tail(one)
        ]

    def pointing(self, field: str, tail: str) -> set[str]:
        """The agreements in the lists that point at a record, or at one it stands for."""
        return {
            str(one["id"])
            for one in self.standing("agreements")
            if tail in {self.of(field, said) for said in one[field]}
        }

    def in_role(self, role: str, tail: str) -> set[str]:
        return {
            str(one["id"])
            for one in self.standing("agreements")
            if any(
                p["role"] == role and self.of("organisations", p["organisation"]) == tail
                for p in one["parties"]
            )
        }

    def entries(self, tail: str) -> set[str]:
        return {
            str(one["text"])
            for one in self.records["entries"]
            if self.of("agreements", str(one["about"]).partition("/")[2]) == tail
        }


def agree(store: Store) -> None:
    """Every read says what the oracle says."""
    oracle = Oracle(store)
    listed = {row.id for group in store.agreements(ALL_OPEN) for row in group.rows}
    assert listed == {str(one["id"]) for one in oracle.standing("agreements")}
    assert store.totals().open == len(listed)
    for type_, places in (
        ("regions", store.lists.regions()),
        ("programmes", store.lists.programmes()),
    ):
        found = {place.tail: place.count for place in places if place.tail}
        assert found == {
            oracle.tail(one): len(oracle.pointing(type_, oracle.tail(one)))
            for one in oracle.standing(type_)
        }
    matrix = store.overviews.matrix()
    names = {one.tail for one in store.lists.organisations()}
    assert names == {oracle.tail(one) for one in oracle.standing("organisations")}
    leads = {one.lead: one for one in store.overviews.parties()}
    for tail in TAILS:
        end = oracle.of("programmes", tail)
        wanted = oracle.pointing("programmes", end)
        (group,) = store.agreements(Filter(programme=tail))
        assert {row.id for row in group.rows} == wanted
        assert matrix.cell(tail, None).open == len(wanted)
        for role in ("lead", "counterparty"):
            rows = in_role(store.lists, role, oracle.of("organisations", tail))
            wanted = oracle.in_role(role, oracle.of("organisations", tail))
            assert {row.id for row in rows} == wanted
        assert (leads[tail].number if tail in leads else 0) == len(
            oracle.in_role("lead", tail) if oracle.of("organisations", tail) == tail else ()
        )
        if oracle.of("agreements", tail) == tail:
            texts = [entry.text for entry in store.page(f"agreements/{tail}").entries]
            assert Counter(texts) == Counter(oracle.entries(tail))
    for one in oracle.standing("agreements"):
        page = store.page(str(one["id"]))
        for field in ("regions", "programmes"):
            said, ends = page.values(field), [oracle.of(field, tail) for tail in one[field]]
            assert {value.link for value in said} == {f"{field}/{end}" for end in ends}
            assert len(said) == len({*ends})
        parties = [
            (p["role"], oracle.of("organisations", p["organisation"])) for p in one["parties"]
        ]
        assert {
            (fact.field, value.link)
            for fact in page.facts
            for value in fact.values
            if fact.field.startswith("parties/")
        } == {(f"parties/{role}", f"organisations/{end}") for role, end in parties}
        assert page.stands is None
    for tail in {*TAILS} - {oracle.tail(one) for one in oracle.standing("agreements")}:
        page = store.page(f"agreements/{tail}")
        end = oracle.of("agreements", tail)
        assert (page.stands.id if page.stands else f"agreements/{tail}") == f"agreements/{end}"


@settings(deadline=None, max_examples=40)
@given(st.lists(AGREEMENT, min_size=4, max_size=4), JOINS, DELETED)
def test_following_is_what_the_records_say(agreements: list[dict], joined: dict, deleted):
    with TemporaryDirectory() as folder, closing(made(folder, agreements, joined, deleted)) as one:
        agree(one)


_STEP = st.tuples(
    st.sampled_from(["join", "clear", "delete", "restore", "undo"]),
    st.sampled_from(TYPES), *[st.sampled_from(TAILS)] * 2,
)  # fmt: skip


@settings(deadline=None, max_examples=20)
@given(st.lists(AGREEMENT, min_size=4, max_size=4), JOINS, st.lists(_STEP, max_size=6))
def test_lists_that_are_kept_follow_too(agreements: list[dict], joined: dict, steps: list[tuple]):
    from storage.errors import Refused

    with TemporaryDirectory() as folder:
        store = made(folder, agreements, joined, frozenset())
        agree(store)
        for what, type_, tail, other in steps:
            record = f"{type_}/{tail}"
            try:
                match what:
                    case "join":
                        store.join(record, f"{type_}/{other}")
                    case "clear":
                        store.edit(record, {"joined": None})
                    case "delete":
                        store.delete(record)
                    case "restore":
                        store.restore(record)
                    case "undo":
                        store.undo()
            except Refused:
                continue
            agree(store)
        assert store.check() == []
        store.close()


def test_a_joined_agreement_leaves_the_lists_and_stays_reachable(ann: Store, bob: Store):
    ann.note(BOOST, "gebeld")
    ann.edit(BOOST, {"programmes/jet-net": True})
    before = ann.record(BOOST)
    ann.join(BOOST, VHTO, "het is dezelfde")
    assert [row.id for group in ann.agreements() for row in group.rows] == [VHTO]
    assert ann.find("TWE-02") == BOOST
    assert ann.record(BOOST) == {**before, "joined": TAIL}
    assert [entry.text for entry in ann.page(VHTO).entries] == ["gebeld"]
    assert [programme.count for programme in ann.lists.programmes()] == [0, 1]
    (hit,) = ann.search("TechYourFuture", 5).hits
    assert (hit.id, hit.title, hit.code) == (VHTO, "VHTO: schakel", "KLEIN-2-TWE-01")
    assert "TechYourFuture" in hit.snippet.text
    assert [one.tail for one in ann.candidates("agreements", "techyour", 5)] == [TAIL]
    page = ann.page(BOOST)
    assert (page.stands.id, page.stands.name) == (VHTO, "VHTO: schakel")
    swap(ann, bob)
    assert [row.id for group in bob.agreements() for row in group.rows] == [VHTO]
    ann.undo()
    assert len([row for group in ann.agreements() for row in group.rows]) == 2
    ann.redo()
    ann.edit(BOOST, {"joined": None})
    assert len([row for group in ann.agreements() for row in group.rows]) == 2
    assert ann.page(VHTO).entries == ()


def test_joined_organisations_keep_each_reference_as_it_was_set(ann: Store):
    double = ann.add("organisations", {"name": "Het Platform", "abbreviation": "HPBT"})
    tail = double.partition("/")[2]
    ann.edit(BOOST, {f"parties/lead/{tail}": True})
    ann.edit("people/een", {"organisation": tail})
    ann.join(double, "organisations/platform")
    assert {row.leads for group in ann.agreements() for row in group.rows} == {("Platform",)}
    assert value(ann, BOOST, "parties") == [{"organisation": tail, "role": "lead"}]
    assert [one.tail for one in ann.candidates("organisations", "HPBT", 5)] == ["platform"]
    facts = {one.field: one.values for one in ann.page("people/een").facts}
    assert [one.link for one in facts["organisation"]] == ["organisations/platform"]
    belongs = {one.what: one.total for one in ann.page("organisations/platform").belongs}
    assert belongs["lead"] == 2
    assert belongs["people"] == 1
    preview = ann.changes.preview_join("organisations/platform", "organisations/vhto")
    assert {(one.type, one.field): one.number for one in preview.references} == {
        ("agreements", "parties"): 2, ("people", "organisation"): 1,
    }  # fmt: skip
    assert [(one.field, one.shows) for one in preview.fields] == [
        ("name", "VHTO"), ("abbreviation", None),
    ]  # fmt: skip


def test_what_no_form_would_join_is_refused(ann: Store):
    assert refusal(ann.join, VHTO, VHTO).key == "join_ring"
    assert refusal(ann.join, VHTO, "agreements/weg").key == "unknown_reference"
    assert refusal(ann.join, VHTO, "regions/twente").key == "other_type"
    assert refusal(ann.join, f"arrangement/{ARRANGEMENT}", f"arrangement/{ARRANGEMENT}").key in (
        "never_joined", "unknown_field",
    )  # fmt: skip
    ann.join(BOOST, VHTO)
    assert refusal(ann.join, VHTO, BOOST).key == "join_ring"
    assert refusal(ann.edit, VHTO, {"joined": BOOST.partition("/")[2]}).key == "join_ring"
    ann.undo()
    ann.delete(BOOST)
    assert refusal(ann.join, VHTO, BOOST).key == "join_to_deleted"


@pytest.mark.parametrize("gone", ["agreements/weg", BOOST])
def test_a_join_to_what_is_gone_counts_as_none(ann: Store, bob: Store, gone: str):
    if gone == BOOST:
        bob.join(VHTO, BOOST)
        ann.delete(BOOST)
        send(bob, ann)
    else:
        from tests.storage.small import edited, take

        take(ann, edited(ann.snapshots.make(), VHTO, joined="weg"), edits=True)
    assert VHTO in {row.id for group in ann.agreements() for row in group.rows}
    kinds = {problem.kind: problem for problem in ann.problems.all()}
    assert kinds["join_nowhere"].record == VHTO
    assert kinds["join_nowhere"].details["gone"] == ("unknown" if "weg" in gone else "deleted")
