"""A file that is not there yet: told on the screen, and made once its folder is."""

from pathlib import Path

from tests.terminal.pty import Terminal


def test_a_stick_that_is_put_in_later(tmp_path: Path) -> None:
    screen = Terminal(tmp_path / "stick" / "x.db")
    screen.shows("bestaat niet.", "r probeer opnieuw")
    (tmp_path / "stick").mkdir()
    screen.type("r")
    screen.shows("3 Open", "1/87")
    assert screen.quit() == 0
    assert "Nieuw bestand gemaakt" in screen.bytes.decode()
