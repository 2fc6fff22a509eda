"""The headings by which a document is divided, and what its blocks gave; both are data.

A profile is TOML, beside the records of a seed folder (``document.toml``) or by itself:

    title_ends = "2014-2016"            # the last line of the title
    labels = ["Rol van het Platform"]   # headings that start no new count
    texts = ["Let op"]                  # look like headings in the file, and are none

    [[chapters]]
    key = "1"
    begins = "Generiek…"                # "…" where more may follow
    headings = { twente = "Twente" }

    [blocks]
    "1.h" = { text = "3b1c…", none = "kop" }
"""

import json
import tomllib
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from storage.errors import Refused

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
Locator = Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+$")]
Line = Annotated[str, StringConstraints(min_length=1)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Chapter(_Model):
    """A chapter by its key in locators and how its heading begins, with the headings in it."""

    key: Key
    begins: Line
    headings: dict[Key, Line] = Field(default_factory=dict)


class KnownBlock(_Model):
    """What the seed knows of a block: a digest of its words, and why it gave no record."""

    text: str = ""
    none: str = ""


class Profile(_Model):
    """How one document is divided, and the blocks that its arrangement was made from, in order."""

    title_ends: str = ""
    labels: list[Line] = Field(default_factory=lambda: ["Rol…"])
    texts: list[Line] = Field(default_factory=list)
    chapters: list[Chapter] = Field(default_factory=list)
    blocks: dict[Locator, KnownBlock] = Field(default_factory=dict)


GENERIC = Profile()
"""For a document of which nothing is known: headings are told by how they look."""


def read_profile(text: str) -> Profile:
    """A profile from TOML. Raises Refused, with the place and the reason, for what is none."""
    try:
        return Profile.model_validate(tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        raise Refused("bad_profile", reason=_reason(error)) from error


def profile_text(profile: Profile) -> str:
    """A profile as TOML, of which the strings are written as those of JSON."""
    lines = [
        f"title_ends = {_text(profile.title_ends)}",
        f"labels = {_text(profile.labels)}",
        f"texts = {_text(profile.texts)}",
    ]
    for chapter in profile.chapters:
        lines += ["", "[[chapters]]", f"key = {_text(chapter.key)}"]
        headings = (f"{_text(key)} = {_text(line)}" for key, line in chapter.headings.items())
        lines += [f"begins = {_text(chapter.begins)}", f"headings = {{ {', '.join(headings)} }}"]
    if profile.blocks:
        lines += ["", "[blocks]"]
    for locator, block in profile.blocks.items():
        said = block.model_dump(exclude_defaults=True)
        keys = ", ".join(f"{key} = {_text(value)}" for key, value in said.items())
        lines.append(f"{_text(locator)} = {{ {keys} }}")
    return "\n".join([*lines, ""])


def _text(value: str | list[str]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _reason(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
