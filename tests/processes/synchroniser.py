"""Two Syncthings that carry a folder between each other, on a network with nobody else.

They run in a namespace in which only loopback exists, and end with it. Finding others, relays,
passing routers, upgrades and reports are off, so that nothing would leave it either.
"""

import http.client
import json
import os
import shutil
import socket
import subprocess
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

FOLDER = "gedeeld"
PORT = 22101
PATIENCE = 60  # seconds in which a Syncthing starts; it takes one
OPTIONS = {
    "globalAnnounceEnabled": "false", "localAnnounceEnabled": "false", "relaysEnabled": "false",
    "natEnabled": "false", "urAccepted": "-1", "crashReportingEnabled": "false",
    "autoUpgradeIntervalH": "0", "startBrowser": "false", "stunServer": "", "minHomeDiskFree": "0",
    "reconnectionIntervalS": "1", "setLowPriority": "false",
}  # fmt: skip


class Syncthing:
    """One of them: its settings, and the folder that it keeps equal to the other's."""

    def __init__(self, home: Path, place: Path, port: int) -> None:
        self.home = home
        self.place = place
        self.port = port
        self._socket = home / "gui.socket"
        subprocess.run(
            ["syncthing", "generate", f"--home={home}", "--no-default-folder",
             "--skip-port-probing"],
            check=True, capture_output=True,
        )  # fmt: skip
        self._key = ET.parse(self._settings).findtext("gui/apikey", "")
        self.device = ET.parse(self._settings).find("device").get("id")  # type: ignore[union-attr]

    @property
    def _settings(self) -> Path:
        return self.home / "config.xml"

    @property
    def command(self) -> Sequence[str]:
        return (
            "syncthing", "serve", f"--home={self.home}", "--no-browser", "--no-restart",
            "--no-upgrade", f"--gui-address=unix://{self._socket}",
        )  # fmt: skip

    def meet(self, other: "Syncthing") -> None:
        """Write down where the other is, and which folder both have."""
        tree = ET.parse(self._settings)
        root = tree.getroot()
        options = root.find("options")
        assert options is not None
        for name, value in {**OPTIONS, "listenAddress": self.address}.items():
            found = options.find(name)
            assert found is not None, name
            found.text = value
        device = ET.SubElement(root, "device", id=str(other.device), name=other.home.name)
        ET.SubElement(device, "address").text = other.address
        folder = ET.SubElement(
            root, "folder", id=FOLDER, path=str(self.place), type="sendreceive",
            rescanIntervalS="5", fsWatcherEnabled="true", fsWatcherDelayS="1",
        )  # fmt: skip
        for one in (self, other):
            ET.SubElement(folder, "device", id=str(one.device))
        ET.SubElement(folder, "minDiskFree", unit="%").text = "0"
        tree.write(self._settings)

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def ask(self, what: str) -> dict[str, object]:
        """What it answers to a question. Raises OSError while it is not there."""
        with _Local(self._socket) as connection:
            connection.request("GET", f"/rest/{what}", headers={"X-API-Key": self._key})
            found: dict[str, object] = json.load(connection.getresponse())
            return found

    def version(self) -> object:
        return self.ask("system/version")["version"]

    def sees(self, other: "Syncthing") -> bool:
        """Whether it is there, and has found the other."""
        try:
            found = self.ask("system/connections")["connections"]
        except OSError:
            return False
        assert isinstance(found, dict)
        return bool(found.get(other.device, {}).get("connected"))


class _Local(http.client.HTTPConnection):
    """HTTP by a socket in the file system: no network reaches into the namespace."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost")
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(str(self._path))

    def __enter__(self) -> "_Local":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def why_not() -> str | None:
    """Why none can be started here."""
    if shutil.which("syncthing") is None:
        return "the package syncthing is not installed"
    if shutil.which("unshare") is None or shutil.which("ip") is None:
        return "a network namespace needs the programs unshare and ip"
    tried = subprocess.run([*_alone(), "true"], capture_output=True, text=True, check=False)
    return f"no network namespace is allowed: {tried.stderr.strip()}" if tried.returncode else None


def _alone() -> list[str]:
    """Before a command: a network and processes of its own, which end when it does."""
    as_root = [] if os.geteuid() == 0 else ["--map-root-user"]
    return ["unshare", *as_root, "--net", "--pid", "--fork", "--kill-child"]


@contextmanager
def carrying(folder: Path, places: Sequence[Path]) -> Iterator[tuple[Syncthing, Syncthing]]:
    """Two of them that carry one folder, until this ends."""
    first, second = (
        Syncthing(folder / f"syncthing-{n}", place, PORT + n) for n, place in enumerate(places)
    )
    first.meet(second)
    second.meet(first)
    both = " & ".join(" ".join(f"'{word}'" for word in one.command) for one in (first, second))
    with (folder / "syncthing.log").open("wb") as log:
        alone = subprocess.Popen(
            [*_alone(), "sh", "-c", f"ip link set lo up; {both} & wait"],
            stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    try:
        until = time.monotonic() + PATIENCE
        while not (first.sees(second) and second.sees(first)):
            assert time.monotonic() < until, (folder / "syncthing.log").read_text()
            time.sleep(0.2)
        yield first, second
    finally:
        alone.kill()
        alone.wait()
