"""The reading habits of a file between the screen and the folder of its user."""

from pathlib import Path

from tui.user import state


class HabitKeeper:
    """``habits`` are what the screen reads and changes; ``first`` whether this user never had it
    open before."""

    def __init__(self, path: Path) -> None:
        self.first = state.first_start()
        self.habits = state.load(path)
        self._path = path
        self._kept = "" if self.first else repr(self.habits)

    def save(self) -> None:
        """Write down what changed since."""
        if repr(self.habits) != self._kept:
            self._kept = repr(self.habits)
            state.save(self._path, self.habits)
