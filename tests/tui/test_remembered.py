"""What the configuration remembers of a file, of whatever shape it is, never ends a start."""

import json
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from storage.identity import device_identity, remembered
from storage.store import Store
from tests.tui.driving import VHTO, driven
from tui.commands import keymap
from tui.locale import refusal
from tui.screens.registry import SCREENS
from tui.screens.settings import remap
from tui.user import settings as chosen
from tui.user import state

NAMES = (
    *("pane", "view", "heads", "region", "agreements/oost-2-twe-04", "note agreements/x", "said"),
    *("saw", "device", "token", "authors", "current", "sent", "told", "version", "drafts"),
)
TEXTS = st.one_of(
    st.sampled_from((*NAMES, VHTO, "deleted", "\x00", "\ud800", "", "0001-01-01T00:00:00+14:00")),
    st.text(),
)
ANY = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.just(10**30), st.floats(), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=8,
)  # fmt: skip


def like(whole: Any) -> st.SearchStrategy[Any]:
    """Any JSON, and what is remembered with something of another shape in any place of it."""
    if isinstance(whole, dict):
        inner = st.fixed_dictionaries({name: like(value) for name, value in whole.items()})
    elif isinstance(whole, list):
        inner = st.tuples(*map(like, whole)).map(list)
    else:
        inner = st.just(whole)
    return st.integers(0, 5).flatmap(lambda n: inner if n else ANY)


PLACE = {
    "pane": 0, "region": "twente", "programme": None, "party": "vhto", "view": "all",
    "terms": "late:yes -status:met",
    "heads": "lead", "sort": "number", "agreement": VHTO, "about": None, "ours": "platform",
    "sidebar": 30, "share": 50, "marks": [VHTO], "folder": "/tmp", "visited": 3,
}  # fmt: skip
DRAFTS = {
    "version": 1,
    "drafts": {
        f"note {VHTO}": {
            "said": {"text": "gebeld", "kind": ["remark", "opmerking"]},
            "saw": {"title": [["a"], ["b"]]},
            "at": "2027-09-14T10:00:00+00:00", "open": False, "name": "VHTO",
        },
        VHTO: {
            "said": {"title": "VHTO", "regions": [["gelderland"], [], [], ""], "made": {}},
            "saw": {}, "at": "2027-09-14T10:00:00", "open": True, "name": "VHTO",
        },
    },
}  # fmt: skip
MEMORY = {"sent": {"a8": 3}, "told": {"who": "2027-09-14"}}


WORDS = st.sampled_from(
    ["nl", "dark", "ascii", "s", "ctrl+", "alt+x", "f5", "ctrl+\n", "\x7f", "é", "", "enter"]
)
TOML = st.recursive(
    st.one_of(st.booleans(), st.integers(-(2**63), 2**63 - 1), WORDS),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


def as_toml(value: Any) -> str:
    if isinstance(value, dict):
        inside = (f"{json.dumps(name)} = {as_toml(one)}" for name, one in value.items())
        return f"{{{', '.join(inside)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(as_toml, value))}]"
    return json.dumps(value).replace("\x7f", "\\u007f")


def drafts_of(db: Path) -> Path:
    return state.place_of(db).parent.with_name("drafts") / state.place_of(db).name


def put(path: Path, found: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(found), encoding="utf-8")


@pytest.mark.parametrize(
    "wrong",
    [{"heads": []}, {"sort": {}}, {"view": ["open"]}, {"pane": True}, {"pane": 1.0},
     {"visited": 10**30}, {"visited": -1}, {"region": "\ud800"}, {"folder": "\x00"},
     {"marks": ["\ud800"]}, {"sidebar": "30"}, {"share": 10**30}],
)  # fmt: skip
def test_only_what_makes_no_sense_is_left(db: Path, wrong: dict[str, object]) -> None:
    put(state.place_of(db), {**wrong, "agreement": VHTO})
    assert state.load(db) == state.ScreenState(agreement=VHTO)


@given(found=like(PLACE))
@settings(max_examples=150)
def test_a_place_of_any_shape_is_read_as_one_that_can_be_kept(found: Any) -> None:
    with TemporaryDirectory() as folder:
        db = Path(folder) / "any.db"
        put(state.place_of(db), found)
        kept = state.load(db)
        state.save(db, kept)
        assert state.load(db) == kept
        assert kept.place == state.ScreenState().place or isinstance(found, dict)


@given(data=st.data(), told=like(MEMORY))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_who_writes_here_of_any_shape_is_known_or_new(
    db: Path, data: st.DataObject, told: Any
) -> None:
    with closing(Store.open(db)) as store:
        store.note(VHTO, "gebeld")  # from now on the file and the configuration fit
    known = json.loads(device_identity.configuration(db, "devices").read_text(encoding="utf-8"))
    put(device_identity.configuration(db, "devices"), data.draw(like(known)))
    put(device_identity.configuration(db, "care"), told)
    remembered.save(db, remembered.load(db))
    with closing(Store.open(db)) as store:
        store.note(VHTO, "nog eens gebeld")
        assert store.check() == []


@given(
    st.dictionaries(
        st.sampled_from(["language", "theme", "signs", "letters", "animation", "keys", "x"]),
        st.one_of(TOML, st.dictionaries(st.sampled_from(["undo", "status", "x y", ""]), TOML)),
    )
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_settings_of_any_shape_are_chosen_or_told(home: Path, found: dict[str, Any]) -> None:
    text = "".join(f"{json.dumps(name)} = {as_toml(value)}\n" for name, value in found.items())
    chosen.place().parent.mkdir(parents=True, exist_ok=True)
    chosen.place().write_text(text, encoding="utf-8")
    kept = remap.sound(chosen.load(), SCREENS)
    keymap.use_keys(kept.keys, letters=kept.letters)
    for changed in keymap.chosen_keys().values():
        assert all(map(keymap.shown_key, changed.split(",")))
    for problem in kept.problems:
        assert refusal(problem.key, problem.details)
    assert kept.problems or set(found) <= set(kept._fields)
    chosen.save(kept)
    assert remap.sound(chosen.load(), SCREENS) == kept._replace(problems=())


@given(place=like(PLACE), drafts=like(DRAFTS))
@settings(
    max_examples=6,
    phases=(Phase.explicit, Phase.generate),  # to look for less takes minutes on a screen
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
async def test_a_start_shows_the_arrangement_whatever_is_remembered(
    whole: Path, place: Any, drafts: Any
) -> None:
    put(state.place_of(whole), place)
    put(drafts_of(whole), drafts)
    async with driven(whole) as screen:
        await screen.press("enter", "escape", "escape", "escape")  # of the drafts that are offered
        await screen.press("3", "t", "t", "backspace", "B", "escape", "S", "escape", "0", "escape")
        assert "1 Regio's" in screen.text
