"""Files chosen on screen: a list that typing narrows, places that answer, paths that are typed."""

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.store import Store
from storage.text import shown
from tests.tui.driving import VHTO, Driver, driven
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.forms.files import lookout
from tui.forms.files.file_chooser import ChooseForm
from tui.screens.main import MainScreen
from tui.user import places
from tui.user.places import FilePlace, FoundFile
from tui.widgets.safe_inputs import LineInput

Work = Callable[[Callable[[Store], object]], Path]
OLD = 1_400_000_000
NASTY = "[x] \x1b]0;x\x07 \u202eom.json"


@pytest.fixture
def theirs(colleague: Work) -> Path:
    return colleague(lambda store: store.status(VHTO, "in_progress"))


def put(file: Path, path: Path, after: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.read_bytes())
    os.utime(path, (OLD + after, OLD + after))
    return path


def form(screen: Driver) -> ChooseForm:
    found = screen.main.form
    assert isinstance(found, ChooseForm)
    return found


async def answered(screen: Driver, *names: str) -> None:
    """Wait until these files or folders show."""
    await screen.until(lambda: all(name in screen.text for name in names))


async def test_the_newest_file_of_all_places_is_first(
    db: Path, home: Path, tmp_path: Path, theirs: Path
) -> None:
    put(theirs, home / "Downloads" / "oudste.json", 1)
    put(theirs, home / "Desktop" / "nieuwste.json", 3)
    put(theirs, tmp_path / "media" / "KINGSTON" / "map" / "midden.json", 2)
    async with driven(db) as screen:
        await screen.press("i")
        await answered(screen, "oudste", "nieuwste", "midden")
        told = screen.text
        assert told.index("nieuwste") < told.index("midden") < told.index("oudste")
        assert "stick KINGSTON" in told
        assert "Bureaublad" in told
        assert "▌  nieuwste.json" in told
        await screen.press("enter")
        await screen.until(lambda: "Wat verandert" in screen.text)
        assert "nieuwste.json" in screen.text
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
        assert screen.app.habits.folder == str(home / "Desktop")


async def test_typing_narrows_by_name_and_place(
    db: Path, home: Path, tmp_path: Path, theirs: Path
) -> None:
    put(theirs, home / "Downloads" / "van Ann.json", 1)
    put(theirs, home / "Downloads" / "van Bob.json", 2)
    put(theirs, tmp_path / "media" / "KINGSTON" / "van Eva.json", 3)
    async with driven(db) as screen:
        await screen.press("i")
        await answered(screen, "van Ann", "van Bob", "van Eva")
        await screen.type("ann")
        assert "▌  van Ann.json" in screen.text
        assert "van Bob" not in screen.text
        await screen.press("ctrl+u")
        await screen.type("stick")
        assert "▌  van Eva.json" in screen.text
        await screen.type(" ann")
        assert "Geen bestand met “stick ann”." in screen.text
        await screen.press("enter")
        assert "△ kies een bestand" in screen.text


async def test_the_highlight_stays_with_its_file_when_another_place_answers(
    db: Path, home: Path, theirs: Path
) -> None:
    put(theirs, home / "Downloads" / "een.json", 2)
    put(theirs, home / "Downloads" / "twee.json", 1)
    async with driven(db) as screen:
        await screen.press("i")
        await answered(screen, "een.json", "twee.json")
        await screen.press("down")
        late = FilePlace("stick", home / "stick", "LAAT")
        file = FoundFile(home / "stick" / "nieuwer.json", OLD + 9.0, 10, late)
        form(screen).post_message(lookout.PlaceLooked(late, [file]))
        await answered(screen, "nieuwer.json")
        assert "▌  twee.json" in screen.text


async def test_a_dead_drive_keeps_nobody_waiting(
    db: Path, home: Path, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(theirs, home / "Downloads" / "een.json")
    gate = threading.Event()
    look = places.files_in

    def slow(place: FilePlace, endings: tuple[str, ...]) -> list[FoundFile]:
        if place.kind == "network":
            gate.wait(60)
        return look(place, endings)

    monkeypatch.setattr(places, "files_in", slow)
    monkeypatch.setattr(places, "drives", lambda: [FilePlace("network", home / "H", "H:")])
    async with driven(db) as screen:
        await screen.pilot.press("i")
        await answered(screen, "een.json")
        await screen.pilot.press("enter")
        await screen.until(lambda: "Wat verandert" in screen.text)
    gate.set()


async def test_a_place_that_may_not_be_read_is_named(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(place: FilePlace, endings: tuple[str, ...]) -> list[FoundFile]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(places, "files_in", forbidden)
    async with driven(db, (120, 40)) as screen:
        await screen.press("i")
        await answered(screen, "Downloads kan niet gelezen worden (u mag dat niet).")


async def test_nothing_found_says_where_was_looked(db: Path, home: Path) -> None:
    (home / "Downloads").mkdir()
    async with driven(db, (120, 40)) as screen:
        await screen.press("i")
        await answered(screen, "Geen bestanden gevonden in: Downloads, thuismap.")


async def test_a_path_is_completed_as_it_is_typed(db: Path, tmp_path: Path, theirs: Path) -> None:
    put(theirs, tmp_path / "uitwisseling" / "van ann" / "een.json")
    async with driven(db) as screen:
        await screen.press("i")
        await screen.type(f"{tmp_path}/uitw")
        await answered(screen, "uitwisseling")
        assert "Tab vul aan" in screen.lines[-1]
        await screen.press("tab")
        await answered(screen, "van ann")
        await screen.press("enter")
        await answered(screen, "een.json")
        assert form(screen).line == f"{tmp_path}/uitwisseling/van ann/"
        await screen.press("enter")
        await screen.until(lambda: "Wat verandert" in screen.text)


async def test_a_folder_as_a_path_is_gone_into(db: Path, tmp_path: Path, theirs: Path) -> None:
    put(theirs, tmp_path / "map" / "een.json")
    async with driven(db) as screen:
        await screen.press("i")
        form(screen).field.value = f'"{tmp_path / "map"}"'
        await screen.press("enter")
        await answered(screen, "een.json")


async def test_names_that_no_screen_can_show(db: Path, tmp_path: Path, theirs: Path) -> None:
    folder = tmp_path / "uit [x]\x1b"
    put(theirs, folder / NASTY)
    put(theirs, folder / os.fsdecode(b"\xff\xfe.json"), 1)
    async with driven(db, (120, 40)) as screen:
        await screen.press("i")
        form(screen).field.value = f"{tmp_path}/uit"
        await answered(screen, "uit [x]�")
        await screen.press("enter")
        await answered(screen, "[x] �", "��.json")
        whole = "".join(screen.lines)
        assert shown(whole) == whole
        await screen.press("down", "enter")
        await screen.until(lambda: "Wat verandert" in screen.text)
        whole = "".join(screen.lines)
        assert shown(whole) == whole


async def test_export_to_a_place_with_another_name(db: Path, home: Path, tmp_path: Path) -> None:
    stick = tmp_path / "media" / "KINGSTON"
    stick.mkdir(parents=True)
    (home / "Downloads").mkdir()
    async with driven(db) as screen:
        await screen.press("x")
        await answered(screen, "Downloads", "stick KINGSTON", "thuismap")
        await screen.press("down", "ctrl+u")
        await screen.type("voor ann")
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
        assert "✓ Geëxporteerd naar stick KINGSTON: voor ann.json" in screen.text
        assert json.loads((stick / "voor ann.json").read_bytes())["count"]
        await screen.press("x")
        await answered(screen, "▌  stick KINGSTON")  # where it was written last stands first


async def test_export_needs_a_name(db: Path, tmp_path: Path) -> None:
    async with driven(db) as screen:
        await screen.press("x")
        await answered(screen, "thuismap")
        await screen.press("ctrl+u", "enter")
        assert "△ kies een bestand" in screen.text
        form(screen).field.value = str(tmp_path)
        await screen.press("enter")
        await screen.until(lambda: form(screen).line.endswith("/"))
        assert not list(tmp_path.glob("*.json"))


def by_hand(file: Path) -> None:
    """Change the title and the goal of one agreement in a file."""
    document = json.loads(file.read_bytes())
    for one in document["records"]["agreements"]:
        if one["id"] == VHTO:
            one |= {"title": "VHTO: met de hand", "goal": "meer vrouwen"}
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


async def preview(screen: Driver, file: Path) -> None:
    await screen.press("i")
    form(screen).field.value = str(file)
    await screen.press("enter")
    await screen.until(lambda: not screen.main.busy)


async def test_edits_by_hand_are_taken_with_a_reason(db: Path, theirs: Path) -> None:
    by_hand(theirs)
    async with driven(db, (120, 40)) as screen:
        await preview(screen, theirs)
        assert "Met de hand gewijzigd in het bestand" in screen.text
        assert "Met de hand 2 gaan mee   Tab laat liggen" in screen.text
        assert isinstance(screen.app.focused, LineInput)
        await screen.type("uit de vergadering")
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
        assert "Verwerkt: 2 nieuwe wijzigingen, 2 met de hand   u draait terug" in screen.text
        store = screen.main.store
        assert store.page(VHTO).row.title == "VHTO: met de hand"
        assert store.history(VHTO)[0].why == "uit de vergadering"
        await screen.press("u")
        assert store.page(VHTO).row.title == "VHTO: schakel met de regio"
        assert store.page(VHTO).row.status == "in_progress"


async def test_edits_by_hand_can_be_left(db: Path, theirs: Path) -> None:
    by_hand(theirs)
    async with driven(db, (120, 40)) as screen:
        await preview(screen, theirs)
        await screen.press("tab")
        assert "Met de hand 2 blijven liggen   Tab neem mee" in screen.text
        assert "Reden" not in screen.text
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
        assert "Verwerkt: 2 nieuwe wijzigingen" in screen.text
        assert screen.main.store.page(VHTO).row.title == "VHTO: schakel met de regio"


async def test_records_only_can_only_be_taken_whole(db: Path, tmp_path: Path) -> None:
    file = tmp_path / "los.json"
    file.write_text(json.dumps({"records": {"agreements": [{"id": VHTO, "title": "Los"}]}}))
    async with driven(db, (120, 40)) as screen:
        await preview(screen, file)
        assert "1 gaat mee" in screen.text
        await screen.press("tab")
        assert "1 gaat mee" in screen.text
        assert "Tab" not in screen.lines[-1]
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
        assert screen.main.store.page(VHTO).row.title == "Los"


async def test_a_spoilt_file_is_told_and_its_valid_changes_can_be_taken(
    db: Path, theirs: Path
) -> None:
    data = theirs.read_bytes()
    theirs.write_bytes(data[: data.index(b',"erased"') - 30])
    async with driven(db, (120, 40)) as screen:
        await preview(screen, theirs)
        assert "△ Dit bestand is beschadigd" in screen.text
        assert "Enter toon wat geldig is" in screen.lines[-1]
        await screen.press("enter")
        await screen.until(lambda: not screen.main.busy)
        assert "1 regel die niet klopt, wordt apart gezet" in screen.text
        await screen.press("escape")
        assert "Bestand" in screen.text  # back in the list
        await preview_again(screen)
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
        assert isinstance(screen.app.screen, MainScreen)
        assert "Verwerkt: " in screen.text


async def test_what_is_cut_before_the_first_act_offers_nothing(db: Path, theirs: Path) -> None:
    data = theirs.read_bytes()
    theirs.write_bytes(data[: data.index(b'"acts":') - 5])
    async with driven(db, (120, 40)) as screen:
        await preview(screen, theirs)
        assert "is beschadigd" in screen.text
        assert "vraag het bestand opnieuw" in " ".join(line[30:] for line in screen.lines)
        assert "kunt u toch overnemen" not in screen.words


async def preview_again(screen: Driver) -> None:
    for stage in ("spoilt", "seen"):
        await screen.press("enter")
        await screen.until(lambda: not screen.main.busy)
        assert getattr(form(screen), "stage", "") == stage


def test_what_a_name_begins_with_comes_before_what_is_also_called_so() -> None:
    options = [
        PickerOption("b", "Bedrijfsprocessen"),
        PickerOption("d", "Deltion", others=("ROC Deltion",)),
        PickerOption("s", "Samen met ROC Oost"),
        PickerOption("a", "ROC Aventus"),
    ]
    rows, *_ = ChooseScreen("", options).found("roc")
    assert [row.key for row in rows] == ["a", "s", "b", "d"]
