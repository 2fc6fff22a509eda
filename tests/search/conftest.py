"""The arrangement that the app brings, opened to read: made once."""

from collections.abc import Iterator

import pytest

from seed.releases import ARRANGEMENT, oost
from storage.reader import Reader
from storage.store import Store


@pytest.fixture(scope="session")
def oost_opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("oost") / "oost.db"
    Store.create(path, ARRANGEMENT, oost())
    reader = Reader(path)
    yield reader
    reader.close()
