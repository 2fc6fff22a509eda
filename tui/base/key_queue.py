"""Hands out keys one at a time, so that none is lost while a screen or a form is on its way.

Textual sends a key to what has the focus at that moment, also when the key before it is still
opening something else: of a quick ``/v`` the ``v`` would reach nobody, and after a quick ``a`` a
``q`` would end the app instead of standing in the note.
"""

import asyncio
from collections import deque
from time import monotonic
from typing import Any

from textual.app import App
from textual.events import Event
from textual.widget import Widget

PATIENCE = 1.0
"""Seconds after which the next key goes on, whatever the one before still does."""


class KeyQueue:
    """Keys and pasted texts on their way to the app."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[Event] = deque()
        self._handed: Event | None = None
        self._task: asyncio.Task[None] | None = None

    def may_pass(self, event: Event) -> bool:
        """Whether this one may go on now; if not, it comes again when it may."""
        if event is self._handed or not (self._waiting or self._at_work()):
            return True
        self._waiting.append(event)
        if self._task is None:
            self._task = asyncio.create_task(self._hand_out())
        return False

    async def _hand_out(self) -> None:
        while self._waiting:
            ends = monotonic() + PATIENCE
            while self._at_work() and monotonic() < ends:
                await asyncio.sleep(0)
            self._handed = self._waiting.popleft()
            self._app.post_message(self._handed)
        self._task = None

    def _at_work(self) -> bool:
        """Whether anything that shows still has something to do, or is not there yet."""
        if not self._app.is_running or not self._app.screen_stack:
            return False
        shown = self._app.screen.walk_children(Widget, with_self=True)
        return self._app.message_queue_size > 0 or any(
            widget.message_queue_size or not widget.is_mounted for widget in shown
        )
