"""One change, whoever gives it: a form that was filled in, the command line, or the store."""

import json
import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.errors import Refused
from storage.store import Store
from tests.cli.conftest import Desk
from tests.storage.small import ARRANGEMENT, VHTO, small
from tui.cli.stderr import refusal_line
from tui.forms.edit.record_form import RecordForm
from tui.user.drafts import Drafts

WORDS = st.text("abc é[/]:=\"'", min_size=1, max_size=8).map(str.strip).filter(bool)
VALUES = {
    "title": WORDS,
    "goal": WORDS | st.none(),
    "kind": st.sampled_from(["commitment", "ambition"]),
    "status": st.sampled_from(["open", "on_hold", "lapsed", "met", None]),
    "signal.colour": st.sampled_from(["green", "red"]),
    "term.to": st.sampled_from(["2013-01-31", "2014-12-31"]),
}
ELEMENTS = ("regions/twente", "programmes/jet-net", "parties/lead/vhto", "parties/lead/platform")
CHANGES = st.fixed_dictionaries(
    {}, optional={**VALUES, **dict.fromkeys(ELEMENTS, st.booleans())}
).filter(bool)
NEW = {"title": "Nieuw", "kind": "request", "code": "KLEIN-2-TWE-09"}
Changes = dict[str, Any]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file in which a person has written on top of the seed."""
    path = tmp_path_factory.mktemp("begun") / "klein.db"
    Store.create(path, ARRANGEMENT, small())
    with closing(Store(path, "ann")) as store:
        store.edit(VHTO, {"goal": "meer meisjes", "term": {"phrase": "x", "from": "2014-01-01"}})
    return path


@settings(max_examples=15, deadline=None)
@given(changes=CHANGES, why=st.none() | WORDS, record=st.sampled_from([VHTO, None]))
def test_the_same_change_gives_the_same_act(
    begun: Path, changes: Changes, why: str | None, record: str | None
) -> None:
    """Its fields, values and parents, and the reason; or the same refusal, and no act."""
    changes = changes if record else {**NEW, **changes}
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for give in (by_form, by_command, by_store):
            path = Path(shutil.copy(begun, Path(folder) / f"{give.__name__}.db"))
            with closing(Store(path, "ann")) as store:
                before, told = acts(store), ""
                try:
                    told = give(store, record, changes, why)
                except Refused as refused:
                    told = f"{refusal_line(refused)}\n"
                found.append(acts(store)[len(before) :] or told)
    assert found[0] == found[1] == found[2]


def by_form(store: Store, record: str | None, changes: Changes, why: str | None) -> str:
    form = RecordForm(store, "agreements", record, drafts=Drafts())
    lines = {answer.key: answer for answer in form.state.answers}
    for field, value in {**changes, "why": why}.items():
        if field not in ELEMENTS:
            lines[field].bring(lines[field].state_of(value))
            continue
        line = next(line for key, line in lines.items() if field.startswith(f"{key}/"))
        element, (put_in, out, *rest) = field.partition("/")[2], line.kept
        if value != (element in line.elements):
            (put_in if value else out).append(element)
        line.bring((put_in, out, *rest))
    store.apply(form.state.change(record, form.watched))
    return ""


def by_command(store: Store, record: str | None, changes: Changes, why: str | None) -> str:
    words: list[str] = ["edit", record] if record else ["add", "agreements"]
    for field, value in changes.items():
        name, *rest = field.split("/")
        sign = ("+=" if value else "-=") if rest else "="
        words.append(f"{name}{sign}{':'.join(rest) or value or ''}")
    return Desk(store.path, "ann").attempt(*words, *(["--why", why] if why else [])).stderr


def by_store(store: Store, record: str | None, changes: Changes, why: str | None) -> str:
    sets: Changes = {}
    held = store.record(record) if record else {}
    for field, value in changes.items():
        name, dot, key = field.partition(".")
        sets[name] = {**(held.get(name) or {}), key: value} if dot else value  # type: ignore[dict-item]
    if record:
        store.edit(record, sets, why)
    else:
        store.add("agreements", sets, why)
    return ""


def acts(store: Store) -> list[Changes]:
    """What acts say, without who, when and on which device; a record that was added is "new"."""
    query = "SELECT body FROM acts WHERE instr(body, '\"authors/') = 0 ORDER BY n"
    rows = store.connection.execute(query).fetchall()
    found = [json.loads(body) for (body,) in rows]
    for act in found:
        added = {said[0] for said in act["set"] if said[1:] == ["life", "live", []]}
        act["set"] = [["new" if said[0] in added else said[0], *said[1:]] for said in act["set"]]
    return [{key: act.get(key) for key in ("set", "why", "saw", "scope")} for act in found]
