"""What a file says of itself, before what it holds."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from storage.acts import NotAnAct
from storage.acts.act import check_time
from storage.errors import Refused
from storage.formats.foreign import check_keys
from storage.formats.profiles import PROFILES
from storage.formats.snapshot_layout import VERSION
from storage.formats.verifier import check_version, spoilt
from storage.records.record_json import Json

_SHA256 = r"^[0-9a-f]{64}$"


class Head(BaseModel):
    """The first line of a snapshot: a file that lacks a key of it, or has another, is spoilt."""

    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal["arrangement-snapshot"]
    version: Literal[1]
    arrangement: str
    profile: Literal["partners", "internal"]
    exported_at: str
    exported_by: str | None
    device: str | None
    count: int
    acts_digest: str = Field(pattern=_SHA256)
    records_digest: str = Field(pattern=_SHA256)

    def check_time(self) -> None:
        """Raises Refused where it was made at a time that is none."""
        try:
            check_time(self.exported_at)
        except NotAnAct as error:
            raise spoilt(1, f"exported_at {error}") from error


def check_known(model: type[BaseModel], document: Json) -> None:
    """Raises Refused for a key that the model lacks. A million of them are so told by the first:
    pydantic would describe each."""
    other = next((key for key in document if key not in model.model_fields), None)
    if other is not None:
        raise spoilt(1, f"{other}: unknown key")


def check_kind(document: object) -> Json:
    """The document, where it is a snapshot that this version can take in; else raises Refused,
    which says what it is."""
    document = check_keys(document)
    check_version(document.get("version", VERSION), VERSION)
    if document.get("profile") == "public":
        raise Refused("public_file")
    if document.get("profile", "partners") not in PROFILES:
        raise spoilt(1, "profile")
    return document
