"""The arrangement as it stood at a moment, with the face of a reader."""

from datetime import date

from storage.bulk import many_objects
from storage.clock import day_of, moment
from storage.past.rewind import rewind
from storage.past.timeline import Timeline
from storage.progress import ALONE, Progress
from storage.reader import Reader
from storage.tables.database import copy_in_memory


class PastReader(Reader):
    """Everything as it stood, in memory: nothing that is done with it reaches the file.

    What is late, and the like, is said against that day. What was erased since stays away.
    ``touched`` are the records that may say something else than where it was made from.
    """

    def __init__(
        self,
        source: Reader,
        timeline: Timeline,
        when: str,
        *,
        known: bool = False,
        near: "PastReader | None" = None,
        me: tuple[str | None, str | None] = (None, None),
        progress: Progress = ALONE,
    ) -> None:
        """``source`` is the file of now, ``near`` a past to go on from, which stays as it is;
        ``me`` are the device and author that are told apart as one's own.

        Raises Refused for what is no moment.
        """
        wanted = timeline.until(when, known=known)
        self.path = source.path
        self.when = when
        self.known = known
        self.today = _day(when, source.today)
        self.connection = copy_in_memory((near or source).connection)
        with many_objects():
            self.touched = rewind(self.connection, source.connection, timeline, wanted, progress)
        self._device, self._author = me

    @property
    def device(self) -> str | None:
        return self._device

    @property
    def author(self) -> str | None:
        return self._author


def _day(when: str, today: date) -> date:
    """The day here of a moment; of an arrival there is none but today."""
    if when.startswith("#"):
        return today
    return day_of(moment(when))
