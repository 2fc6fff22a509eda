"""From a set of acts to what the arrangement says now. Pure, and independent of any order.

The rules (numbers as in contract §2, "Merge"):

    act ──undo──▶ act          1  void: an act in force names it in undo     voids.py
     │                            in a circle of undos: void
     │ sets
     ▼
    field of a record          2  a void act passes its parents on           heads.py
     │                         3  heads: acts in force nothing stands on
     │                            a circle without a head: all of it
     ▼
    ┌ heads ─────────────┐     4  a person's act before the seed's;          field_values.py
    │ person?   seed?    │        of seeds only the newest
    │ values: one / many │     5  one value: clean; many: conflict,
    └────────────────────┘        newest first; unknown parent: incomplete
     │
     ▼
    life of the record         6                                             existence.py

        heads of `life`       other heads the deletion did not see   life
        ────────────────────  ─────────────────────────────────────  ─────────
        live                  -                                      live
        deleted               none                                   deleted
        deleted               some, here or on a live entry          contested
        live and deleted      -                                      contested
        none left             some, here or on an entry              contested
        none left             none                                   (no record)
        no act on life known  -                                      live, incomplete

    Taking back and doing again (7): undo_order.py.   As it stood at a moment (9): as_of.py.
    What is left of an erased act, and whether it counts (10): erased.py.
"""

from storage.merge.erased import Counting, Decided, what_counts
from storage.merge.field_values import Outcome, merge_field
from storage.merge.heads import Assertion, frontier
from storage.merge.merged_records import (
    Merged,
    World,
    about,
    merge_records,
    project,
    void_among,
    world_of,
)
from storage.merge.single_acts import said_once
from storage.merge.voids import voided

__all__ = [
    "Assertion",
    "Counting",
    "Decided",
    "Merged",
    "Outcome",
    "World",
    "about",
    "frontier",
    "merge_field",
    "merge_records",
    "project",
    "said_once",
    "void_among",
    "voided",
    "what_counts",
    "world_of",
]
