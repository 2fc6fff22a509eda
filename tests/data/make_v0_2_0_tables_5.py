"""How `v0.2.0-tables-5.db.gz` and its `.ids` were made, once, before version 0.2.0 got tables for
exchange folders.

Frozen, as `make_v0_1_0.py` says of the first ones. In it all of that, and what came to the tables
since: files through which acts came, a line set apart from a spoilt one, a record joined to
another, one change in several records, a passage of the document.

    python -m tests.data.make_v0_2_0_tables_5 FOLDER
"""

import gzip
import os
import sys
import tempfile
from pathlib import Path

from storage.views.many import Step

from storage.store import Store
from storage.views import Passage
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, small, swap, take

NAME = "v0.2.0-tables-5"


def make(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as made:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = made
        for name in ("ann", "bob"):
            (Path(made) / name).mkdir()
        target = Path(made) / "ann" / "klein.db"
        Store.create(target, ARRANGEMENT, small())
        ann = Store(target, by="Ann Annema")
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
        bob.edit(BOOST, {"condition": "goed"})
        bob.edit(BOOST, {"reading": "bedorven onderweg"})
        take(ann, spoilt(bob.snapshot(), b"bedorven onderweg"), skip_bad=True)
        ids = sorted(row.id for row in ann.history(None))
        ann.close()
        bob.close()
        (folder / f"{NAME}.db.gz").write_bytes(gzip.compress(target.read_bytes(), mtime=0))
    (folder / f"{NAME}.ids").write_text("".join(f"{id_}\n" for id_ in ids))


def spoilt(data: bytes, word: bytes) -> bytes:
    """A snapshot of which the act with this word is none any more."""
    lines = data.split(b"\n")
    (at,) = (n for n, line in enumerate(lines) if word in line and b'"set":[' in line)
    lines[at] = lines[at].replace(b'"v":1}', b'"v":"1"}')
    return b"\n".join(lines)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
