"""How a document of one's own is divided: by its styles, otherwise when asked, and remembered."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from seed.document.beside import attached_now, divided, profile_of, read_document
from seed.document.block_places import places
from seed.document.decided import coverage_of
from seed.document.document_files import read_pieces
from seed.document.heading_names import called
from seed.document.numbered import numbered_passages
from seed.document.profile import GENERIC, Chapter, KnownBlock, Profile, profile_text, read_profile
from seed.document.proposed import linked, proposed
from seed.document.revisions import sum_of
from storage.errors import Refused
from storage.store import Store
from tests.seed.agenda import AGENDA, agenda_file

BETUWE = "afspraken-per-regio.betuwe"
ROLE = "afspraken-per-regio.rol-van-het-techniekpunt"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.docx"
    path.write_bytes(agenda_file())
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    Store.create(tmp_path / "rivier.db", "rivierenland-1234")
    with closing(Store.open(tmp_path / "rivier.db", "Anna")) as found:
        yield found


@pytest.fixture
def attached(store: Store, file: Path) -> Store:
    found = read_document(store, file, profile_of(store))
    store.documents.attach(found.document, found.passages, found.profile, found.moves)
    return store


def numbered(store: Store, locator: str) -> int:
    here = [one.locator for one in store.documents.passages(store.arrangement)]
    return here.index(locator)


def redivide(store: Store, **roles: str) -> None:
    numbers = {numbered(store, one): role for one, role in roles.items()}
    found = divided(store, attached_now(store), numbers)  # type: ignore[arg-type]
    store.documents.attach(found.document, found.passages, found.profile, found.moves)


def test_each_paragraph_of_word_is_a_block_and_its_title_a_title() -> None:
    found = numbered_passages(read_pieces(Path("a.docx"), agenda_file(), GENERIC), GENERIC)
    assert [one.text for one in found] == [text for _, text in AGENDA]
    by = {one.locator: one.text for one in found}
    assert by["titel.h"] == AGENDA[0][1]
    assert by[f"{ROLE}.h"] == "Rol van het Techniekpunt"
    assert by[f"{ROLE}.p2"] == "Geld en mensen"
    assert by["bijlage.vmbo.b1"].startswith("Het Techniekpunt biedt aan")


def test_headings_are_called_as_the_document_calls_them(attached: Store) -> None:
    names = called(attached)
    assert names is not None
    assert names["bijlage.vmbo"] == "VMBO"
    assert names[BETUWE] == "Betuwe"


def test_divided_otherwise_what_stands_there_goes_along(attached: Store) -> None:
    there = attached.arrangement
    made = attached.add(
        "agreements",
        {
            "title": "Inleg", "kind": "commitment", f"also_at/{ROLE}.p3": True,
            "source": {"document": there, "locator": f"{ROLE}.b3"},
        },
    )  # fmt: skip
    attached.documents.leave_empty([f"passages/{there}.{ROLE}.b2"], "nog onzeker")
    redivide(attached, **{f"{ROLE}.p2": "chapter"})
    record = attached.record(made)
    assert record["source"] == {"document": there, "locator": "geld-en-mensen.b2"}
    assert record["also_at"] == ["geld-en-mensen.p1"]
    assert attached.documents.left_empty(there) == {"geld-en-mensen.b1": "nog onzeker"}
    assert not coverage_of(attached).astray
    assert attached.check() == []
    redivide(attached, **{"geld-en-mensen.h": "block"})
    assert attached.record(made)["source"] == {"document": there, "locator": f"{ROLE}.b3"}
    assert attached.record(made)["also_at"] == [f"{ROLE}.p3"]


def test_what_moves_leaves_with_partners_and_the_text_does_not(attached: Store) -> None:
    there = attached.arrangement
    source = {"document": there, "locator": f"{ROLE}.b3"}
    attached.add("agreements", {"title": "Inleg", "kind": "commitment", "source": source})
    attached.documents.leave_empty([f"passages/{there}.{ROLE}.b2"], "nog onzeker")
    redivide(attached, **{f"{ROLE}.p2": "chapter"})
    sent = attached.snapshots.make("partners").decode()
    assert "geld-en-mensen.b2" in sent
    assert "nog onzeker" in sent
    assert "innovatiefonds" not in sent


def test_a_place_in_conflict_is_settled_first(attached: Store, tmp_path: Path) -> None:
    there = attached.arrangement
    made = attached.add("agreements", {"title": "Inleg", "kind": "commitment"})
    attached.snapshots.export(tmp_path / "a.json", "internal")
    Store.create(tmp_path / "b.db", there)
    with closing(Store.open(tmp_path / "b.db", "Bob")) as other:
        other.snapshots.import_(tmp_path / "a.json")
        other.edit(made, {"source": {"document": there, "locator": f"{ROLE}.b2"}})
        other.snapshots.export(tmp_path / "b.json", "internal")
    attached.edit(made, {"source": {"document": there, "locator": f"{ROLE}.b3"}})
    attached.snapshots.import_(tmp_path / "b.json")
    before = attached.documents.passages(there)
    with pytest.raises(Refused, match="in_conflict"):
        redivide(attached, **{f"{ROLE}.p2": "chapter"})
    assert attached.documents.passages(there) == before


def test_the_same_file_again_keeps_the_division(attached: Store, file: Path) -> None:
    redivide(attached, **{f"{ROLE}.p2": "chapter"})
    again = read_document(attached, file, profile_of(attached))
    assert again.document == attached.arrangement
    assert again.moves == {}
    assert again.passages == attached.documents.passages(attached.arrangement)


def test_another_edition_is_divided_as_the_first_one(attached: Store, tmp_path: Path) -> None:
    redivide(attached, **{f"{ROLE}.p2": "chapter", "bijlage.vmbo.h": "block"})
    edition = tmp_path / "later.docx"
    data = numbered_passages(
        read_pieces(edition, agenda_file(), profile_of(attached)), profile_of(attached)
    )
    assert [one.locator for one in data] == [
        one.locator for one in attached.documents.passages(attached.arrangement)
    ]


def test_a_document_by_which_the_arrangement_was_made_stays_as_it_is(attached: Store) -> None:
    blocks = {one.locator: KnownBlock(text=sum_of(one.text))
              for one in attached.documents.passages(attached.arrangement)}  # fmt: skip
    attached.documents.attach(
        attached.arrangement,
        attached.documents.passages(attached.arrangement),
        profile_text(Profile(blocks=blocks)),
    )
    with pytest.raises(Refused, match="division_fixed"):
        divided(attached, attached_now(attached), {1: "block"})


def test_a_profile_is_read_as_it_was_written() -> None:
    profile = Profile(
        title_ends='"2027"', labels=["Rol\\"], texts=["Let op…"],
        chapters=[Chapter(key="1", begins="Één 'x'", headings={"a-b": 'Kop "b"'})],
        blocks={"1.h": KnownBlock(none="kop"), "1.p1": KnownBlock()},
    )  # fmt: skip
    assert read_profile(profile_text(profile)) == profile


def test_a_place_that_is_not_there_is_refused_with_the_nearest(attached: Store) -> None:
    with pytest.raises(Refused, match="no_such_place") as caught:
        places(attached).check(f"{BETUWE}.b9")
    assert f"{BETUWE}.b1" in str(caught.value.details["nearest"])
    places(attached).check(f"{BETUWE}.b1")


def test_any_place_is_one_while_nothing_is_known_of_the_document(store: Store) -> None:
    for locator in ("deel-b.rol-van-het-punt.b2.s1", "1.p1", "waarom.h", "bijlage.vmbo.h2"):
        places(store).check(locator)
    for locator in ("", "1", "Een plek", "1.p", "1.a.b.c.p1"):
        with pytest.raises(Refused, match="no_locator"):
            places(store).check(locator)


def test_coverage_can_be_finished(attached: Store) -> None:
    before = coverage_of(attached).total
    assert (before.blocks, before.empty, before.undecided) == (25, 8, 17)
    there = attached.arrangement
    attached.documents.leave_empty([f"passages/{there}.{one.locator}"
                          for one in coverage_of(attached).undecided], "aanleiding")  # fmt: skip
    assert coverage_of(attached).total.undecided == 0
    attached.documents.take_up([f"passages/{there}.{BETUWE}.b1"])
    assert [one.locator for one in coverage_of(attached).undecided] == [f"{BETUWE}.b1"]


def test_another_reason_comes_in_the_place_of_the_first(attached: Store) -> None:
    passage = f"passages/{attached.arrangement}.{BETUWE}.b1"
    attached.documents.leave_empty([passage], "aanleiding")
    attached.documents.leave_empty([passage], "staat elders")
    assert attached.documents.left_empty(attached.arrangement) == {f"{BETUWE}.b1": "staat elders"}
    attached.undo()
    assert attached.documents.left_empty(attached.arrangement) == {f"{BETUWE}.b1": "aanleiding"}
    with pytest.raises(Refused, match="reason_needed"):
        attached.documents.leave_empty([passage], " ")


def test_a_colleague_without_the_document_has_no_problem_by_it(
    attached: Store, tmp_path: Path
) -> None:
    attached.documents.leave_empty([f"passages/{attached.arrangement}.{BETUWE}.b1"], "aanleiding")
    attached.snapshots.export(tmp_path / "a.json", "partners")
    Store.create(tmp_path / "b.db", attached.arrangement)
    with closing(Store.open(tmp_path / "b.db", "Bob")) as other:
        other.snapshots.import_(tmp_path / "a.json")
        assert other.problems.all() == []
        assert other.documents.left_empty(attached.arrangement) == {f"{BETUWE}.b1": "aanleiding"}


PROPOSED = (
    ("b1", "commitment"), ("b2", "request"), ("b3", "consideration"),
)  # fmt: skip


@pytest.mark.parametrize(("part", "kind"), PROPOSED)
def test_a_passage_proposes_text_place_region_and_kind(
    attached: Store, part: str, kind: str
) -> None:
    region = attached.add("regions", {"name": "Regio X", "short": "BET", "aliases/Betuwe": True})
    found = proposed(attached, f"{BETUWE}.{part}")
    assert found[f"regions/{region.partition('/')[2]}"] is True
    assert found["kind"] == kind
    assert found["source"] == {"document": attached.arrangement, "locator": f"{BETUWE}.{part}"}
    assert "part" not in found
    assert proposed(attached, "bijlage.vmbo.b1")["part"] == "annex"


def test_an_agreement_is_linked_at_its_first_place_and_at_others(attached: Store) -> None:
    made = attached.add("agreements", {"title": "Inleg", "kind": "commitment"})
    attached.edit(made, linked(attached, made, f"{BETUWE}.b1"))
    attached.edit(made, linked(attached, made, f"{BETUWE}.b2"))
    placed = attached.documents.placed(attached.arrangement)
    assert placed == {f"{BETUWE}.b1": [made], f"{BETUWE}.b2": [made]}
    with pytest.raises(Refused, match="nothing_changed"):
        linked(attached, made, f"{BETUWE}.b1")


def state_of(store: Store) -> tuple[object, ...]:
    """What stands there: the document, how it is divided, and where records stand in it."""
    document = store.arrangement
    there = store.documents
    return (there.passages(document), store.profile, there.placed(document),
            there.left_empty(document), coverage_of(store), store.problems.all())  # fmt: skip


def test_dividing_is_taken_back_and_done_again_as_one(attached: Store) -> None:
    source = {"document": attached.arrangement, "locator": f"{ROLE}.b2"}
    attached.add("agreements", {"title": "Fonds", "kind": "opportunity", "source": source})
    attached.documents.leave_empty([f"passages/{attached.arrangement}.{ROLE}.b1"], "bekend")
    before = state_of(attached)
    redivide(attached, **{f"{ROLE}.p2": "chapter"})
    after = state_of(attached)
    assert before[0] != after[0]
    assert before[2] != after[2]
    for _ in range(2):
        assert attached.undo().changes[0].record.startswith("passages/")
        assert state_of(attached) == before
        attached.redo()
        assert state_of(attached) == after
    (moved,) = [row.id for row in attached.history(None)
                if any(one.field == "source" and one.before for one in row.changes)]  # fmt: skip
    assert attached.changes.preview_undo([moved]).changes
    attached.undo(moved)
    assert state_of(attached) == before
    with pytest.raises(Refused):
        attached.undo(moved)


def test_a_place_that_the_document_lacks_is_a_problem(attached: Store) -> None:
    document = attached.arrangement
    astray = {"document": document, "locator": "2.nergens.b1"}
    added = attached.add("agreements", {"title": "Fonds", "kind": "opportunity"})
    assert attached.problems.all() == []
    with attached.journal.writing() as pen:  # as another laptop can say it
        pen.say([(added, "source", astray), (added, "also_at/2.nergens.b2", True),
                 (added, f"also_at/{ROLE}.b1", True)])  # fmt: skip
    found = [(one.kind, one.record, one.details["field"], one.details["value"])
             for one in attached.problems.all()]  # fmt: skip
    assert found == [
        ("no_place", added, "source", "2.nergens.b1"),
        ("no_place", added, "also_at", "2.nergens.b2"),
    ]


def test_what_leaves_is_counted_as_what_it_is(attached: Store) -> None:
    attached.documents.leave_empty([f"passages/{attached.arrangement}.{BETUWE}.b1"], "aanleiding")
    added = attached.add("agreements", {"title": "Fonds", "kind": "opportunity"})
    attached.note(added, "Gebeld.")
    redivide(attached, **{f"{ROLE}.p2": "chapter"})
    redivide(attached, **{"geld-en-mensen.h": "block"})
    counts = {one.what: one.count for one in attached.shares("partners")}
    assert (counts["entries"], counts["left_empty"]) == (1, 1)
    assert counts["passages"] == len(AGENDA)
