"""Where the app keeps what is this user's: as platformdirs says it, and without loading that."""

import pytest
from platformdirs import user_config_path

from storage.files.config_folder import config_folder


@pytest.mark.parametrize("said", [{}, {"XDG_CONFIG_HOME": "/elders/"}, {"XDG_CONFIG_HOME": "hier"}])
@pytest.mark.parametrize("home", ["/home/anna", "/home/anna/", "hier", ""])
def test_it_is_where_the_system_has_it(
    said: dict[str, str], home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    for name, value in {"HOME": home, **said}.items():
        monkeypatch.setenv(name, value)
    assert config_folder() == user_config_path("arrangement", appauthor=False)
