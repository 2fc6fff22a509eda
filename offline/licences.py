"""The licences of what a zip carries: the files that each wheel brings for them."""

import re
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

OWN_FOLDER = re.compile(r"(?P<project>[^/]+)\.dist-info/(licenses/)?(?P<rest>.*[^/])")
OLDER = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*", re.IGNORECASE)


def licences(wheels: Iterable[Path]) -> dict[str, bytes]:
    """The texts by their path in the zip: a folder for each project and version.

    Of a wheel without any there is what it says of itself: its licence by name, and its authors.
    """
    found = {}
    for path in wheels:
        with ZipFile(path) as wheel:
            beside = [one for one in map(OWN_FOLDER.fullmatch, wheel.namelist()) if one]
            texts = [one for one in beside if one[2] or OLDER.fullmatch(one["rest"])]
            for one in texts or [one for one in beside if one["rest"] == "METADATA"]:
                found[f"licenties/{one['project']}/{one['rest']}"] = wheel.read(one[0])
    return found
