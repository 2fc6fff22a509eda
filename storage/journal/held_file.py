"""An open file as those see it that it holds: a topic each, such as its snapshots."""

from datetime import date
from pathlib import Path
from typing import Protocol

from storage.backups.replaceable import Kind
from storage.journal.journal import Journal
from storage.records.record_json import Json
from storage.tables.database import Connection
from storage.views.seed_release import Brings


class ReadFile(Protocol):
    """A file that is open to read."""

    @property
    def path(self) -> Path: ...
    @property
    def connection(self) -> Connection: ...
    @property
    def today(self) -> date: ...
    @property
    def device(self) -> str | None: ...


class WrittenFile(ReadFile, Protocol):
    """One that is open to write as well; who holds the pen is the journal's."""

    @property
    def arrangement(self) -> str: ...
    @property
    def author(self) -> str | None: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def brings(self) -> Brings: ...
    def version(self) -> tuple[int, int]: ...
    def record(self, id_: str) -> Json: ...
    def check_target(self, path: Path, kind: Kind, *, force: bool = False) -> None: ...
