"""The systems that get a zip, and how pip and their Pythons name them."""

from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


NEWER = {("linux-x64", "3.14"): ("manylinux_2_28_x86_64",)}
"""Where a wheel is there for a newer system only: that Python needs glibc 2.28 for rapidfuzz."""


@dataclass(frozen=True, slots=True)
class System:
    """A kind of laptop: how pip calls it, what its Python says of it and calls extension modules.

    ``said`` is what its Python says in `os.name`, `sys.platform`, `platform.system()` and
    `platform.machine()`. ``machine`` is its processor where that is not in ``kind``; ``starter``
    is the file to double click, with the file of `offline/root/` that it is, and ``command`` what
    to type instead.
    """

    name: str
    pip: str
    said: tuple[str, str, str, str]
    kind: str
    machine: str | None
    starter: tuple[str, str]
    command: str

    @property
    def line_end(self) -> str:
        """What ends a line of a text there."""
        return "\r\n" if self.windows else "\n"

    @property
    def windows(self) -> bool:
        """Whether it is Windows."""
        return self.said[0] == "nt"

    def platforms(self, python: str) -> list[str]:
        """How pip calls what wheels for this Python may be made for, here."""
        return [self.pip, *NEWER.get((self.name, python), ())]

    def kind_of(self, python: str) -> str:
        """What extension modules of this Python end in, here."""
        return self.kind.format(python.replace(".", ""))

    def environment(self, python: str) -> dict[str, str]:
        """What the markers of a requirement ask of this Python, here."""
        names = ("os_name", "sys_platform", "platform_system", "platform_machine")
        return dict(zip(names, self.said, strict=True)) | {
            "implementation_name": "cpython",
            "implementation_version": f"{python}.0",
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_version": "",
            "python_full_version": f"{python}.0",
            "python_version": python,
            "extra": "",
        }


SYSTEMS = (
    System(
        name="windows-x64",
        pip="win_amd64",
        said=("nt", "win32", "Windows", "AMD64"),
        kind=".cp{}-win_amd64.pyd",
        machine=None,
        starter=("arrangement.cmd", "arrangement.cmd"),
        command="py -m tui",
    ),
    System(
        name="macos-arm64",
        pip="macosx_11_0_arm64",
        said=("posix", "darwin", "Darwin", "arm64"),
        kind=".cpython-{}-darwin.so",
        machine="arm64",
        starter=("arrangement.command", "arrangement.sh"),
        command="python3 -m tui",
    ),
    System(
        name="macos-x64",
        pip="macosx_10_15_x86_64",
        said=("posix", "darwin", "Darwin", "x86_64"),
        kind=".cpython-{}-darwin.so",
        machine="x86_64",
        starter=("arrangement.command", "arrangement.sh"),
        command="python3 -m tui",
    ),
    System(
        name="linux-x64",
        pip="manylinux_2_17_x86_64",
        said=("posix", "linux", "Linux", "x86_64"),
        kind=".cpython-{}-x86_64-linux-gnu.so",
        machine=None,
        starter=("arrangement", "arrangement.sh"),
        command="python3 -m tui",
    ),
)
