"""The frozen releases of the arrangement of Oost, and what writes the next one."""

import hashlib
from pathlib import Path

import pytest

from seed import next_release as making
from seed.loader import read_folder
from seed.next_release import NotToRelease, next_release
from seed.releases import RELEASES, SHIPPED, acts_in, file_of, oost
from seed.seed_acts import acts, acts_of
from seed.seeded import Seed, Seeded
from storage.acts import Act
from storage.merge import project
from storage.merge.merged_as_json import records_json
from storage.records.record_json import Json
from tests.schemas import wrong_in

OF_0_2_0 = "5e7866e9f26c3dbcdc183afed3ce1a92ec95db281d87c51b5075305b17f272a6"
"""The SHA-256 of the acts with which version 0.2.0 fills a new file, each followed by LF."""

TWENTE = Seeded("regions/twente", {"name": "Twente", "short": "TWE"})
ONE = Seeded(
    "agreements/een",
    {"code": "P-2-TWE-01", "title": "Een", "goal": "Meer", "regions/twente": True, "kind": "wish"},
)
TWO = Seeded("agreements/twee", {"code": "P-2-TWE-02", "title": "Twee"})
FIRST = acts([TWENTE, ONE, TWO])


def said(records: list[Json]) -> list[Json]:
    return [one for one in records if one["life"] != "deleted"]


def now(made: list[Act]) -> dict[str, list[Json]]:
    """The records that are left, by type."""
    return {type_: said(rows) for type_, rows in records_json(project(made).values()).items()}


def after(*records: Seeded, released: str = "2026-12-01") -> list[Act]:
    """The release that follows the first where the folder has these records."""
    return next_release(Seed("p", released, [*records]), FIRST)


def test_the_first_release_is_what_0_2_0_made():
    made = acts_in([file_of(1)])
    assert hashlib.sha256(b"".join(act.data + b"\n" for act in made)).hexdigest() == OF_0_2_0


def test_what_went_out_with_a_version_is_never_changed():
    files = [file_of(number) for number in range(1, len(SHIPPED) + 1)]
    assert tuple(hashlib.sha256(file.read_bytes()).hexdigest() for file in files) == SHIPPED


def test_there_is_at_most_one_release_that_did_not_go_out():
    numbers = range(1, len([*RELEASES.iterdir()]) + 1)
    assert {*RELEASES.iterdir()} == {file_of(number) for number in numbers}
    assert len(numbers) - len(SHIPPED) in (0, 1)
    assert [wrong_in(file_of(number)) for number in numbers] == [[] for _ in numbers]


def test_the_releases_together_say_what_the_folder_says():
    """Where this fails: `python -m seed.next_release`."""
    assert now(oost()) == now(acts_of(read_folder()))


def test_only_what_differs_is_released_on_top_of_the_seeds_own_acts():
    one = Seeded(
        ONE.id,
        {"code": "P-2-TWE-01", "title": "Een, beter", "kind": "wish", "regions/zwolle": True},
    )
    zwolle = Seeded("regions/zwolle", {"name": "Zwolle", "short": "ZWO"})
    made = after(TWENTE, one, zwolle)
    by_record = {act.set[0].record: act for act in made}
    words = {s.field: (s.value, s.parents) for s in by_record[ONE.id].set}
    first = {act.set[0].record: act.id for act in FIRST}
    assert words == {
        "title": ("Een, beter", (first[ONE.id],)),
        "goal": (None, (first[ONE.id],)),
        "regions/twente": (False, (first[ONE.id],)),
        "regions/zwolle": (True, ()),
    }
    gone = by_record[TWO.id]
    assert [(s.field, s.value, s.parents) for s in gone.set] == [
        ("life", "deleted", (first[TWO.id],))
    ]
    assert gone.saw == (first[TWO.id],)
    assert {*by_record} == {ONE.id, TWO.id, "regions/zwolle"}
    assert [act.seq for act in made] == [4, 5, 6]
    assert {(act.by, act.device, act.at) for act in made} == {
        ("seed", "seed", "2026-12-01T00:00:00.000Z")
    }
    assert now([*FIRST, *made]) == now(acts([TWENTE, one, zwolle]))
    assert project([*FIRST, *made])[TWO.id].life == "deleted"
    assert next_release(Seed("p", "2026-12-02", [TWENTE, one, zwolle]), [*FIRST, *made]) == []


def test_a_record_that_comes_back_is_the_one_that_was():
    gone = after(TWENTE, ONE)
    back = next_release(Seed("p", "2026-12-02", [TWENTE, ONE, TWO]), [*FIRST, *gone])
    assert [(s.record, s.field, s.value) for act in back for s in act.set] == [
        (TWO.id, "life", "live")
    ]


def test_the_code_of_a_record_that_is_gone_goes_to_no_other():
    other = Seeded("agreements/drie", {"code": "P-2-TWE-02", "title": "Drie"})
    with pytest.raises(NotToRelease, match="P-2-TWE-02"):
        after(TWENTE, ONE, other)


def test_a_release_is_of_a_later_day():
    with pytest.raises(NotToRelease, match="2026-11-24"):
        after(TWENTE, ONE, released="2026-11-24")
    assert after(TWENTE, ONE, TWO, released="2026-11-24") == []


def test_what_did_not_go_out_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    files = {1: tmp_path / "1.acts.jsonl", 2: tmp_path / "2.acts.jsonl"}
    monkeypatch.setattr(making, "file_of", files.__getitem__)

    def written(released: str, *records: Seeded) -> list[str]:
        """The titles in the release that is written now, if any is."""
        monkeypatch.setattr(making, "read_folder", lambda: Seed("p", released, [*records]))
        assert making.main() == 0
        number = len(making.SHIPPED) + 1
        made = acts_in([files[number]]) if files[number].exists() else []
        return [str(s.value) for act in made for s in act.set if s.field == "title"]

    monkeypatch.setattr(making, "SHIPPED", ())
    assert written("2026-12-01", TWENTE, ONE) == ["Een"]
    monkeypatch.setattr(making, "SHIPPED", ("…",))
    assert written("2026-12-02", TWENTE, ONE, TWO) == ["Twee"]
    three = Seeded("agreements/drie", {"code": "P-2-TWE-03", "title": "Drie"})
    assert written("2026-12-03", TWENTE, ONE, three) == ["Drie"]
    assert written("2026-12-03", TWENTE, ONE) == []
    assert acts_in([files[1]])[1].seq == 2


def test_a_folder_with_mistakes_is_no_release(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    three = Seeded("agreements/drie", {"code": "OOST-2-TWE-04", "title": "Drie"})
    monkeypatch.setattr(making, "read_folder", lambda: Seed("p", "2099-01-01", [three]))
    before = file_of(len(SHIPPED) + 1).exists()
    assert making.main() == 1
    assert "OOST-2-TWE-04" in capsys.readouterr().err
    assert file_of(len(SHIPPED) + 1).exists() == before
