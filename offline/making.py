"""All zips, from the source in this folder."""

from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from offline.embedded import Embedded
from offline.hashes import sha256
from offline.packing import pack
from offline.systems import PYTHONS, SYSTEMS
from offline.wheels import build_own, download

AT_ONCE = 4  # downloads; they mostly wait


def make(target: Path, moment: int, embedded: Embedded | None = None) -> list[Path]:
    """Write a zip for each system, and a file with their SHA-256; gives the zips.

    ``moment`` is the time that the files in them get. With an ``embedded`` Python there is a zip
    more: for Windows, with that Python and what it needs. Raises Failed when a wheel is missing, or
    is not the one in the lock file.
    """
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as made, ThreadPoolExecutor(AT_ONCE) as pool:
        work = Path(made)
        own = build_own(work, moment)
        version = own.name.split("-")[1]
        fetched = {
            (system, python): pool.submit(download, system, python, work / system.name / python)
            for system, python in product(SYSTEMS, PYTHONS)
        }
        zips = []
        for system in SYSTEMS:
            wheels = {python: [own, *fetched[system, python].result()] for python in PYTHONS}
            zips.append(target / f"arrangement-{version}-{system.name}.zip")
            pack(zips[-1], system, version, wheels, moment)
            if embedded and system.windows:
                python = embedded.python
                zips.append(target / f"arrangement-{version}-{system.name}-python{python}.zip")
                pack(zips[-1], system, version, {python: wheels[python]}, moment, embedded=embedded)
    sums = [f"{sha256(path)}  {path.name}\n" for path in zips]
    (target / "SHA256SUMS").write_text("".join(sums), encoding="ascii", newline="\n")
    return zips
