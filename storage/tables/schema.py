"""The tables and how they came to be. A migration changes tables, never acts."""

from sqlite_utils import Database, Migrations

from storage.tables.first_tables import RECORDS, SETS, STATE

migrations = Migrations("arrangement")


@migrations()
def m001_acts(db: Database) -> None:
    """The acts as they came, what each says of which field, and what is waited for."""
    db.create_table("meta", {"key": str, "value": str}, pk="key")
    db.create_table(
        "acts",
        {
            "n": int, "id": str, "at": str, "by": str, "device": str, "seq": int, "why": str,
            "scope": str, "void": int, "erased": int, "pending": str, "arrived": str, "body": str,
        },
        pk="n",
        not_null={"id", "void", "erased", "arrived", "body"},
    )  # fmt: skip
    db.table("acts").create_index(["id"], unique=True)
    db.table("acts").create_index(["device", "seq"])
    db.create_table("said", {"record": str, "field": str, "act": int, "value": str, "parents": str})
    db.table("said").create_index(["record", "field"])
    db.table("said").create_index(["act"])
    db.create_table("undone", {"target": str, "act": str}, pk=("target", "act"))
    db.table("undone").create_index(["act"])
    db.create_table("awaited", {"act": str, "record": str}, pk=("act", "record"))
    db.create_table(
        "quarantine",
        {"n": int, "file": str, "line": int, "reason": str, "data": bytes, "arrived": str},
        pk="n",
    )
    db.create_table("imported", {"digest": str, "acts": int, "arrived": str}, pk="digest")
    db.create_table("disputed", {"record": str, "field": str}, pk=("record", "field"))


@migrations()
def m002_records(db: Database) -> None:
    """One table for each type of record and one for each set, as contract §1 had them then."""
    whole = {"done", "expanded_in_source"}
    for type_, fields in RECORDS.items():
        names = [*STATE, *fields]
        db.create_table(type_, {name: int if name in whole else str for name in names}, pk="tail")
    for table, parts in SETS.items():
        db.create_table(table, dict.fromkeys(["tail", *parts], str), pk=["tail", *parts])
        db.table(table).create_index(parts)
    db.table("entries").create_index(["about"])
    db.table("agreements").create_index(["code"])


@migrations()
def m003_search(db: Database) -> None:
    """Full text over titles, texts, names, aliases and abbreviations, kept up by triggers."""
    db.create_table(
        "texts",
        {"n": int, "record": str, "type": str, "code": str, "title": str, "body": str},
        pk="n",  # the index refers to rows by number, which must survive a VACUUM
    )
    db.table("texts").create_index(["record"], unique=True)
    db.table("texts").enable_fts(
        ["code", "title", "body"],
        tokenize="unicode61 remove_diacritics 2",
        create_triggers=True,
    )


@migrations()
def m004_arrivals(db: Database) -> None:
    """Through which file acts came, by the numbers they got here; and acts by their time, which
    opens a history of very many at once. Of what came before nobody knows the file."""
    db.create_table("arrivals", {"first": int, "last": int, "file": str}, pk="first")
    db.execute("CREATE INDEX acts_by_time ON acts (at, by) WHERE NOT erased")


@migrations()
def m005_joined(db: Database) -> None:
    """The few records that were joined to another are found without reading all."""
    for type_, fields in RECORDS.items():
        if "joined" in fields:
            db.execute(
                f"CREATE INDEX [idx_{type_}_joined] ON [{type_}] (joined) WHERE joined IS NOT NULL"
            )


@migrations()
def m006_folders(db: Database) -> None:
    """The exchange folders, and which acts each file in them holds, so that it is read once.

    ``upto`` is the number of the last act of which it is known that the folder lacks none before;
    ``segment`` is 0 for a file that is none.
    """
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


@migrations()
def m007_here(db: Database) -> None:
    """Which acts were written in this file: a fact that no act can claim (contract §2, `seq`), and
    the device ids that this file gave up because another laptop wrote under them too.

    Of what older versions wrote: what is written here claims the very time of its arrival, and
    came through no file. And no act arrived before an earlier one, whatever the clock said.
    """
    db.execute("ALTER TABLE acts ADD COLUMN here INTEGER NOT NULL DEFAULT 0")
    db.execute(
        "UPDATE acts SET here = 1 WHERE NOT erased AND at = arrived AND device <> 'seed'"
        " AND NOT EXISTS (SELECT 1 FROM arrivals WHERE n BETWEEN first AND last)"
    )
    db.execute(
        "UPDATE acts SET arrived = sequence.latest FROM"
        " (SELECT n, max(arrived) OVER (ORDER BY n) AS latest FROM acts) sequence"
        " WHERE sequence.n = acts.n AND acts.arrived < sequence.latest"
    )
    db.execute("CREATE INDEX acts_here ON acts (by, n) WHERE here")
    db.execute("DROP INDEX idx_acts_device_seq")
    db.execute("CREATE INDEX acts_by_device ON acts (device, here, seq)")
    db.create_table("cloned", {"device": str}, pk="device")


@migrations()
def m008_contested(db: Database) -> None:
    """Records of which the rows are no longer what the acts make: they are merged again once the
    tables are there. Since this version a record whose adding was taken back is one too, where
    something else is said of it."""
    db.create_table("stale", {"record": str}, pk="record")
    db.execute("INSERT INTO stale SELECT record FROM disputed WHERE field = 'life'")


@migrations()
def m009_seeds(db: Database) -> None:
    """Acts that are set apart although they are valid, by their ids; and which of them a segment
    holds, of which the rest is known here."""
    db.table("quarantine").add_column("act", str)
    db.table("quarantine").create_index(["act"])
    db.create_table("segment_apart", {"segment": int, "act": str}, pk=("segment", "act"))


@migrations()
def m010_fields(db: Database) -> None:
    """Where a passage stands in its document, in which function someone acts, and searches that
    are kept. What came in before this version said of them is merged into the tables."""
    db.table("passages").add_column("position", str)
    db.table("entries").add_column("function", str)
    db.create_table("searches", dict.fromkeys([*STATE, "name", "query", "joined"], str), pk="tail")
    db.execute("CREATE INDEX idx_searches_joined ON searches (joined) WHERE joined IS NOT NULL")
    db.execute(
        "INSERT OR IGNORE INTO stale SELECT DISTINCT record FROM said"
        " WHERE record >= 'searches/' AND record < 'searches0'"
        " OR (record >= 'passages/' AND record < 'passages0' AND field = 'position')"
        " OR (record >= 'entries/' AND record < 'entries0' AND field = 'function')"
    )


@migrations()
def m011_erasing(db: Database) -> None:
    """Which acts erase which, what a person decided of that here, and every stub that came or was
    made here: which of them counts is looked at again once the tables are there.

    Segments with stubs are read again: from now on the ledger knows which stub each holds.
    """
    db.create_table("erasing", {"target": str, "act": str}, pk=("target", "act"))
    db.table("erasing").create_index(["act"])
    db.create_table("decided", {"act": str, "confirmed": int, "at": str}, pk="act")
    db.create_table("stubs", {"n": int, "act": str, "body": str, "made": int}, pk="n")
    db.table("stubs").create_index(["act"])
    db.execute(
        "INSERT OR IGNORE INTO erasing SELECT e.value, a.id FROM acts a,"
        " json_each(a.body, '$.erase') e WHERE NOT a.erased AND instr(a.body, '\"erase\":')"
    )
    db.execute("INSERT INTO stubs (act, body, made) SELECT id, body, 0 FROM acts WHERE erased")
    db.execute(
        "INSERT INTO stubs (act, body, made) SELECT id, pending, 0 FROM acts"
        " WHERE pending IS NOT NULL"
    )
    with_stubs = "(SELECT segment FROM segment_acts WHERE stub)"
    db.execute(f"DELETE FROM folder_files WHERE segment IN {with_stubs}")
    db.execute(f"DELETE FROM segments WHERE id IN {with_stubs}")
    db.execute("UPDATE folders SET upto = 0")
    db.execute("DELETE FROM segment_acts WHERE segment NOT IN (SELECT segment FROM folder_files)")


@migrations()
def m012_doubt(db: Database) -> None:
    """What of an act is not to be taken at its word: when it was made, and, where it was saved from
    a file that is not whole, whether it is as its author made it. Which clocks were wrong is looked
    at once the tables are there."""
    db.execute("ALTER TABLE acts ADD COLUMN moment TEXT")
    db.execute("DROP INDEX acts_by_time")
    db.execute("CREATE INDEX acts_by_time ON acts (coalesce(moment, at), by) WHERE NOT erased")
    db.create_table("unverified", {"act": str, "file": str}, pk="act")


@migrations()
def m013_pending(db: Database) -> None:
    """Stubs that came stand in a table of their own now."""
    db.execute("ALTER TABLE acts DROP COLUMN pending")


@migrations()
def m014_prefix(db: Database) -> None:
    """What the codes of an arrangement begin with, since that is a field of its own."""
    db.table("arrangement").add_column("prefix", str)
    db.execute(
        "INSERT OR IGNORE INTO stale SELECT DISTINCT record FROM said"
        " WHERE record >= 'arrangement/' AND record < 'arrangement0' AND field = 'prefix'"
    )


@migrations()
def m015_words(db: Database) -> None:
    """Of passages and agenda items search no longer reads of which document they are, and where in
    their order they stand."""
    db.execute("INSERT OR IGNORE INTO stale SELECT record FROM texts WHERE type IN"
               " ('passages', 'items')")  # fmt: skip


def migrate(path: str) -> None:
    """Bring the file at ``path`` to this version's tables; its acts stay as they are."""
    db = Database(path)
    try:
        migrations.apply(db)
    finally:
        db.close()
