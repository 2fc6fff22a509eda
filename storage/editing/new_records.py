"""Records that are made: what is said of a new one, of an entry about another, and of those of
which only the name is known, made beside something that refers to them."""

import unicodedata
from collections.abc import Mapping, Sequence
from itertools import combinations

from storage.editing import requirements
from storage.editing.codes import next_code
from storage.errors import Refused
from storage.identity.device_identity import new_id
from storage.journal.writer import Statement, Writer
from storage.records.fields import FIELDS, KINDS_THAT_START_OPEN, OPEN_STATUSES
from storage.records.ids import OWN_TYPES, tail_of, type_of
from storage.records.validation import checked, nearest
from storage.tables.database import Connection
from storage.views.change import Change

SHORT = 3


def words_of_new(
    connection: Connection, change: Change, made: Sequence[Statement], pen: Writer | None
) -> list[Statement]:
    """What the new record of a change says of itself, its life first. Raises Refused for a type
    of which none can be made, and for what cannot be typed in its fields.

    An agreement gets, by its kind, a status, and a code where a pen writes it.
    """
    type_ = str(change.new)
    if type_ not in FIELDS or type_ in ("arrangement", "authors"):
        raise Refused("unknown_type", value=type_, nearest=nearest(type_, FIELDS))
    if change.own and type_ not in OWN_TYPES:
        raise Refused("unknown_type", value=type_, nearest=", ".join(OWN_TYPES))
    said = dict(change.sets)
    if type_ == "agreements":
        if "code" not in said and pen is not None:
            said["code"] = _code(connection, pen, said, made)
        if said.get("status") is None and said.get("kind") in KINDS_THAT_START_OPEN:
            said["status"] = OPEN_STATUSES[0]
    if type_ == "entries":
        requirements.check_alive(connection, str(said.get("about")))
    return _words(type_, said, own=change.own, tail=change.tail)


def words_of_entry(about: str, change: Change) -> list[Statement]:
    """What the entry of a change says, about this record."""
    return _words("entries", {"about": about, **(change.entry or {})}, own=change.own)


def _words(
    type_: str, values: Mapping[str, object], *, own: bool, tail: str = ""
) -> list[Statement]:
    record = f"{type_}/{tail or own_tail(own=own)}"
    said = {field: checked(record, field, value) for field, value in values.items()}
    for name, field in FIELDS[type_].items():
        if field.required and said.get(name) is None:
            raise Refused("required", field=name)
    words = (
        (record, field, value)
        for field, value in said.items()
        if value is not None and not ("/" in field and value is False)
    )
    return [(record, "life", "live"), *words]


def _code(
    connection: Connection, pen: Writer, said: Mapping[str, object], made: Sequence[Statement]
) -> str:
    regions = [tail_of(field) for field, value in said.items()
               if field.startswith("regions/") and value]  # fmt: skip
    shorts = {tail_of(record): str(value) for record, field, value in made if field == "short"}
    part = said.get("part")
    known = part if isinstance(part, str) else None
    return next_code(connection, pen.who.device, known, regions, shorts)


def own_tail(*, own: bool) -> str:
    """A new tail, of a record of the eigen organisatie or of one for all."""
    return f"{'own-' if own else ''}{new_id()}"


def made_words(connection: Connection, names: Mapping[str, str]) -> list[Statement]:
    """What is said of records with these names, by id; a region gets a short name too."""
    found: list[Statement] = []
    taken = {short for (short,) in connection.execute("SELECT short FROM regions").fetchall()}
    for record, name in names.items():
        said = {"name": name}
        if "short" in FIELDS[type_of(record)]:
            said["short"] = _short(name, taken)
            taken.add(said["short"])
        found.append((record, "life", "live"))
        found += [(record, field, checked(record, field, text)) for field, text in said.items()]
    return found


def _short(name: str, taken: set[str]) -> str:
    """Three capitals of the name that no other region has; its first three where none are free."""
    plain = unicodedata.normalize("NFD", name).upper()
    letters = [letter for letter in plain if "A" <= letter <= "Z"] + ["X"] * SHORT
    tried = ("".join(three) for three in combinations(letters[:12], SHORT))
    return next((short for short in tried if short not in taken), "".join(letters[:SHORT]))
