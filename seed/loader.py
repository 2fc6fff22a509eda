"""Reading a folder of TOML files as records; what is wrong comes with file, line and reason."""

from pathlib import Path

from seed.document.block_places import Places, texts_beside
from seed.releases import OOST, PROFILE
from seed.seeded import BadSeed, Mistake, Remark, Seed, Seeded
from seed.table_reader import RELEASED, TableReader, day_of
from seed.toml_tables import toml_tables
from storage.errors import Refused


def load(folder: Path = OOST) -> list[Seeded]:
    """All records of the folder, by id. Raises BadSeed with all mistakes, not just the first."""
    return read_folder(folder).records


def read_folder(folder: Path = OOST) -> Seed:
    """The arrangement of the folder. Raises BadSeed with all mistakes, not just the first, and
    Refused where there is no such folder."""
    mistakes: list[Mistake] = []
    tables = list(toml_tables(folder, mistakes))
    known = {f"{table.type}/{table.body.get('id')}" for table in tables}
    heads = [table for table in tables if table.type == "arrangement"]
    document = str(heads[0].body.get("id")) if heads else ""
    head = heads[0].body if heads else {}
    released, day = day_of(head.get(RELEASED)), day_of(head.get("from"))
    places = Places(document, texts_beside(folder, PROFILE))
    found: dict[str, Seeded] = {}
    remarks: list[Remark] = []
    codes: set[object] = set()
    for table in tables:
        reader = TableReader(table, known, places, (released, day or released), mistakes)
        record = reader.read()
        remarks += reader.remarks
        code = record.values.get("code")
        if record.id in found:
            reader.say("id", Refused("double_id", value=record.id))
        if code in codes:
            reader.say("code", Refused("double_id", value=code))
        found[record.id] = record
        codes |= {code} - {None}
    if len(heads) != 1:
        mistakes.append(Mistake(folder, 0, "", "arrangement", Refused("one_arrangement")))
    if mistakes:
        raise BadSeed(sorted(mistakes, key=lambda one: (not one.line, str(one.file), one.line)))
    return Seed(document, str(released), [found[id_] for id_ in sorted(found)], tuple(remarks))
