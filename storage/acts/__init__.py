"""What a user does, as immutable acts with ids made of their bytes. No clock, disk or database."""

from storage.acts.act import Act, Setting, make_act, read_act
from storage.acts.canonical import NotAnAct, decode, digest, encode
from storage.acts.stub import Stub, fits, make_stub, read_stub

__all__ = [
    "Act",
    "NotAnAct",
    "Setting",
    "Stub",
    "decode",
    "digest",
    "encode",
    "fits",
    "make_act",
    "make_stub",
    "read_act",
    "read_stub",
]
