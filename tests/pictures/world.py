"""The arrangement with some months of likely work in it; the names of people are made up."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from seed.loader import load
from seed.releases import ARRANGEMENT
from seed.seed_acts import acts
from storage.store import Store
from tests.storage.test_apart import without_number

START = "2014-04-01T08:00:00.000Z"
VHTO = "agreements/oost-2-twe-04"
TEXTS = (
    "Het Platform houdt het contact warm tussen de regio en VHTO, en nodigt VHTO uit voor de"
    " regiegroep van oktober.",
    "Het Platform houdt het contact warm tussen de regio en VHTO. De regio nodigt VHTO zelf uit"
    " voor de regiegroep van november.",
)


class Then(date):
    """The day on which the pictures are drawn."""

    @classmethod
    def today(cls) -> "Then":
        return cls(2014, 10, 2)


class Clock:
    """The time that acts claim; it goes on by itself."""

    def __init__(self) -> None:
        self.at = datetime(2014, 5, 6, 9, 12)

    def __call__(self) -> str:
        self.at += timedelta(minutes=7)
        return self.at.strftime("%Y-%m-%dT%H:%M:%S.120Z")

    def on(self, month: int, day: int, hour: int = 10) -> None:
        self.at = datetime(2014, month, day, hour, 4)


@contextmanager
def back_then() -> Iterator[Clock]:
    """Everything in here happens in 2014."""
    clock = Clock()
    with (
        patch("storage.clock.now", clock),
        patch("storage.reader.date", Then),
        patch("tui.words.dates.date", Then),
        patch("tui.words.looking_back.date", Then),
        patch("tui.base.since_picker.date", Then),
        patch("tui.screens.main.time_panel.date", Then),
        patch("tui.screens.main.time_travel.date", Then),
        patch("tui.forms.files.export_form.date", Then),
        patch("seed.releases.brought_lines", lambda _: []),  # it was not released yet
    ):
        yield clock


def fill(db: Path, clock: Clock) -> None:
    """Some months of work by one person, and by a colleague of whom a file was taken in."""
    Store.create(db, ARRANGEMENT, acts(load(), START))
    copy = Path(shutil.copy(db, db.with_name("colleague.db")))
    mine = Store.open(db, "Eva de Boer")
    _work(mine, clock)
    _settle_differently(mine, copy, clock)
    mine.close()


def share(db: Path, clock: Clock) -> None:
    """Two exchange folders, one of them on a stick that is elsewhere now; what a colleague put in
    the other waits; and a file of a third of which one line was spoilt."""
    folder, stick = Path.home() / "Nextcloud" / "arrangement", Path.home() / "stick"
    mine = Store.open(db)
    clock.on(9, 26)
    _sync(mine, stick)
    stick.rename(stick.with_name("weg"))
    clock.on(9, 29)
    _sync(mine, folder)
    clock.on(9, 30, 11)
    copy = Path(shutil.copy(db, db.with_name("third.db")))
    _elsewhere(copy, lambda store: _bring(store, folder), "Marieke Smit")
    spoilt = Path.home() / "van Jan, na het overleg.json"
    whole = db.with_name("colleague.json").read_bytes()
    spoilt.write_bytes(without_number(whole, TEXTS[1].encode()))
    mine.snapshots.import_(spoilt, skip_bad=True)
    mine.close()


def _sync(store: Store, folder: Path) -> None:
    folder.mkdir(parents=True)
    store.exchange.sync(folder)


def _bring(store: Store, folder: Path) -> None:
    store.introduce("Marieke Smit", "provincie-overijssel")
    store.status(store.find("ZWO-01"), "in_progress")
    store.note(store.find("ZWO-01"), "De eerste scholen doen mee.")
    store.exchange.sync(folder)


def _work(store: Store, clock: Clock) -> None:
    for code, status in (("TWE-03", "in_progress"), ("TWE-07", "in_progress"),
                         ("TWE-08", "in_progress"), ("TWE-10", "in_progress"),
                         ("TWE-20", "on_hold"), ("GEL-02", "in_progress")):  # fmt: skip
        store.status(store.find(code), status)
    store.status(store.find("TWE-09"), "partly_met", why="het advies is er, de steun nog niet")
    clock.on(5, 6)
    store.note(VHTO, "Eerste kennismaking in Hengelo.")
    clock.on(6, 18, 14)
    store.note(VHTO, "Het contact loopt via de regiegroep.", kind="decision")
    clock.on(6, 27)
    store.note(VHTO, "Lijst van scholen met veel meisjes in de bovenbouw.", kind="action")
    clock.on(9, 12, 9)
    store.note(VHTO, "VHTO noemt een vaste contactpersoon; de regio belt in oktober.")
    clock.on(9, 19, 16)
    store.edit(VHTO, {"goal": "Meer meisjes kiezen techniek."}, why="zo besproken in de regiegroep")


def _settle_differently(mine: Store, copy: Path, clock: Clock) -> None:
    """Two people change one text without knowing of each other."""
    clock.on(9, 24, 15)
    mine.edit(VHTO, {"text": TEXTS[0]}, why="zo afgesproken met VHTO op 12 september")

    def theirs(store: Store) -> None:
        clock.on(9, 25, 8)
        store.edit(VHTO, {"text": TEXTS[1]}, why="zo staat het in het verslag van de regio")
        store.status(store.find("STE-01"), "in_progress")

    mine.snapshots.import_(_elsewhere(copy, theirs))
    mine.snapshots.export(copy.with_name("voor-jan.json"))


def _elsewhere(copy: Path, job: Callable[[Store], object], name: str = "Jan Hendriks") -> Path:
    """What a colleague did on another laptop, as the file they send."""
    with patch.dict(os.environ, XDG_CONFIG_HOME=str(copy.with_suffix(""))):
        store = Store.open(copy, name)
        job(store)
        file = copy.with_suffix(".json")
        store.snapshots.export(file)
        store.close()
    return file
