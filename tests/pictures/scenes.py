"""What is on each picture: how large, in which colours, and the keys that lead there."""

from typing import NamedTuple

TWENTE = ("1", "end", "up", "enter")
VHTO = (*TWENTE, *"jjj")
AGENDA = (
    "Z", "n", "text:liaison", "enter", "text:20 november 2014, 13.00 tot 15.00", "enter",
    "text:Zwolle", "enter",
    "enter", *"jjjj", "e", "enter", "text:uitv", "enter", "text:eerste gesprek is er", "enter",
)  # fmt: skip


RUNNING = (*AGENDA, "S", "enter", "n", "n", "n")
SPOKEN = (
    "t", "text:stuurt de lijst van bedrijven", "enter", "text:twente", "enter",
    "text:voor 1 december 2014", "enter", "n", "n", "r", "text:platform", "enter", "enter",
)  # fmt: skip


class Scene(NamedTuple):
    """A picture by its name; ``keys`` are pressed one after another, `text:` is typed.

    ``shared`` says that there is an exchange folder in which something waits.
    """

    name: str
    title: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    shared: bool = False
    theme: str = "dark"


SCENES = (
    Scene("main-80x24", "Twente, op 80 bij 24", (80, 24), VHTO),
    Scene("main-120x40", "Twente, op 120 bij 40", (120, 40), VHTO),
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
    Scene("matrix-120x40", "Programma's en regio's", (120, 40), ("m", *"jjjjjjjlllll")),
    Scene("overleg-agenda-80x24", "De agenda van een overleg", (80, 24), AGENDA),
    Scene("overleg-loopt-100x30", "Een overleg dat loopt", (100, 30), RUNNING),
    Scene(
        "overleg-aannemen-100x30", "Voorstellen in één keer aannemen", (100, 30), (*RUNNING, "A")
    ),
    Scene(
        "overleg-voorlezen-100x30", "Een besluit om voor te lezen", (100, 30), (*RUNNING, "a", "C")
    ),
    Scene(
        "overleg-verslag-120x40",
        "Het verslag van een overleg",
        (120, 40),
        (*RUNNING, "a", *SPOKEN, "C", "C", "enter", "enter"),
    ),
    Scene("main-light-80x24", "Twente, in lichte kleuren", (80, 24), VHTO, theme="light"),
    Scene("main-contrast-80x24", "Twente, met veel contrast", (80, 24), VHTO, theme="contrast"),
    Scene("edit-100x30", "Een afspraak wijzigen", (100, 30), (*VHTO, "e")),
    Scene("chooser-100x30", "Een organisatie kiezen", (100, 30), (*VHTO, "L", "text:ver")),
    Scene("term-80x24", "Een termijn", (80, 24), (*VHTO, "I", "text:voor de zomer")),
    Scene("region-100x30", "De bladzijde van een regio", (100, 30), (*TWENTE, "1", "0", "enter")),
    Scene("history-whole-100x30", "Alles wat is gewijzigd", (100, 30), ("H",)),
    Scene("since-120x40", "Veranderd sinds 1 mei", (120, 40), ("S", "text:1-5-2014", "enter")),
    Scene("time-100x30", "Zoals het stond", (100, 30), ("T", *("left",) * 3)),
    Scene("parties-100x30", "Wie doet wat voor wie", (100, 30), ("W", "down")),
    Scene("meetings-100x30", "De overleggen", (100, 30), ("Z",)),
    Scene("conflict-40x12", "Twee waarden, op 40 bij 12", (40, 12), (*VHTO, "c")),
)
