"""Drafts between the forms of the screen and the file that keeps them."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import Refused
from tui.locale import refusal, say
from tui.user.drafts import Drafts, Kept

if TYPE_CHECKING:
    from storage.acts import Act
    from tui.user.draft_file import DraftFile


class DraftKeeper:
    """Of one file of the arrangement; ``drafts`` is what the forms read and write, ``warn`` says
    what is to be known of them."""

    def __init__(self, path: Path, warn: Callable[[str], None]) -> None:
        self.drafts = Drafts()
        self._path = path
        self._warn = warn
        self._could = True

    @cached_property
    def _file(self) -> "DraftFile":
        from tui.user.draft_file import DraftFile

        return DraftFile(self._path)

    def load(self) -> Mapping[str, Kept]:
        """Take over what was kept, and give it. Raises Refused where it cannot be read."""
        kept = self._file.load()
        self.drafts.fill(kept)
        return kept

    @property
    def damaged(self) -> str:
        """The name under which a damaged file was put aside; "" where none was."""
        return self._file.aside[0].name if self._file.aside else ""

    def save(self) -> None:
        """Write down what changed since. Why that cannot be done is told the first time."""
        if not self.drafts.changed:
            return
        self.drafts.changed = False
        try:
            self._file.save(self.drafts.all())
        except Refused as refused:  # typing goes on
            told, self._could = self._could, False
            if told:
                reason = refusal(refused.key, refused.details)
                self._warn(say("drafts.not_kept", reason=reason))

    def forget(self, gone: "Sequence[Act]") -> None:
        """Throw away the drafts in which something of these acts stands."""
        from tui.user.draft_erasure import forget_typed

        forget_typed(self.drafts, gone)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
