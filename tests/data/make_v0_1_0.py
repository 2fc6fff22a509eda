"""How `v0.1.0.db.gz` and `v0.1.0.ids` beside this file were made, once, with version 0.1.0.

Both are frozen: every later version opens a copy of the file and keeps every act in it
(`tests/storage/test_every_version.py`). Do not make them again; a later release gets a file of
its own, from a copy of this script.

    python -m tests.data.make_v0_1_0 FOLDER

In it: two people on two laptops, a conflict that stands and one that was settled, an undo, a
redo, a deletion that is contested, an own note, a note, a status with evidence and a signal.
"""

import gzip
import os
import sys
import tempfile
from pathlib import Path

from storage.store import Store
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, small, swap

NAME = "v0.1.0"


def make(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as made:
        os.environ["XDG_CONFIG_HOME"] = made
        target = Path(made) / "ann.db"
        Store.create(target, ARRANGEMENT, small())
        ann = Store(target, by="Ann Annema")
        ann.backup(Path(made) / "bob.db")
        bob = Store(Path(made) / "bob.db", by="Bob Bobbink")
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
        swap(ann, bob)
        ids = sorted(row.id for row in ann.history(None))
        ann.close()
        bob.close()
        (folder / f"{NAME}.db.gz").write_bytes(gzip.compress(target.read_bytes(), mtime=0))
    (folder / f"{NAME}.ids").write_text("".join(f"{id_}\n" for id_ in ids))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
