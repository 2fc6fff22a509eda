"""What axe-core finds in a page; it comes from its package."""

import json
import subprocess
import tarfile
from pathlib import Path

from tests.reports.browser import Browser

PACKAGE = "axe-core@4.14.1"
_RUN = "axe.run(document, {resultTypes: ['violations', 'incomplete']}).then(JSON.stringify)"


def axe_source(folder: Path) -> str:
    """The checker as one script, fetched by npm once into this folder."""
    found = next(folder.glob("axe-core-*.tgz"), None)
    if found is None:
        subprocess.run(["npm", "pack", PACKAGE, "--silent"], cwd=folder, check=True, stdout=-3)
        found = next(folder.glob("axe-core-*.tgz"))
    with tarfile.open(found) as packed:
        script = packed.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()


def axe_findings(browser: Browser, source: str) -> list[str]:
    """A line for each rule that the page breaks, or of which axe cannot tell."""
    browser.asked(f"{source};true")
    found = json.loads(browser.asked(_RUN))
    return [
        f"{kind[:-1] if kind == 'violations' else kind}: {one['id']} ({one['impact']}),"
        f" {len(one['nodes'])} times, first {one['nodes'][0]['html'][:80]}"
        for kind in ("violations", "incomplete")
        for one in found[kind]
    ]
