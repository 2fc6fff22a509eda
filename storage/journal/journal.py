"""Writing acts: one transaction for each thing a user does, one act for each scope in it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from storage import clock
from storage.acts import Act, NotAnAct, Setting, make_act
from storage.backups.daily_copies import DailyCopy
from storage.errors import Refused
from storage.identity import identity
from storage.identity.identity import Identity
from storage.merge import frontier
from storage.merge.restatement import Erasing
from storage.records.fields import scope_of
from storage.tables import device_ids, meta
from storage.tables.assertions import Loaded, load_world
from storage.tables.chunks import select_in
from storage.tables.database import Connection, transaction
from storage.tables.insert import take_in
from storage.text import check_length, typed

Word = tuple[str, str, object]
"""A record, a field as acts name it, and the value to say of it."""

FEW = 100  # fields by which is asked for what is said of them; of more all is read

Saw = dict[str | None, set[str]]
"""The acts that deletions saw, by the scope of what is deleted."""


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
    def writing(self, *, copy: bool = True) -> Iterator["Pen"]:
        """One transaction: all that the pen writes in it, or nothing.

        Without a ``copy`` none is kept of before: by who erases what would stand in it.
        """
        before, name = self._trusted, self._name
        keep_copy = self._copy.keep if copy else (lambda: None)
        try:
            with transaction(self._connection):
                yield Pen(self._connection, self.introduce, keep_copy)
        except BaseException:
            self._name = name
            if before is not None and self._trusted is not before:
                self._trusted = before
                identity.save(self._path, before)
            elif self._trusted is not before:
                self._take_token_back()
            raise

    @contextmanager
    def looking(self) -> Iterator["Pen"]:
        """The same to see what it would do: in the end all of it is taken back, and the
        configuration is left alone."""
        who = self.identity or identity.new_identity().as_author(self._name)
        if not who.device:
            who = who.on_new_device()
        with suppress(_OnlyLooking), transaction(self._connection):
            yield Pen(self._connection, lambda: who, lambda: None)
            raise _OnlyLooking

    def introduce(self) -> Identity:
        """Who writes, with a new token at the first write after opening.

        A file whose token is another, and one that has an act of this device which was not
        written in it (a clone, or forged), is written under a new device id by the same person.

        The configuration is written before the database commits: what goes wrong in between
        leaves tokens that differ, and so a new device id, never one that two copies share.
        """
        known = self._trusted or self._known() or identity.new_identity()
        if self._trusted is None and known.token != meta.read(self._connection, meta.TOKEN):
            known = known.on_new_device()
        if device_ids.used_elsewhere(self._connection, known.device):
            device_ids.give_up(self._connection, known.device)
            known = known.on_new_device()
        elif self._trusted is not None:
            return self._trusted
        trusted = replace(known, token=identity.new_id()).as_author(self._name)
        meta.write(self._connection, {meta.TOKEN: trusted.token})
        identity.save(self._path, trusted)
        self._trusted = trusted
        return trusted

    def rename(self, name: str | None) -> Identity:
        """Who writes goes by another name from now on, in the transaction of a pen."""
        self._trusted = self.introduce().renamed(name)
        self._name = name
        identity.save(self._path, self._trusted)
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
        identity.save(self._path, self._trusted)

    def _known(self) -> Identity | None:
        """What this user's configuration knows of who writes in the file: under its own path, or,
        where it was copied or moved, under the one at which it was written before."""
        found = identity.load(self._path)
        return found or identity.elsewhere(meta.read(self._connection, meta.TOKEN))

    def _take_token_back(self) -> None:
        """What was refused leaves the device as it was."""
        trusted, self._trusted = self._trusted, None
        token = meta.read(self._connection, meta.TOKEN)
        if trusted is not None and token is not None:
            old = Identity(trusted.device, token, trusted.authors, trusted.current)
            identity.save(self._path, old)


class Pen:
    """Writes acts within one transaction."""

    def __init__(
        self,
        connection: Connection,
        introduce: Callable[[], Identity],
        keep_copy: Callable[[], None],
    ) -> None:
        self._connection = connection
        self._whoever = introduce
        self._keep_copy = keep_copy

    @property
    def who(self) -> Identity:
        """Device and author of what is written."""
        return self._whoever()

    def say(self, words: Iterable[Word], *, why: str | None = None) -> list[Act]:
        """Say these things, each on top of all that is known here of its field."""
        words = list(words)
        fields = {field for _, field, _ in words}
        world = load_world(
            self._connection,
            {record for record, _, _ in words},
            fields=fields if len(fields) <= FEW else (),
        )
        deleted = [record for record, field, value in words if (field, value) == _DELETION]
        return self.put(
            [
                Setting(record, field, value, _parents(world, record, field))
                for record, field, value in words
            ],
            why=why,
            saw=self._seen(deleted, {(record, field) for record, field, _ in words}),
        )

    def put(
        self, settings: Sequence[Setting], *, why: str | None = None, saw: Saw | None = None
    ) -> list[Act]:
        """Say things with the parents that they were said on; nothing when there are none."""
        if not settings:
            return []
        self._introduce()
        by_scope: dict[str | None, list[Setting]] = defaultdict(list)
        for setting in settings:
            by_scope[scope_of(setting.record)].append(setting)
        seen = saw or {}
        return [
            self._write(set=part, scope=scope, why=why, saw=seen.get(scope, ()))
            for scope, part in by_scope.items()
        ]

    def present(self, words: Sequence[Word]) -> None:
        """Say these things of who writes, in an act of its own."""
        self.starts()
        world = load_world(self._connection, {record for record, _, _ in words})
        self._write(set=[Setting(*word, _parents(world, word[0], word[1])) for word in words])

    def undo(self, acts: Mapping[str, str | None], *, why: str | None = None) -> list[Act]:
        """Void these acts, given with their scopes."""
        self._introduce()
        by_scope: dict[str | None, list[str]] = defaultdict(list)
        for act, scope in acts.items():
            by_scope[scope].append(act)
        return [self._write(undo=part, scope=scope, why=why) for scope, part in by_scope.items()]

    def erase(self, said: Erasing, scope: str | None, *, why: str | None = None) -> Act:
        """Erase acts of one scope, and say again what they still do."""
        self._introduce()
        made = self._write(
            set=said.again.set, saw=said.again.saw, undo=said.undo, erase=said.erase,
            scope=scope, why=why,
        )  # fmt: skip
        for other, again in said.besides.items():
            self._write(set=again.set, saw={*again.saw, made.id}, scope=other, why=why)
        return made

    def starts(self) -> None:
        """Something will be written now: the copy before the day's first change comes first."""
        self._keep_copy()

    def _introduce(self) -> None:
        """Name the author in an act of its own, once and when its name is first known."""
        self.starts()
        record = f"authors/{self.who.author}"
        said = load_world(self._connection, [record])[record]
        words: list[Word] = [] if said else [(record, "life", "live")]
        if self.who.name is not None and not said.get("name"):
            words.append((record, "name", self.who.name))
        if words:
            self.present(words)

    def _write(
        self,
        *,
        set: Sequence[Setting] = (),
        scope: str | None = None,
        why: str | None = None,
        undo: Sequence[str] = (),
        saw: Collection[str] = (),
        erase: Sequence[str] = (),
    ) -> Act:
        check_length("why", why)
        who, at = self.who, clock.now()
        seq = device_ids.next_seq(self._connection, who.device)
        try:
            act = make_act(
                at=at, by=who.author, device=who.device, seq=seq,
                set=set, scope=scope, why=typed(why or ""), undo=undo, saw=[*saw],
                erase=erase,
            )  # fmt: skip
        except NotAnAct as error:  # too large or too deep, or a number that is no integer
            raise Refused("other", what=str(error)) from error
        take_in(self._connection, [act], (), at, here=True)
        return act

    def _seen(self, deleted: Sequence[str], besides: set[tuple[str, str]]) -> Saw:
        """What deletions say they saw: the frontier of every other field, entries included."""
        found: Saw = defaultdict(set)
        scopes = {target: scope_of(target) for target in deleted}
        query = "SELECT 'entries/' || tail, about FROM entries WHERE about IN (…)"
        for entry, about in select_in(self._connection, query, deleted):
            if scope_of(entry) in (None, scopes[about]):
                scopes.setdefault(entry, scopes[about])
        for record, fields in load_world(self._connection, scopes).items():
            for field, said in fields.items():
                if (record, field) not in besides:
                    found[scopes[record]].update(frontier(said))
        return found


_DELETION = ("life", "deleted")


def _parents(world: Loaded, record: str, field: str) -> tuple[str, ...]:
    return tuple(frontier(world[record].get(field, ())))
