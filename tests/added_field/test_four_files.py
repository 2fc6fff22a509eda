"""A field more takes four files: its description, a migration, and the two catalogues. On a copy of
the app they are written, and then it is tried there (``tried.py``) on new files and old ones."""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from storage.acts import Setting, make_act
from storage.store import Store
from storage.tables.migrations import VERSION
from tests.storage.small import ARRANGEMENT, VHTO, small
from tui.forms.model.form_fields import field_letters
from tui.locale import LANGUAGES, use

ROOT = Path(__file__).parents[2]
OLDEST = ROOT / "tests" / "data" / "v0.1.0.db.gz"
OUTLAY = """        Field("outlay", "decimal"),
"""
OUTLAY_CAME = '''"""What an agreement may cost."""

from sqlite_utils import Database

from storage.tables.migrations.added_fields import add_field


def migrate(db: Database) -> None:
    add_field(db, "agreements", "outlay")
'''
OF_EACH_FORM = """        Field("risk", choices=("low", "high"), needs={"high": "reason"}),
        Field("mood", needs={"bad": "reason"}, keys=(
            Key("level", choices=("good", "bad"), required=True), Key("reason", long=True),
        )),
        Field("helpers", parts=(Key("task", choices=("much", "some")), _ORGANISATION)),
        Field("owner", refers="people"),
        Field("audit", "date"),
        Field("checked", "flag"),
"""
EACH_CAME = '''"""Fields of each form."""

from sqlite_utils import Database

from storage.tables.migrations.added_fields import add_field, merge_later


def migrate(db: Database) -> None:
    for name in ("risk", "mood_level", "mood_reason", "owner", "audit"):
        add_field(db, "programmes", name)
    add_field(db, "programmes", "checked", int)
    parts = ("tail", "task", "organisation")
    db.create_table("programmes_helpers", dict.fromkeys(parts, str), pk=parts)
    merge_later(db, "programmes")
'''
WORDS = {
    "field.outlay": "outlay", "field.risk": "risico", "field.mood": "stemming",
    "field.helpers": "helpers", "field.owner": "eigenaar", "field.audit": "controle",
    "field.checked": "nagekeken", "choice.risk.low": "klein", "choice.risk.high": "groot",
    "choice.mood.level.good": "goed", "choice.mood.level.bad": "slecht",
    "choice.helpers.much": "veel", "choice.helpers.some": "wat", "field.task": "taak",
}  # fmt: skip


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The app with a outlay for agreements, and fields of each form for programmes."""
    root = tmp_path / "copy"
    for name in ("storage", "tui", "seed"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    described = root / "storage" / "records" / "fields.py"
    for after, fields in (("condition", OUTLAY), ("description", OF_EACH_FORM)):
        (line,) = re.findall(rf'.*Field\("{after}".*\n', described.read_text(encoding="utf-8"))
        change(described, line, line + fields)
    migrations = root / "storage" / "tables" / "migrations"
    for n, came in enumerate((OUTLAY_CAME, EACH_CAME), VERSION + 1):
        (migrations / f"m{n:03}_fields.py").write_text(came, encoding="utf-8")
    for path in root.rglob("arrangement.po"):
        text = path.read_text(encoding="utf-8")
        given = re.search(r'msgid "letters\.agreements"\nmsgstr ("[^"]*"\n)+', text)
        assert given is not None
        words = "".join(f'\nmsgid "{key}"\nmsgstr "{word}"\n' for key, word in WORDS.items())
        text = text.replace(given[0], f'{given[0][:-2]} outlay=y"\n{words}')
        path.write_text(text, encoding="utf-8")
        with path.open("rb") as texts, path.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(texts))
    return root


def files(tmp_path: Path) -> list[Path]:
    """One made by today's version, to which a colleague with a newer one sent a outlay; and one of
    the oldest version."""
    said = [Setting(VHTO, "outlay", "2500", ())]
    newer = make_act(at="2014-10-07T00:00:00.000Z", by="b" * 16, device="d" * 16, seq=1, set=said)
    today, oldest = tmp_path / "today.db", tmp_path / "oldest.db"
    Store.create(today, ARRANGEMENT, [*small(), newer])
    oldest.write_bytes(gzip.decompress(OLDEST.read_bytes()))
    return [today, oldest]


def test_a_field_takes_four_files(tmp_path: Path, copy: Path) -> None:
    given = {}
    for lang in LANGUAGES:
        use(lang)
        given[lang] = field_letters("agreements")
    use("nl")
    done = subprocess.run(
        [sys.executable, "-P", str(Path(__file__).with_name("tried.py"))],
        input=json.dumps({"files": [*map(str, files(tmp_path))], "letters": given}),
        env={**os.environ, "PYTHONPATH": str(copy)},
        cwd=copy,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
