"""One transaction for each thing that a user does, by one person on one device."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from storage.backups.daily_copies import DailyCopy
from storage.errors import Refused
from storage.identity import device_identity
from storage.identity.device_identity import Identity
from storage.journal.writer import Writer
from storage.tables import device_ids, meta
from storage.tables.database import Connection, transaction
from storage.text import typed


class _OnlyLooking(Exception):  # noqa: N818 - it ends a transaction, nothing is wrong
    """Ends the transaction of who only looks."""


class Journal:
    """One person on one device, and the file they write in.

    ``name`` is who writes; without it whoever wrote last on this device.
    """

    def __init__(self, connection: Connection, path: Path, name: str | None) -> None:
        self._connection = connection
        self._path = path
        self._name = typed(name or "") or None
        self._trusted: Identity | None = None
        self._copy = DailyCopy(path)

    @property
    def wrote(self) -> bool:
        """Whether a pen wrote something, or began to."""
        return self._copy.asked

    @property
    def no_copy(self) -> Refused | None:
        """Why the copy before the day's first change could not be made, if so."""
        return self._copy.failed

    @property
    def identity(self) -> Identity | None:
        """Device and author, or None while nothing was written by this user; in a file that was
        put back, copied or moved the device is "" until something is written in it."""
        if self._trusted is not None:
            return self._trusted
        known = self._known()
        if known is None:
            return None
        device = known.device if known.token == meta.read(self._connection, meta.TOKEN) else ""
        return replace(known, device=device).as_author(self._name)

    @contextmanager
    def writing(self, *, copy: bool = True) -> Iterator[Writer]:
        """One transaction: all that the pen writes in it, or nothing.

        Without a ``copy`` none is kept of before: by who erases what would stand in it.
        """
        before, name = self._trusted, self._name
        keep_copy = self._copy.keep if copy else (lambda: None)
        try:
            with transaction(self._connection):
                yield Writer(self._connection, self.introduce, keep_copy)
        except BaseException:
            self._name = name
            if before is not None and self._trusted is not before:
                self._trusted = before
                device_identity.save(self._path, before)
            elif self._trusted is not before:
                self._take_token_back()
            raise

    @contextmanager
    def looking(self) -> Iterator[Writer]:
        """The same to see what it would do: in the end all of it is taken back, and the
        configuration is left alone."""
        who = self.identity or device_identity.new_identity().as_author(self._name)
        if not who.device:
            who = who.on_new_device()
        with suppress(_OnlyLooking), transaction(self._connection):
            yield Writer(self._connection, lambda: who, lambda: None)
            raise _OnlyLooking

    def introduce(self) -> Identity:
        """Who writes, with a new token at the first write after opening.

        A file whose token is another, and one that has an act of this device which was not
        written in it (a clone, or forged), is written under a new device id by the same person.

        The configuration is written before the database commits: what goes wrong in between
        leaves tokens that differ, and so a new device id, never one that two copies share.
        """
        known = self._trusted or self._known() or device_identity.new_identity()
        if self._trusted is None and known.token != meta.read(self._connection, meta.TOKEN):
            known = known.on_new_device()
        if device_ids.used_elsewhere(self._connection, known.device):
            device_ids.give_up(self._connection, known.device)
            known = known.on_new_device()
        elif self._trusted is not None:
            return self._trusted
        trusted = replace(known, token=device_identity.new_id()).as_author(self._name)
        meta.write(self._connection, {meta.TOKEN: trusted.token})
        device_identity.save(self._path, trusted)
        self._trusted = trusted
        return trusted

    def rename(self, name: str | None) -> Identity:
        """Who writes goes by another name from now on, in the transaction of a pen."""
        self._trusted = self.introduce().renamed(name)
        self._name = name
        device_identity.save(self._path, self._trusted)
        return self._trusted

    def forget_names(self, authors: Collection[str]) -> None:
        """Forget what these authors on this device were called, in the transaction of a pen."""
        known = self._trusted or self._known()
        if known is None or not {*authors} & {*known.authors.values()}:
            return
        self.introduce()
        assert self._trusted is not None
        self._trusted = self._trusted.without_names(authors)
        self._name = None
        device_identity.save(self._path, self._trusted)

    def _known(self) -> Identity | None:
        """What this user's configuration knows of who writes in the file: under its own path, or,
        where it was copied or moved, under the one at which it was written before."""
        found = device_identity.load(self._path)
        return found or device_identity.elsewhere(meta.read(self._connection, meta.TOKEN))

    def _take_token_back(self) -> None:
        """What was refused leaves the device as it was."""
        trusted, self._trusted = self._trusted, None
        token = meta.read(self._connection, meta.TOKEN)
        if trusted is not None and token is not None:
            old = Identity(trusted.device, token, trusted.authors, trusted.current)
            device_identity.save(self._path, old)
