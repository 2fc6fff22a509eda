"""Measure the search: `python -m tests.search [tune|report] [--failed] [--table]`.

Prints how many questions of each class are answered by the first and among the first three answers:
by our search, and by what could stand in its place. `--failed` tells which ones ours does not
answer; of the half to report on, whoever tunes does not ask that. `--table` writes the figures
of the half to report on to `docs/zoekkwaliteit.md`. `--document FILE` asks
with a document attached.
"""

import argparse
import tempfile
from pathlib import Path

from seed.document.beside import profile_of, read_document
from seed.releases import ARRANGEMENT, oost
from storage.store import Store
from tests.search.contenders import contenders
from tests.search.figures import PAGE, lines, page
from tests.search.questions import HALVES, Half
from tests.search.shown_texts import shown_texts
from tests.search.success import Answer, answers, asked


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.search")
    parser.add_argument("half", nargs="?", choices=HALVES, default="tune")
    parser.add_argument("--failed", action="store_true")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--document", type=Path)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder), said.half, said.document)
    if said.failed:
        for one in found["ours"]:
            if not one.right(3):
                print(f"{one.question.kind}: {one.question.ask}  ({one.question.why})")
                print(f"   wants {' '.join(sorted(one.question.expect))}")
                print(f"   finds {' '.join(one.found)}")
    print(*lines(found), sep="\n")
    if said.table:
        PAGE.write_text(page(found), encoding="utf-8")


def measured(folder: Path, half: Half, document: Path | None) -> dict[str, list[Answer]]:
    """What each engine answers; only ours can have the document."""
    path = folder / "oost.db"
    Store.create(path, ARRANGEMENT, oost())
    store = Store(path, by="Vraagsteller")
    if document:
        read = read_document(store, document, profile_of(store))
        store.documents.attach(read.document, read.passages, read.profile, read.moves)
    texts = shown_texts()
    engines = contenders(store, texts)
    if document:
        engines = {"ours": engines["ours"]}
    said = asked(half, texts, document=document is not None)
    found = {name: answers(ask, said) for name, ask in engines.items()}
    store.close()
    return found


if __name__ == "__main__":
    main()
