"""Names that someone said, and that are erased by programs that are killed while at it."""

from collections.abc import Iterable
from pathlib import Path
from random import Random

from tests.processes.laptop import Laptop, Reaper


class NamesSaid:
    """By the act that said it each name that is to go."""

    def __init__(self, dice: Random, reaper: Reaper) -> None:
        self._dice = dice
        self._reaper = reaper
        self._names: dict[str, str] = {}

    def say(self, laptop: Laptop, code: str) -> None:
        """Say a name nobody said before."""
        name = f"Wilhelmina{len(self._names)}."
        laptop.do("note", code, f"gebeld met {name}", "--why", f"zei {name}")
        said = laptop.look("history")
        assert isinstance(said, list)
        act = next(one["id"] for one in said if name in str(one["why"]))
        self._names[act] = name

    def erase(self, laptop: Laptop) -> None:
        """Erase the newest, and be killed while at it."""
        act, name = list(self._names.items())[-1]
        if self._reaper.run(laptop, "erase", act, "--word", name, "--yes"):
            assert act in laptop.erased()

    def confirm(self, laptop: Laptop) -> None:
        """Confirm one that waits here, if any, and be killed while at it."""
        waiting = laptop.look("erase", "pending")
        assert isinstance(waiting, list)
        if waiting:
            act = str(self._dice.choice(waiting)["act"])
            self._reaper.run(laptop, "erase", "confirm", act, kind="erase confirm")

    def clean(self, laptop: Laptop) -> None:
        """Write a file anew where someone was killed before that, and be killed while at it."""
        if laptop.is_unclean():
            self._reaper.run(laptop, "erase", "confirm", kind="erase confirm again")

    def confirm_all(self, laptop: Laptop) -> None:
        """Erase everything that was asked, also what nobody got round to asking."""
        for act, name in self._names.items():
            if laptop.knows(act):
                laptop.run("erase", act, "--word", name, "--yes")
        waiting = laptop.look("erase", "pending")
        assert isinstance(waiting, list)
        if waiting:
            laptop.run("erase", "confirm", *(str(one["act"]) for one in waiting))
        laptop.run("erase", "confirm")

    def are_gone(self, laptop: Laptop) -> None:
        """What is erased is in no byte of the file, or the file says that it may be."""
        if not laptop.is_unclean():
            gone = [self._names[act] for act in self._names.keys() & laptop.erased()]
            assert not _standing(gone, laptop.files())

    def are_nowhere(self, laptops: list[Laptop], shared: Path) -> None:
        """Nothing of any of them is left, in no file and not in the folder."""
        files = [one for one in shared.rglob("*") if one.is_file()]
        files += [file for laptop in laptops for file in laptop.files()]
        assert not _standing(self._names.values(), files)


def _standing(names: Iterable[str], files: Iterable[Path]) -> set[tuple[str, str]]:
    """Which of these names stand in the bytes of which files."""
    found = {file: file.read_bytes() for file in files}
    return {(one, file.name) for one in names for file in found if one.encode() in found[file]}
