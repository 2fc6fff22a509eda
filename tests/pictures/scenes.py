"""What is on each picture: how large, in which colours, and the keys that lead there."""

from collections.abc import Mapping
from typing import NamedTuple

from tui.settings import Settings

TWENTE = ("1", "end", "up", "enter")
VHTO = (*TWENTE, *"jjj")
DARK: Mapping[str, str] = {}
LIGHT = {"COLORFGBG": "0;15"}
CONTRAST = Settings(theme="contrast")


class Scene(NamedTuple):
    """A picture by its name; ``keys`` are pressed one after another, `text:` is typed.

    ``chosen`` are the settings that it is drawn with; ``shared`` that there is an exchange folder
    in which something waits.
    """

    name: str
    title: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    environment: Mapping[str, str] = DARK
    chosen: Settings = Settings()
    shared: bool = False


SCENES = (
    Scene("main-80x24", "Twente, op 80 bij 24", (80, 24), VHTO),
    Scene("main-120x40", "Twente, op 120 bij 40", (120, 40), VHTO),
    Scene("main-120x40-light", "Twente, licht", (120, 40), VHTO, LIGHT),
    Scene("main-80x24-contrast", "Hoog contrast", (80, 24), VHTO, chosen=CONTRAST),
    Scene("settings-80x24", "Instellingen", (80, 24), ("comma", "down")),
    Scene("main-160x45", "Met bron en logboek ernaast", (160, 45), VHTO),
    Scene("empty-region-80x24", "Niets apart afgesproken", (80, 24), ("1", *"jjj", "enter")),
    Scene("search-100x30", "Zoeken", (100, 30), ("slash", "text:vrouwen")),
    Scene("status-80x24", "De status veranderen", (80, 24), (*VHTO, "s", "down", "down")),
    Scene(
        "preview-80x24",
        "Meer afspraken tegelijk",
        (80, 24),
        (*VHTO, "space", "space", "space", "s", "down", "text:besproken", "enter"),
    ),
    Scene("conflict-100x30", "Twee waarden", (100, 30), (*VHTO, "c")),
    Scene("history-120x40", "Geschiedenis", (120, 40), (*VHTO, "h")),
    Scene("exchange-120x40", "Uitwisseling", (120, 40), ("X",), shared=True),
    Scene("form-120x40", "Alle gegevens wijzigen", (120, 40), (*VHTO, "e", *(["down"] * 2))),
    Scene(
        "organisation-120x40",
        "De bladzijde van een organisatie",
        (120, 40),
        (*VHTO, "0", *(["down"] * 1), "enter", "enter"),
    ),
    Scene("coverage-120x40", "Wat elk stuk van het document gaf", (120, 40), ("C",)),
    Scene("matrix-120x40", "Programma’s en regio’s", (120, 40), ("m", *"jjjjjjjlllll")),
    Scene("parties-120x40", "Wie doet wat voor wie", (120, 40), ("W", *"jj")),
    Scene("palette-100x30", "Alle opdrachten", (100, 30), (*VHTO, "f2")),
)
