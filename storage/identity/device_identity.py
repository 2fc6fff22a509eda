"""Who writes on which device (design §3, "Device identity").

The device id lives in the user's configuration folder, one for each database, with a token that
the database repeats. The token is renewed in the first write after an opening; a file that was
copied, restored or cloned no longer fits its token and gets a new device id.
"""

import hashlib
import json
import secrets
from collections.abc import Collection
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from storage.files.atomic import write_own
from storage.files.config_folder import config_folder
from storage.text import is_text

ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class Identity:
    """The device, the token it shares with the database, and the authors on it by name.

    An author whose name is not known yet stands under the empty name; ``current`` is the id of
    the one who wrote last.
    """

    device: str
    token: str
    authors: dict[str, str] = field(default_factory=dict)
    current: str | None = None

    def as_author(self, name: str | None) -> "Identity":
        """The same device with this person writing; without a name whoever wrote last.

        A name given for the first time goes to the author who had none yet.
        """
        if name is None and self.current is not None:
            return self
        authors = dict(self.authors)
        wanted = name or ""
        if wanted not in authors:
            authors[wanted] = authors.pop("") if "" in authors else new_id()
        return replace(self, authors=authors, current=authors[wanted])

    def on_new_device(self) -> "Identity":
        """The same people, writing under a new device id."""
        return replace(self, device=new_id())

    def renamed(self, name: str | None) -> "Identity":
        """The same person under another name, or None for none any more. A name that someone
        else on this device has already means that it is that person who writes."""
        wanted = name or ""
        if wanted in self.authors and wanted:
            return replace(self, current=self.authors[wanted])
        kept = {one: author for one, author in self.authors.items() if author != self.current}
        return replace(self, authors={**kept, wanted: self.author})

    def without_names(self, authors: Collection[str]) -> "Identity":
        """The same without the names of these; who writes goes on without one."""
        kept = {name: author for name, author in self.authors.items() if author not in authors}
        nameless = {"": self.author} if self.current in authors else {}
        return replace(self, authors={**kept, **nameless})

    @property
    def author(self) -> str:
        """The id of who writes now; ``as_author`` has chosen it."""
        if self.current is None:
            raise ValueError("no author chosen")
        return self.current

    @property
    def name(self) -> str | None:
        """The name of who writes now, where it is known."""
        names = (name for name, author in self.authors.items() if author == self.current)
        return next(names, None) or None


def new_id() -> str:
    """16 random hex digits, for tails, devices and authors."""
    return secrets.token_hex(ID_BYTES)


def new_identity() -> Identity:
    return Identity(new_id(), new_id())


def load(database: Path) -> Identity | None:
    """What this user's configuration knows of the database at this path.

    What cannot be read or understood counts as nothing: whoever writes is a new device.
    """
    return _read(_file(database))


def elsewhere(token: str | None) -> Identity | None:
    """What it knows of a database at another path that had this token: a file that was copied or
    moved since. The people on it are the same, the device is another: its token fits none."""
    folder = _file(Path()).parent
    try:
        files = sorted(folder.glob("*.json"))
    except OSError:
        return None
    found = (known for file in files if (known := _read(file)) and known.token == token)
    one = next(found, None)
    return None if one is None else replace(one, device="", token="")


def _read(file: Path) -> Identity | None:
    try:
        match json.loads(file.read_bytes()):
            case {
                "device": str(device),
                "token": str(token),
                "authors": dict(authors),
                "current": str() | None as current,
            } if all(map(is_text, (device, token, *authors, *authors.values(), current or ""))):
                return Identity(device, token, authors, current)
    except (OSError, ValueError, RecursionError):
        pass
    return None


def save(database: Path, identity: Identity) -> None:
    """Remember it. Raises Refused when the folder cannot be written."""
    text = json.dumps(asdict(identity), ensure_ascii=False, indent=1)
    write_own(_file(database), text.encode())


def configuration(database: Path, kind: str) -> Path:
    """One file of a kind for each database, so that two programs never write the same one."""
    name = hashlib.sha256(str(database.absolute()).encode()).hexdigest()[:16]
    return config_folder() / kind / f"{name}.json"


def _file(database: Path) -> Path:
    return configuration(database, "devices")
