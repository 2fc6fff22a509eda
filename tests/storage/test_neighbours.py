"""The agreements beside another: with the same party, at the same point, of the same programme, and
such as say nearly the same."""

from pathlib import Path

from seed.loader import Seeded
from seed.seed_acts import acts
from storage.store import Store


def made(tail: str, region: str, **more: object) -> Seeded:
    said = {"code": f"O-1-{tail}", "title": tail, "kind": "commitment", "status": "open",
            f"regions/{region}": True, **more}  # fmt: skip
    return Seeded(f"agreements/{tail}", said)


def test_who_stands_beside_an_agreement(tmp_path: Path):
    said = "Het Platform brengt scholen en bedrijven in Twente elk jaar bij elkaar."
    place = {"document": "d", "locator": "2.twente.b2"}
    vhto, jet = {"parties/counterparty/vhto": True}, {"programmes/jet": True}
    Store.create(
        tmp_path / "a.db",
        "a-1",
        acts(
            [
                Seeded("regions/twente", {"name": "Twente", "short": "TWE"}),
                Seeded("regions/zwolle", {"name": "Zwolle", "short": "ZWO"}),
                Seeded("programmes/jet", {"name": "Jet-Net"}),
                Seeded("organisations/vhto", {"name": "VHTO"}),
                made("een", "twente", source=place, text=said, **vhto, **jet),
                made("like", "zwolle", text=said.replace("Twente", "Zwolle")),
                made("other", "zwolle", text="Het Platform brengt verslag uit."),
                made("party", "zwolle", **vhto),
                made("point", "twente", source=place),
                made("programme", "zwolle", **jet),
                made("same-region", "twente", **jet),
            ]
        ),
    )
    store = Store.open(tmp_path / "a.db")
    found = store.overviews.neighbours(store.agreement_page("agreements/een"))
    store.close()
    assert [(part.what, part.of.name, [row.title for row in part.rows]) for part in found] == [
        ("party", "VHTO", ["party"]),
        ("point", "", ["point"]),
        ("programme", "Jet-Net", ["programme"]),
        ("like", "", ["like"]),
    ]
