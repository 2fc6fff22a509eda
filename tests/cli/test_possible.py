"""What is wrong in a folder is told in Dutch, with what is possible there."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tui.cli.group import cli

HEAD = '[[arrangement]]\nid = "proef"\nreleased = "2026-11-25"\ntitle = "Proef"\n'
AGREEMENT = '[[agreements]]\nid = "een"\ntitle = "Een"\nkind = "commitment"\n'
HOUSE = '[[organisations]]\nid = "huis"\nname = "Huis"\n'


def checked(folder: Path, text: str, code: int = 1) -> str:
    (folder / "a.toml").write_text(HEAD + HOUSE + text, encoding="utf-8")
    result = CliRunner().invoke(cli, ["--lang", "nl", "seed", "check", str(folder)])
    assert result.exit_code == code, result.output
    return result.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'{AGREEMENT}parties = ["trekker:huis"]', "Bedoelt u lead? Het kan zijn: lead (trekker)"),
        (f'{AGREEMENT}parties = ["huis"]', 'bijvoorbeeld "lead:huis"'),
        (f"{AGREEMENT}part = 2", 'part = "2"'),
        (f'{AGREEMENT}termijn = "2027"', "Bedoelt u term?"),
        (f'{AGREEMENT}status = "voldaan"', "Bedoelt u met?"),
        (f'{AGREEMENT}regions = "huis"', 'regions = ["huis"]'),
        (f'{AGREEMENT}title = ["a"]', "twee keer"),
        (f'{AGREEMENT}text = ["a"]', 'text = "a"'),
        (f'{AGREEMENT}signal = "rood"', "met een of meer van: colour, reason"),
        (f'{AGREEMENT}signal = {{ colour = "rood" }}', "Bedoelt u red?"),
        (f'{AGREEMENT}term = {{ phrase = "2027", tot = 2027-12-31 }}', "Bedoelt u to?"),
        ('[[targets]]\nid = "t"\nquantity = 35', 'quantity = "35"'),
        ('[[regions]]\nid = "r"\nname = "R"\nshort = "RRR"\nkind = "gemeente"', "subregion (subr"),
        ('[[programmes]]\nid = "p"\nname = "P"\nkind = "cursus"', "event (evenement)"),
        ('[[programmes]]\nname = "P"', "Dit veld mag niet leeg zijn: id"),
        ('[[programmes]]\nid = "Een P"\nname = "P"', "kleine letters, cijfers en streepjes"),
        ('[[afspraken]]\nid = "x"', "Bedoelt u agreements?"),
        ('[programmes]\nid = "p"', "[[programmes]] met dubbele haken"),
        ('[[glossary]]\nid = "g"\nabbreviation = "G"\nexpanded_in_source = "ja"', "= true of"),
        ("[[regions]]\nname = Kust", "tussen aanhalingstekens"),
        ('[[regions]]\nname = "Kust', "niet gesloten"),
    ],
)
def test_a_mistake(tmp_path: Path, text: str, said: str) -> None:
    assert said in checked(tmp_path, text)


def test_a_term_that_is_not_read_is_told_and_no_mistake(tmp_path: Path) -> None:
    told = checked(tmp_path, f'{AGREEMENT}term = "zolang de voorraad strekt"', code=0)
    assert "een: zolang de voorraad strekt: niet gelezen" in told
    assert "De map klopt" in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[chapters]]\nsleutel = 2", "chapters.0.key ontbreekt."),
        ('[[chapters]]\nkey = 2\nbegins = "x"', "chapters.0.key tussen aanhalingstekens"),
        ('[blocks]\n"2.x.b1" = { nix = "" }', "blocks.2.x.b1.nix bestaat niet."),
        ("title_ends = ", "Deze waarde is niet te lezen."),
    ],
)
def test_how_a_document_is_divided(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "document.toml").write_text(text, encoding="utf-8")
    assert said in checked(tmp_path, AGREEMENT)
