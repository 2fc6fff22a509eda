"""A synchroniser of folders that is nastier than any real one, and in the end does its work.

It sees what appeared in and went from one folder and does the same in the others: late, in any
order, by halves, twice, under the name of a conflict, in other capitals, in another folder, with
the times that it likes. What was deleted it may bring back. Only ``settle`` is polite.
"""

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HOUR = 1_412_672_400  # in October 2014; the time that it likes best


@dataclass(frozen=True, slots=True)
class News:
    """A file that appeared with these bytes, or went (None), and is to be so at another place."""

    to: int
    name: str
    data: bytes | None


class Synchroniser:
    """Folders that are kept equal, more or less."""

    def __init__(self, places: Sequence[Path]) -> None:
        self.places = tuple(places)
        self._seen: list[dict[str, bytes]] = [{} for _ in places]
        self._under_way: list[News] = []

    def join(self, place: Path) -> None:
        """One more folder, which gets what all others have."""
        for name, data in {n: d for seen in self._seen for n, d in seen.items()}.items():
            self._under_way.append(News(len(self.places), name, data))
        self.places = (*self.places, place)
        self._seen.append({})

    def look(self) -> None:
        """See what appeared and went everywhere."""
        for at, place in enumerate(self.places):
            now, before = _files(place), self._seen[at]
            news = [(name, data) for name, data in now.items() if before.get(name) != data]
            news += [(name, None) for name in before.keys() - now.keys()]
            for name, data in news:
                others = (to for to in range(len(self.places)) if to != at)
                self._under_way += [News(to, name, data) for to in others]
            self._seen[at] = now

    def carry(self, dice: random.Random) -> None:
        """Deliver some of what is under way, as badly as it can be done."""
        self.look()
        dice.shuffle(self._under_way)
        for _ in range(dice.randrange(len(self._under_way) + 1)):
            news = dice.choice(self._under_way)
            self._deliver(news, dice)
            if dice.random() < 0.6:  # else it comes again, also after it was deleted
                self._under_way.remove(news)

    def settle(self) -> bool:
        """Do the work after all: every file is everywhere, whole where it is so anywhere, and what
        was deleted is so everywhere, unless it came anew. Whether there was something to do."""
        self.look()
        deleted = {news.name for news in self._under_way if news.data is None}
        came = {news.name: news.data for news in self._under_way if news.data is not None}
        self._under_way = []
        wanted: dict[str, bytes] = {}
        for files in ({name: d for name, d in came.items() if d is not None}, *self._seen):
            for name, data in files.items():
                if name not in deleted - came.keys() and len(data) > len(wanted.get(name, b"")):
                    wanted[name] = data
        moved = False
        for at, files in enumerate(self._seen):
            for name in wanted.keys() | files.keys():
                if wanted.get(name) != files.get(name):
                    moved = True
                    self._put(at, name, wanted.get(name))
        return moved

    def _deliver(self, news: News, dice: random.Random) -> None:
        data = news.data
        if data is None:
            self._put(news.to, news.name, None)
            return
        folder, name = os.path.split(news.name)
        match dice.randrange(9):
            case 0:  # half of it, where the whole is expected
                self._write(news.to, news.name, data[: dice.randrange(len(data))])
            case 1:
                self._write(news.to, f"{folder}/.syncthing.{name}.tmp", data[: len(data) // 2])
            case 2:
                self._put(news.to, f"{folder}/{name.removesuffix('.jsonl')} (conflict).jsonl", data)
            case 3:
                self._put(news.to, f"{folder}/{name.upper()}", data)
            case 4:
                self._put(news.to, name, data)  # into the folder above
            case 5:
                self._put(news.to, f"{folder} (1)/{name}", data)
            case _:
                self._put(news.to, news.name, data)
        if dice.random() < 0.5:
            for one in _paths(self.places[news.to]):
                os.utime(one, (HOUR, HOUR))

    def _put(self, to: int, name: str, data: bytes | None) -> None:
        """Make a file be so, and know that it is."""
        if data is None:
            (self.places[to] / name).unlink(missing_ok=True)
            self._seen[to].pop(name, None)
        else:
            self._write(to, name, data)
            self._seen[to][name] = data

    def _write(self, to: int, name: str, data: bytes) -> None:
        path = self.places[to] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _paths(place: Path) -> list[Path]:
    return sorted(one for one in place.rglob("*") if one.is_file())


def _files(place: Path) -> dict[str, bytes]:
    """What a synchroniser carries: all but its own halves."""
    found = (one for one in _paths(place) if not one.name.startswith("."))
    return {one.relative_to(place).as_posix(): one.read_bytes() for one in found}
