"""Games in which something was found once: they are played before any others."""

from tests.play.games import Elsewhere, Game, Keys, Restarted
from tests.play.words import Call, Desk

FOUND: dict[str, list] = {
    "screen": [
        # rows above the bar were hidden after a start
        Game(
            "conflicts",
            0,
            (107, 14),
            "nl",
            [Elsewhere(3), Keys(("1", "home", "down")), Restarted(), Keys(())],
        ),
    ],
    "commands": [
        # an element of a set dropped what was incomplete of the set itself
        Desk("bare", 9, []),
        # what was written in parts to a file was refused after the first
        Desk("conflicts", 0, [Call(("conflicts", "oost-2-twe-04", "-o", "leeg.json"), "")]),
    ],
}
