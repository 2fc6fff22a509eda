"""The exchange folders, and which acts each file in them holds, so that it is read once.

``upto`` is the number of the last act of which it is known that the folder lacks none before;
``segment`` is 0 for a file that is none.
"""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.create_table(
        "folders",
        {"id": int, "place": str, "profile": str, "synced": str, "upto": int},
        pk="id",
    )
    db.table("folders").create_index(["place"], unique=True)
    db.create_table("segments", {"id": int, "digest": str, "size": int, "joined": int}, pk="id")
    db.table("segments").create_index(["digest"], unique=True)
    db.create_table(
        "segment_acts", {"segment": int, "act": int, "stub": int}, pk=("act", "segment", "stub")
    )
    db.table("segment_acts").create_index(["segment"])
    db.create_table(
        "folder_files",
        {"folder": int, "name": str, "stamp": str, "day": str, "segment": int},
        pk=("folder", "name"),
    )
    db.table("folder_files").create_index(["segment"])
    db.execute("CREATE INDEX acts_erased ON acts (n) WHERE erased")
