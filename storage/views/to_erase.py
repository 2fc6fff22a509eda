"""A value that history and lists keep back."""

from typing import NamedTuple


class ToErase(NamedTuple):
    """Stands for a value that someone asks to erase, where it is not asked for on purpose."""

    to_erase: bool = True
