"""What an app brings of its own for an arrangement; the store is told, and knows no seed."""

from collections.abc import Callable, Sequence

Brings = Callable[[str], Sequence[bytes]]
"""The acts of a seed that the app brings for an arrangement, each as its canonical bytes."""


def brings_nothing(arrangement: str) -> Sequence[bytes]:
    """What an app brings that has no arrangement of its own."""
    return ()
