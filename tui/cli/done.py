"""What a command says and gives when it has changed something."""

from storage.store import Store
from tui.cli.output import Out
from tui.cli.words import tell
from tui.locale import say


def called(store: Store, record: str) -> str:
    """What a sentence calls a record: its code, else its name."""
    found = store.record(record)
    return str(found.get("code") or found.get("name") or found.get("title") or record)


def done(store: Store, out: Out, record: str, told: str) -> None:
    if out.is_json:
        out.json(store.record(record))
    tell(f"{told}. {say('cli.undo_hint')}")
