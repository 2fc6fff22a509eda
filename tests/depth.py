"""How much a property is tried: a little in the suite, ``ARRANGEMENT_DEPTH`` times as much where
someone has the time."""

import os

from hypothesis import settings

DEPTH = int(os.environ.get("ARRANGEMENT_DEPTH", "1"))


def examples(count: int) -> settings:
    """So many random examples, each as long as it takes."""
    return settings(max_examples=count * DEPTH, deadline=None)
