"""Commands that tell how it was."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from storage.errors import Refused

if TYPE_CHECKING:
    from storage.reader import Reader


@contextmanager
def as_of(store: "Reader", when: str | None, *, known: bool) -> Iterator["Reader"]:
    """The file as it stood, or as it is where no moment is asked. Raises Refused for what is no
    moment."""
    if when is None:
        yield store
        return
    from storage.past.past_reader import PastReader
    from storage.past.timeline import Timeline

    with closing(PastReader(store, Timeline(store.connection), when, known=known)) as past:
        try:
            yield past
        except Refused as refused:
            if refused.key != "not_there_then":
                raise
            from tui.cli.result import record_name

            code = record_name(store, str(refused.details["code"]))
            raise Refused(refused.key, code=code) from refused
