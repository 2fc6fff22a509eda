"""How `v0.2.0-erased.db.gz`, its `.ids` and its `.json.gz` were made, once, by version 0.2.0.

Frozen, as `make_v0_1_0.py` says of the first ones. In it all that `make_v0_2_0_tables_5.py` has, an
exchange folder, an add that was taken back while someone noted something about it, and what is
left of erased acts: of one that is here whole, of one that never came, and of one that no act
erases, which that version took for the undo of a change. The `.json.gz` is what it exported.

    python -m tests.data.make_v0_2_0_erased FOLDER
"""

import gzip
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from storage.views.many import Step

from storage.acts import Act, Setting, Stub, make_act, make_stub, read_stub
from storage.store import Store
from storage.views import Passage
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, small, swap, take
from tests.storage.written import file_of

NAME = "v0.2.0-erased"


def make(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as made:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = made
        for name in ("ann", "bob", "map"):
            (Path(made) / name).mkdir()
        target = Path(made) / "ann" / "klein.db"
        Store.create(target, ARRANGEMENT, small())
        ann = Store(target, by="Ann Annema", today=date(2026, 11, 29))
        ann.backup(Path(made) / "bob" / "klein.db")
        bob = Store(Path(made) / "bob" / "klein.db", by="Bob Bobbink")
        ann.edit(VHTO, {"title": "VHTO: van Ann", "programmes/jet-net": True}, "zo heet het")
        bob.edit(VHTO, {"title": "VHTO: van Bob"})
        bob.edit(BOOST, {"text": "van Bob"})
        ann.edit(BOOST, {"text": "van Ann"})
        third = ann.add("agreements", {"title": "Derde", "kind": "request", "regions/twente": True})
        swap(ann, bob)
        ann.resolve(BOOST, "text", "van Ann en Bob", "besproken")
        ann.delete(third, "dubbel")
        bob.note(third, "niet weggooien", kind="remark")
        ann.note(VHTO, "alleen voor ons", own=True)
        ann.status(VHTO, "met", evidence="het verslag")
        ann.edit(VHTO, {"signal": {"colour": "amber", "reason": "loopt uit"}})
        ann.undo()
        ann.redo()
        ann.edit(BOOST, {"term": {"phrase": "voor de zomer van 2014", "to": "2014-06-30"}})
        ann.undo()
        twice = ann.add("organisations", {"name": "VHTO, nog eens"})
        ann.join(twice, "organisations/vhto", "dezelfde")
        ann.edit_many([VHTO, BOOST], Step({"goal": "samen gezegd"}, why="in één keer"))
        ann.attach("klein", [Passage("2.twente.b1", ("2", "Twente"), "bullet", "De zin zelf.")])
        swap(ann, bob)
        goal = ann.history(VHTO)[0].id
        trial = ann.add("glossary", {"abbreviation": "PT", "expansion": "Proeftuin"})
        swap(ann, bob)
        bob.note(trial, "gebeld")
        ann.undo()
        swap(ann, bob)
        for acts, stubs in _erased(goal):
            take(ann, file_of(acts, stubs))
        ann.sync(Path(made) / "map", "internal")
        ids = sorted(row.id for row in ann.history(None))
        sent = ann.snapshot("internal")
        ann.close()
        bob.close()
        (folder / f"{NAME}.db.gz").write_bytes(gzip.compress(target.read_bytes(), mtime=0))
        (folder / f"{NAME}.json.gz").write_bytes(gzip.compress(sent, mtime=0))
    (folder / f"{NAME}.ids").write_text("".join(f"{id_}\n" for id_ in ids))


def _erased(goal: str) -> list[tuple[list[Act], list[Stub]]]:
    """Acts of someone elsewhere, and stubs, by file; the one that nothing erases would undo
    ``goal``."""
    who = {"at": "2026-11-28T09:00:00.000Z", "by": "eva", "device": "eva"}
    here, away = (
        make_act(seq=n, why=f"genoemd: {name}", set=[Setting(BOOST, field, f"{name}", ())], **who)
        for n, field, name in ((1, "condition", "Piet Pieters"), (2, "reading", "Klaas Klaassen"))
    )
    said = (Setting(BOOST, "condition", "[naam]", (here.id,)),
            Setting(BOOST, "reading", "[naam]", (away.id,)))  # fmt: skip
    erasing = make_act(seq=3, set=said, erase=[here.id, away.id], **who)
    forged = read_stub({"id": "f" * 64, "set": [[VHTO, "title", []]], "undo": [goal]})
    return [([here, erasing], [make_stub(away), forged]), ([], [make_stub(here)])]


if __name__ == "__main__":
    make(Path(sys.argv[1]))
