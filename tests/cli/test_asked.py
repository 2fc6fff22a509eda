"""`add --ask` and `edit --ask`: the fields one by one on plain lines, nothing before the end."""

from storage.records.fields import FIELDS
from tests.cli.conftest import Desk
from tui.words.line_keys import field_of_key, line_keys

VHTO = "OOST-2-TWE-04"


def answers(type_: str, **said: str) -> bytes:
    """What someone types: an Enter at every line but these (for a set one line for each element),
    and at the end, where it is saved. Keys of lines have "_" for "." and "/"."""
    lines: list[str] = []
    for key in (key for group in line_keys(type_) for key in group):
        words = said.pop(key.replace(".", "_").replace("/", "_"), "")
        more = [""] if words and FIELDS[type_][field_of_key(key)].is_set else []
        lines += [*words.split("\n"), *more]
    assert not said
    return "\n".join([*lines, "", ""]).encode()


def test_every_field_can_be_answered_and_is_one_act(desk: Desk) -> None:
    typed = answers(
        "agreements", title="VHTO: warm contact", status="in uitvoering",
        parties_lead="-Platform Bèta Techniek\nVHTO", term_phrase="voor de zomer van 2015",
        regions="Zwolle",
    )  # fmt: skip
    before = len(desk.json("history", VHTO))  # type: ignore[arg-type]
    done = desk.run("edit", VHTO, "--ask", "--why", "zo is het", stdin=typed)
    assert "Titel (nu VHTO: schakel met de regio)" in done.stderr
    assert "tot en met 30 juni 2015" in done.stderr
    found = desk.show(VHTO)
    assert found["title"] == "VHTO: warm contact"
    assert found["status"] == "in_progress"
    assert found["regions"] == ["twente", "zwolle"]
    parties = found["parties"]
    assert isinstance(parties, list)
    leads = [one["organisation"] for one in parties if one["role"] == "lead"]
    assert leads == ["vhto"]
    assert found["term"]["to"] == "2015-06-30"  # type: ignore[index]
    assert len(desk.json("history", VHTO)) == before + 1  # type: ignore[arg-type]


def test_a_new_record_asks_what_must_be_there(desk: Desk) -> None:
    typed = b"\n" + answers("people", name="P. Persoon", organisation="VHTO") + b"\n"
    done = desk.run("add", "people", "--ask", stdin=typed)
    assert "Naam" in done.stderr
    assert "mag niet leeg" in done.stderr
    assert "P. Persoon" in done.stdout


def test_what_cannot_be_is_told_and_asked_again(desk: Desk) -> None:
    typed = answers("agreements", term_to="31 juni 2014\n30 juni 2014")
    done = desk.run("edit", VHTO, "--ask", "--why", "x", stdin=typed)
    assert "31 juni 2014" in done.stderr
    assert desk.show(VHTO)["term"]["to"] == "2014-06-30"  # type: ignore[index]


def test_who_stops_changed_nothing(desk: Desk) -> None:
    before = desk.show(VHTO)
    left = desk.run("edit", VHTO, "--ask", stdin=b"Iets anders\n", code=1)
    assert "Er is niets gewijzigd." in left.stderr
    typed = answers("agreements", title="Iets anders") + b"n\n"
    refused = desk.run("edit", VHTO, "--ask", stdin=typed, code=1)
    assert "Er is niets gewijzigd." in refused.stderr
    typed = answers("agreements")
    assert "niets gewijzigd" in desk.run("edit", VHTO, "--ask", stdin=typed).stderr
    assert desk.show(VHTO) == before


def test_a_date_that_goes_is_told_before_it_is_saved(desk: Desk) -> None:
    desk.run("edit", VHTO, "term=voor de zomer van 2015")
    typed = answers("agreements", term_phrase="zodra het kan")
    done = desk.run("edit", VHTO, "--ask", "--why", "x", stdin=typed)
    assert "hier stond 30 juni 2015; bewaren haalt die datum weg" in done.stderr


def test_without_ask_something_must_be_said(desk: Desk) -> None:
    desk.run("edit", VHTO, code=2)
    desk.run("add", "people", code=2)
