"""The seed as acts, the same ids on every laptop (contract §2, rule 8)."""

from collections.abc import Iterable

from seed.loader import Seed, Seeded, read
from storage.acts import Act, Setting, make_act
from storage.acts.act import SEED

RELEASED = "2026-11-24T00:00:00.000Z"
ARRANGEMENT = "oost-2014-2016"


def oost() -> list[Act]:
    """The arrangement Landsdeel Oost & Platform Bèta Techniek 2014-2016."""
    return acts_of(read())


def acts_of(seed: Seed) -> list[Act]:
    """The acts of an arrangement: the same for everyone who has the same folder."""
    return acts(seed.records, f"{seed.released}T00:00:00.000Z")


def acts(records: Iterable[Seeded], at: str = RELEASED) -> list[Act]:
    """One act for each record, in the order given, which is that of their ids."""
    return [
        make_act(
            at=at,
            by=SEED,
            device=SEED,
            seq=seq,
            set=[
                Setting(record.id, field, value, ())
                for field, value in {"life": "live", **record.values}.items()
                if value is not None
            ],
        )
        for seq, record in enumerate(records, start=1)
    ]
