"""What goes wrong while a file is read, judged by the file itself.

No read foresees every way in which tables can be broken: an index that names a row which is not
there, an entry of nothing. What it ends in is told as damage where the file proves to be damaged;
else it is an error of the program, and stays one.
"""

from collections.abc import Callable
from contextlib import closing
from functools import cached_property, wraps
from inspect import isgeneratorfunction
from pathlib import Path
from sqlite3 import OperationalError
from types import FunctionType
from typing import Any, TypeVar

from storage.errors import ODD, Refused
from storage.progress import Stopped
from storage.tables.database import Connection, is_cut_off
from storage.tables.opening import connect

POLICIES = (1260, 4551)  # how Windows numbers what AppLocker or WDAC does not let start
Face = TypeVar("Face")


class judged:  # noqa: N801 - it reads as a word, and is quicker than a generator
    """Within it the file at a path is read, which may be damaged."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, ImportError) or getattr(error, "winerror", None) in POLICIES:
            raise blocked(error) from error
        if isinstance(error, OperationalError) and is_cut_off(error):  # while rows were read
            raise Stopped from error
        if isinstance(error, ODD) and _is_damaged(self._path):
            raise Refused("damaged", path=self._path) from error


def blocked(error: BaseException | None) -> Refused:
    """That a compiled module may not be started, as a policy wants it, or is gone."""
    names = (getattr(error, key, None) for key in ("path", "filename", "name"))
    return Refused("blocked", file=next(filter(None, names), ""), reason=str(error))


def _is_damaged(path: Path) -> bool:
    """Whether a file is not what it says. It is opened anew: where it is open already it may be as
    a copy in memory."""
    from storage.tables.integrity import faults

    if not path.is_file():
        return False
    with closing(connect(path, bring_up=False)) as connection:
        return bool(faults(connection))


def face(connection: str) -> Callable[[type[Face]], type[Face]]:
    """A class of which everything that can be asked is judged; ``connection`` is the name under
    which it holds the file."""

    def decorate(cls: type[Face]) -> type[Face]:
        for name, part in list(vars(cls).items()):
            if not name.startswith("_") or name in ("__getitem__", "__iter__"):
                if isinstance(part, property):
                    setattr(cls, name, property(_judged(part.fget, connection), doc=part.__doc__))
                elif isinstance(part, cached_property):
                    part.func = _judged(part.func, connection)
                elif isinstance(part, FunctionType):
                    setattr(cls, name, _judged(part, connection))
        return cls

    return decorate


def _judged(ask: Any, connection: str) -> Any:
    if isgeneratorfunction(ask):

        @wraps(ask)
        def each(self: Any, *args: Any, **named: Any) -> Any:
            with judged(getattr(self, connection).path):
                yield from ask(self, *args, **named)

        return each

    @wraps(ask)
    def asked(self: Any, *args: Any, **named: Any) -> Any:
        file = getattr(self, connection)
        with judged(file.path):
            try:
                return ask(self, *args, **named)
            except Refused as refused:
                if refused.key != "damaged" or not _mended(file):
                    raise
                return ask(self, *args, **named)

    return asked


def _mended(connection: Connection) -> bool:
    """Whether a write met damage that is in the search index alone, which is made anew then: what
    was taken back can be done again."""
    from storage.tables.index_health import mend, wrong_parts

    if not connection.damage_met or connection.in_transaction:
        return False
    connection.damage_met = False
    return bool(wrong_parts(connection)) and mend(connection)
