"""The open file as the screen names it; it is imported only once the first frame stands."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.store import Store
else:
    Store = object

__all__ = ["Store"]
