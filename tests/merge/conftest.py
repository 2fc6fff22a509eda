"""What several tests of the merge start from."""

import pytest

from tests.worlds import AGREEMENT, Device, exchange


@pytest.fixture
def pair() -> tuple[Device, Device]:
    """Two devices that both know the agreement."""
    ann, bob = Device("ann"), Device("bob")
    ann.add(AGREEMENT, status="open", title="t")
    exchange(ann, bob)
    return ann, bob
