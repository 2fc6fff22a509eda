"""Opening the file beside the screen."""

from collections.abc import Callable
from contextlib import ExitStack

from storage.errors import Refused
from tui.base.app_messages import Cautioned, NotOpened, Opened
from tui.base.base_app import BaseApp

READ_MS = 250
"""How long the screen stands still for a file that another program holds."""


def open_file(app: BaseApp, by: str | None, fill: Callable[[], object]) -> None:
    """Open it, in a thread: the first frame stands before the data does. What comes of it reaches
    the app as ``Opened`` or ``NotOpened``, and ``Cautioned``. ``fill`` makes the file where none
    stands yet, ``by`` is who writes."""
    from seed.releases import brought_lines
    from storage.store import Store as Opening

    try:
        fill()
        store = Opening.open(app.path, by, brought_lines)
        with ExitStack() as kept:
            kept.callback(store.close)  # a spoilt file that is open cannot be replaced
            store.totals()  # reads what all lists need, which takes a while if they are long
            store.hurry(READ_MS)
            kept.pop_all()
        app.post_message(Opened(store))
    except Refused as refused:
        app.post_message(NotOpened(refused))
        return
    from tui.user import cautions

    for told in (cautions.synced(app.path), cautions.in_wal(store)):
        if told is not None:
            app.post_message(Cautioned(told))
