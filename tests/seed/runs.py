"""Runs of nine words of the arrangement's document, as hashes: its text is not ours to hand on.

`python -m tests.seed.runs FILE` writes them anew from a document.
"""

import hashlib
import html
import re
import sys
from collections.abc import Iterator
from pathlib import Path

WORDS = 9
DIGITS = 12
KNOWN = Path(__file__).parent / "documents" / "runs.txt"


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Every run of nine words of a text, with its hash; what stands between words is nothing."""
    words = re.findall(r"\w+", html.unescape(text).casefold())
    for n in range(len(words) - WORDS + 1):
        run = " ".join(words[n : n + WORDS])
        yield hashlib.sha256(run.encode()).hexdigest()[:DIGITS], run


if __name__ == "__main__":
    document = Path(sys.argv[1]).read_text(encoding="utf-8")
    KNOWN.write_text("".join(f"{told}\n" for told in sorted({told for told, _ in runs(document)})))
