"""What the lock file holds for one system and one Python.

The lock file is for every system at once: what only some need has a marker that says which. It is
read here with the markers of that system, whatever this machine is, and without any network.
"""

from packaging.requirements import Requirement

from offline.systems import PROJECT, System

LOCK = PROJECT / "requirements.lock"


def needed(system: System, python: str) -> list[str]:
    """Requirements with their hashes, without markers: those of this system's Python."""
    return needed_of(LOCK.read_text(encoding="utf-8"), system, python)


def needed_of(text: str, system: System, python: str) -> list[str]:
    """The same of the text of a lock file."""
    environment = system.environment(python)
    needs = []
    for line in text.replace("\\\n", " ").splitlines():
        named, *hashes = line.split(" --hash=")
        requirement = Requirement(named)
        if not requirement.marker or requirement.marker.evaluate(environment):
            pin = f"{requirement.name}{requirement.specifier}"
            needs.append(" --hash=".join([pin, *map(str.strip, hashes)]))
    return needs
