"""A file as people have it: Oost with a document, work of two people, a conflict, an undo,
something set apart and an exchange folder; beside it the copy of its first day."""

import os
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

from seed.releases import ARRANGEMENT, oost
from storage.store import Store
from storage.views.passage import Passage
from tests.chance import known
from tests.storage.test_apart import without_number

VHTO = "agreements/oost-2-twe-04"
OTHER = "agreements/oost-2-ste-01"
TEXT = "Het Platform houdt het contact warm."


def fill(folder: Path) -> Path:
    """The file, in this folder; its bytes are the same each time, but for names of folders."""
    with known("oost"):
        return _filled(folder)


def _filled(folder: Path) -> Path:
    db = folder / "oost.db"
    Store.create(db, ARRANGEMENT, oost())
    theirs = _theirs(db)
    with closing(Store.open(db, "Anna")) as mine:
        mine.documents.attach("oost-2014-2016", [*_passages()])
        mine.edit(VHTO, {"title": "VHTO: van ons", "goal": "meer meisjes"}, "zo besproken")
        mine.note(VHTO, "Eerste kennismaking in Hengelo.", "decision", date="2014-05-06")
        mine.note(VHTO, "alleen voor ons", own=True)
        mine.status(OTHER, "in_progress")
        mine.undo()
        mine.delete("agreements/oost-2-twe-05")
        gone = mine.add("programmes", {"name": "Jet Net", "kind": "network"})
        mine.join(gone, "programmes/jet-net")
        mine.snapshots.import_(theirs)
        spoilt = theirs.with_name("kapot.json")
        spoilt.write_bytes(without_number(theirs.read_bytes(), TEXT.encode()))
        mine.snapshots.import_(spoilt, skip_bad=True)
        mine.exchange.sync(_folder(folder))
    return db


def _theirs(db: Path) -> Path:
    """What someone else did on another laptop, as the file that they send."""
    copy = db.with_name("ander.db")
    copy.write_bytes(db.read_bytes())
    with (
        patch.dict(os.environ, XDG_CONFIG_HOME=str(db.with_name("ander"))),
        closing(Store.open(copy, "Bart")) as store,
    ):
        store.edit(VHTO, {"title": "VHTO: van hen", "text": TEXT})
        store.note("agreements/oost-2-twe-05", "wat zij niet zagen")
        store.edit("regions/twente", {"aliases/Regio Twente": True})
        store.snapshots.export(file := db.with_name("van Bart.json"))
    return file


def _passages() -> list[Passage]:
    return [
        Passage("2.twente.h", ("2", "Twente"), "heading", "Twente"),
        *(
            Passage(f"2.twente.b{n}", ("2", "Twente"), "bullet", f"Punt {n} van de streek.")
            for n in range(1, 12)
        ),
    ]


def _folder(folder: Path) -> Path:
    made = folder / "wisselmap"
    made.mkdir()
    return made
