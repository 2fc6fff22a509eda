"""What holds of a field ``outlay`` of agreements, in the app in which this runs."""

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner

import storage
from storage.store import Store
from tui.cli.group import cli
from tui.forms.model.answer import LongText
from tui.forms.model.choice_answers import One, YesNo
from tui.forms.model.form_fields import field_letters, fields_of
from tui.forms.model.record_answers import FormBuilder
from tui.forms.model.set_answer import Several
from tui.forms.model.typed_answers import Day
from tui.locale import LANGUAGES, use
from tui.words.contents.plain_text import text_lines

LABEL = "Outlay      "


def run(db: str, *words: str, code: int = 0) -> str:
    result = CliRunner().invoke(cli, ["--db", db, "--lang", "nl", *words])
    assert result.exit_code == code, (words, result.output, result.exception)
    return result.stdout if code == 0 else result.stderr


def tried(db: str, sent: str | None) -> None:
    """Page, form, command line, tables and files, on one file; ``sent`` is what a colleague said
    before this version came."""
    (first, *_) = json.loads(run(db, "list", "agreements", "--format", "json"))
    code = first["code"]
    assert first["outlay"] == sent
    if sent is not None:
        assert f"{LABEL}{sent}" in run(db, "show", code)
    assert "veel" in run(db, "edit", code, "outlay=veel", code=1)
    run(db, "edit", code, "outlay=25000.5")
    assert json.loads(run(db, "show", code, "--format", "json"))["outlay"] == "25000.5"
    assert f"{LABEL}25000,5" in run(db, "show", code)
    assert "outlay" in run(db, "list", "agreements", "--format", "csv").splitlines()[0]
    run(db, "check")
    with closing(sqlite3.connect(db)) as connection:
        query = "SELECT outlay FROM agreements WHERE code = ?"
        assert connection.execute(query, (code,)).fetchall() == [("25000.5",)]
    with closing(Store.open(Path(db))) as store:
        record = store.record(first["id"])
        answers = [
            one for group in FormBuilder(store, "agreements", record).groups() for one in group
        ]
        (line,) = (answer for answer in answers if answer.key == "outlay")
        assert (line.label, line.text, line.read()) == ("Outlay", "25000,5", "25000.5")
        (field,) = (one for one in fields_of(store, "agreements", record) if one.key == "outlay")
        assert (field.letter, field.said) == ("y", "25000,5")
        assert any(LABEL in one for one in text_lines(store.page(first["id"]), "2016"))
        store.edit(first["id"], {"outlay": None})
        assert not any(LABEL in one for one in text_lines(store.page(first["id"]), "2016"))


def each_form(db: str) -> None:
    """A choice, an object, a set, a reference, a date and a flag, told and asked as such."""
    about, words = "programmes/jet-net", ("--why", "te duur")
    assert "reden" in run(db, "edit", about, "risk=groot", code=1)
    run(db, "edit", about, "risk=groot", *words)
    assert "reden" in run(db, "edit", about, "mood=slecht", code=1)
    run(db, "edit", about, "mood=slecht:te laat", "helpers+=wat:VHTO", "owner=P. Persoon",
        "audit=2027-02-01", "checked=ja")  # fmt: skip
    found = json.loads(run(db, "show", about, "--format", "json"))
    assert (found["risk"], found["audit"], found["checked"]) == ("high", "2027-02-01", True)
    assert found["mood"] == {"level": "bad", "reason": "te laat"}
    assert found["helpers"] == [{"task": "some", "organisation": "vhto"}]
    assert found["owner"] == "een"
    page = run(db, "show", about)
    told = {
        "Risico": "groot", "Eigenaar": "P. Persoon", "Nagekeken": "ja",
        "Controle": "1 februari 2027", "Stemming": "slecht: te laat",
    }  # fmt: skip
    for label, said in told.items():
        assert f"{label:<12}{said}" in page, page
    run(db, "check")
    with closing(Store.open(Path(db))) as store:
        groups = FormBuilder(store, "programmes", store.record(about)).groups()
        asked = {answer.key: answer for group in groups for answer in group}
    kinds = {"risk": One, "mood.level": One, "mood.reason": LongText, "helpers": Several,
             "owner": One, "audit": Day, "checked": YesNo}  # fmt: skip
    assert {key: type(asked[key]) for key in kinds} == kinds
    assert asked["mood.level"].text == "slecht"


def main() -> None:
    assert Path(storage.__file__).parents[1] == Path.cwd()
    given = json.load(sys.stdin)
    for lang in LANGUAGES:
        use(lang)
        assert field_letters("agreements") == {**given["letters"][lang], "outlay": "y"}
    use("nl")
    today, oldest = given["files"]
    tried(today, "2500")
    tried(oldest, None)
    each_form(today)
    described = json.loads(run(today, "schema"))["$defs"]
    assert described["typed.mood"]["properties"]["level"]["enum"] == ["good", "bad"]
    assert "outlay" in described["agreements"]["properties"]
    assert described["typed.agreements"]["properties"]["outlay"]["anyOf"][0]["pattern"]


main()
