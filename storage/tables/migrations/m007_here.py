"""Which acts were written in this file: a fact that no act can claim (contract §2, `seq`), and
the device ids that this file gave up because another laptop wrote under them too.

Of what older versions wrote: what is written here claims the very time of its arrival, and
came through no file. And no act arrived before an earlier one, whatever the clock said.
"""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.execute("ALTER TABLE acts ADD COLUMN here INTEGER NOT NULL DEFAULT 0")
    db.execute(
        "UPDATE acts SET here = 1 WHERE NOT erased AND at = arrived AND device <> 'seed'"
        " AND NOT EXISTS (SELECT 1 FROM arrivals WHERE n BETWEEN first AND last)"
    )
    db.execute(
        "UPDATE acts SET arrived = sequence.latest FROM"
        " (SELECT n, max(arrived) OVER (ORDER BY n) AS latest FROM acts) sequence"
        " WHERE sequence.n = acts.n AND acts.arrived < sequence.latest"
    )
    db.execute("CREATE INDEX acts_here ON acts (by, n) WHERE here")
    db.execute("DROP INDEX idx_acts_device_seq")
    db.execute("CREATE INDEX acts_by_device ON acts (device, here, seq)")
    db.create_table("cloned", {"device": str}, pk="device")
