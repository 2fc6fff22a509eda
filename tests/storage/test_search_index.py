"""The search index: kept up with every act it is as one made anew, and a damaged one is mended."""

import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seed.seed_acts import acts
from seed.seeded import Seeded
from storage.errors import Refused
from storage.queries.search import planning
from storage.store import Store
from storage.tables.database import transaction
from storage.tables.search_words import make_index_anew, stored_words
from tests.depth import examples
from tests.storage.small import ARRANGEMENT, BOOST, VHTO

PLATFORM, OTHER = "organisations/platform", "organisations/vhto"
SAID = [
    "Fonds voor regio’s",
    "fondsen van havo/vwo; bèta in 2015",
    "Fonds",
    "het fonds\nvoor",
    "2015",
]
FIELDS = [(VHTO, "title"), (BOOST, "text"), (VHTO, "goal"), (PLATFORM, "name"), (OTHER, "role")]
WHY = [None, "om te proberen", "het fonds"]
STEPS = st.one_of(
    st.tuples(
        st.just("edit"), st.sampled_from(FIELDS), st.sampled_from(SAID), st.sampled_from(WHY)
    ),
    st.tuples(st.just("note"), st.sampled_from([VHTO, PLATFORM]), st.sampled_from(SAID)),
    st.tuples(st.sampled_from(["delete", "restore"]), st.sampled_from([VHTO, BOOST, OTHER])),
    st.sampled_from([("join", OTHER, PLATFORM), ("part",), ("undo",), ("redo",), ("erase",)]),
)


def step(store: Store, does: str, *said: Any) -> None:
    """One of the things that people do."""
    if does == "edit":
        (record, field), text, why = said
        store.edit(record, {field: text}, why)
    elif does == "part":
        store.edit(OTHER, {"joined": None})
    elif does == "erase":
        store.erasures.erase([store.history(None)[0].id], why="het fonds")
    else:
        getattr(store, does)(*said)


def index(store: Store) -> object:
    """Every row that search reads, whatever its number."""
    query = "SELECT record, code, title, names, body, fields, links FROM texts ORDER BY record"
    return store.connection.execute(query).fetchall(), stored_words(store.connection)


@given(st.lists(STEPS, min_size=1, max_size=12))
@examples(5)
@example([("edit", (VHTO, "text"), SAID[1], WHY[1]), ("note", VHTO, SAID[0]), ("erase",)])
@example(
    [("edit", (OTHER, "name"), SAID[2], None), ("join", OTHER, PLATFORM), ("undo",), ("redo",)]
)
@example([("edit", (BOOST, "goal"), SAID[2], WHY[2]), ("delete", BOOST), ("undo",), ("undo",)])
def test_whatever_is_done_the_index_is_as_one_made_anew(template: Path, steps: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(template, folder))
        with closing(Store(path, by="ann")) as store:
            for one in steps:
                with suppress(Refused):  # what cannot be done changes nothing
                    step(store, *one)
            kept = index(store)
            assert store.check() == []
            with transaction(store.connection):
                make_index_anew(store.connection)
            assert index(store) == kept


HARM = {
    "words are gone": "DELETE FROM words",
    "rows are gone": "DELETE FROM texts_fts_agreements_docsize",
    "pages are spoilt": "UPDATE texts_fts_agreements_data SET block = x'00ff00' WHERE id > 1",
    "pages are gone": "DELETE FROM texts_fts_agreements_data",
    "the table of pages is gone": "DROP TABLE texts_fts_pointed_data",
    "the table of settings is gone": "DROP TABLE texts_fts_others_config",
    "the table of words is gone": "DROP TABLE words",
    "a view is gone": "DROP VIEW texts_of_agreements",
    "a trigger is gone": "DROP TRIGGER texts_fts_agreements_update",
}


@pytest.mark.parametrize("statement", HARM.values(), ids=HARM)
def test_a_damaged_index_is_told_and_made_anew_by_a_search(ann: Store, statement: str) -> None:
    before = ann.search("schakels", 5)
    assert before.hits[0].id == VHTO
    ann.connection.execute(statement)
    assert {one.kind for one in ann.check()} == {"table_differs"}
    ann.close()
    again = Store.open(ann.path)
    assert again.search("schakels", 5) == before
    assert again.check() == []
    again.close()


@pytest.mark.parametrize("statement", [one for one in HARM.values() if "DROP" in one])
def test_a_damaged_index_is_made_anew_by_a_change(ann: Store, statement: str) -> None:
    ann.connection.execute(statement)
    ann.edit(VHTO, {"goal": "kamelen"}, "om te proberen")
    assert [hit.id for hit in ann.search("kamelen", 5).hits] == [VHTO]
    assert len(ann.history(VHTO)) == 2  # what was taken back was done again once
    assert ann.check() == []


def test_texts_that_are_gone_are_made_of_the_records(ann: Store) -> None:
    before = index(ann)
    ann.connection.execute("DROP TABLE texts")
    assert ann.search("schakel", 5).hits[0].id == VHTO
    assert index(ann) == before
    assert ann.check() == []


def test_it_is_mended_while_the_file_is_open(ann: Store) -> None:
    before = ann.search("schakel", 5)
    ann.connection.execute(HARM["pages are spoilt"])
    assert ann.search("schakel", 5) == before


def test_texts_of_numbers_alone_are_no_damage(tmp_path: Path) -> None:
    """No word is kept of them, so that there are texts without words."""
    path = tmp_path / "klein.db"
    Store.create(path, ARRANGEMENT)
    with closing(Store(path, by="7")) as store:
        passage = store.add("passages", {"locator": "12"}, "2014")
        assert store.check() == []
        assert [hit.id for hit in store.search("12", 5).hits] == [passage]
        assert store.check() == []


Ask = Callable[[str], list[str]]


@pytest.fixture
def ask(ann: Store) -> Ask:
    ann.edit(VHTO, {"text": "De investeringsfondsen van Überlingen; techniekpactdag.", "term": {
        "phrase": "voor 2015", "from": None, "to": None, "precision": "none", "nature": "once",
        "every": None, "trigger": "Er is een coördinator aangesteld.",
    }}, "de banketbakker wilde het")  # fmt: skip
    return lambda words: [hit.id for hit in ann.search(words, 5).hits]


@pytest.mark.parametrize(
    "words",
    [
        "investeringsfonds", "investerings fonds", "fonds", "fondsen", "uberlingen",
        "investeringsfodnsen", "invstringsfondsen", "dag van het techniekpact", "aangestelde",
        "coordinator", "twe-01", "schakels", "vtho", "shcakle",
    ],
)  # fmt: skip
def test_a_word_is_found_in_other_forms(ask: Ask, words: str) -> None:
    assert VHTO in ask(words)


def test_the_reason_of_a_change_is_found_under_what_it_changed(ask: Ask, ann: Store) -> None:
    (hit,) = ann.search("banketbakker", 5).hits
    assert (hit.type, hit.code) == ("acts", "KLEIN-2-TWE-01")
    assert hit.snippet is not None
    assert hit.snippet.text[slice(*hit.snippet.marks[0])] == "banketbakker"


def test_what_is_nowhere_is_left_out_and_told(ask: Ask, ann: Store) -> None:
    assert ask("qwertzuiop") == []
    found = ann.search("schakel qwertzuiop", 5)
    assert [(note.how, note.typed) for note in found.notes] == [("dropped", "qwertzuiop")]
    assert found.hits[0].id == VHTO
    assert ann.search("shcakel", 5).notes[0] == ("corrected", "shcakel", "schakel")
    assert ann.search("shcakel", 5, literal=True).hits == ()


def test_words_made_of_a_frequent_word_are_found_where_few_have_it_itself(
    ask: Ask, ann: Store
) -> None:
    ann.edit(BOOST, {"goal": "een fonds"})
    with mock.patch.object(planning, "ENOUGH", 1):
        assert {VHTO, BOOST} <= {*ask("fonds")}


def test_a_title_typed_in_full_comes_first_of_many_that_hold_it(tmp_path: Path) -> None:
    titles = [*(f"Een plan voor techniek {n}" for n in range(60)), "Plan voor techniek"]
    said = [Seeded(f"agreements/{n:03}", {"title": title}) for n, title in enumerate(titles)]
    path = tmp_path / "klein.db"
    Store.create(path, ARRANGEMENT, acts(said))
    with closing(Store(path, by="7")) as store:
        assert [hit.title for hit in store.search("plan voor techniek", 1).hits] == titles[-1:]
