"""The digest of a file."""

import hashlib
from pathlib import Path


def sha256(path: Path) -> str:
    """In hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
