"""What a user does, as immutable acts with ids made of their bytes. No clock, disk or database."""

from storage.acts.act import Act, Setting, act_from, make_act, read_act
from storage.acts.canonical import NotAnAct, decode, digest, encode, written
from storage.acts.id_set import IdSet
from storage.acts.stub import Stub, make_stub, read_stub

__all__ = [
    "Act",
    "IdSet",
    "NotAnAct",
    "Setting",
    "Stub",
    "act_from",
    "decode",
    "digest",
    "encode",
    "make_act",
    "make_stub",
    "read_act",
    "read_stub",
    "written",
]
