"""The systems that get a zip, and how the tools and their Pythons name them."""

from dataclasses import dataclass

PYTHONS = ("3.11", "3.12", "3.13", "3.14")


@dataclass(frozen=True, slots=True)
class System:
    """A kind of laptop: how uv and pip call it, and what its Python calls extension modules.

    ``machine`` is its processor where that is not in ``kind``; ``starter`` is the file to double
    click, with the file of `offline/root/` that it is.
    """

    name: str
    uv: str
    pip: str
    kind: str
    machine: str | None
    starter: tuple[str, str]

    def kind_of(self, python: str) -> str:
        """What extension modules of this Python end in, here."""
        return self.kind.format(python.replace(".", ""))


SYSTEMS = (
    System(
        name="windows-x64",
        uv="x86_64-pc-windows-msvc",
        pip="win_amd64",
        kind=".cp{}-win_amd64.pyd",
        machine=None,
        starter=("arrangement.cmd", "arrangement.cmd"),
    ),
    System(
        name="macos-arm64",
        uv="aarch64-apple-darwin",
        pip="macosx_11_0_arm64",
        kind=".cpython-{}-darwin.so",
        machine="arm64",
        starter=("arrangement.command", "arrangement.sh"),
    ),
    System(
        name="macos-x64",
        uv="x86_64-apple-darwin",
        pip="macosx_10_15_x86_64",
        kind=".cpython-{}-darwin.so",
        machine="x86_64",
        starter=("arrangement.command", "arrangement.sh"),
    ),
    System(
        name="linux-x64",
        uv="x86_64-manylinux_2_17",
        pip="manylinux_2_17_x86_64",
        kind=".cpython-{}-x86_64-linux-gnu.so",
        machine=None,
        starter=("arrangement", "arrangement.sh"),
    ),
)
