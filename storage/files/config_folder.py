"""Where the app keeps what is this user's on this laptop."""

import os
import sys
from pathlib import Path

NAME = "arrangement"


def config_folder() -> Path:
    """The folder for it, as the system has it; it need not be there."""
    if sys.platform == "linux":
        # As platformdirs says it, which takes a short command as long as sqlite3 and click do.
        for base, *below in (
            [os.environ.get("XDG_CONFIG_HOME", "")],
            [os.environ.get("HOME", ""), ".config"],
        ):
            if os.path.isabs(base):
                return Path(base, *below, NAME)
    from platformdirs import user_config_path

    return user_config_path(NAME, appauthor=False)
