"""Every report to look at: `python -m tests.reports FOLDER`.

Writes each kind in each format into FOLDER, of a played meeting over the whole arrangement and of
nasty data. LibreOffice opens what is for Word, Chromium the pages: on a desk, on a phone and
printed on A4; all become pictures (PNG). axe-core checks each page, at both widths. Exit code 1
where it finds anything, or where a page is wider than a phone. Needs Debian's libreoffice-writer,
chromium, poppler-utils and npm, and says what is not there and so not done (exit code 2).
``ARRANGEMENT_SOURCE`` may name the document, to be attached.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DESK, PHONE = 1100, 390  # pixels
TALLEST = {DESK: 3000, PHONE: 2500}
TOOLS = {
    "soffice": "docx is not opened", "chromium": "html is not opened",
    "npm": "axe-core does not check html", "pdftoppm": "what is printed is not drawn",
}  # fmt: skip
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def main() -> int:
    folder = Path(sys.argv[1]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_CONFIG_HOME=f"{home}/config", XDG_DATA_HOME=f"{home}/data")
        from tests.reports.sheets import write_all  # after the home of its own

        made = write_all(folder, Path(home))
        absent = [tool for tool in TOOLS if shutil.which(tool) is None]
        found = []
        if "chromium" not in absent:
            pages = [one for one in made if one.suffix == ".html"]
            found += _pages(pages, Path(home), checked="npm" not in absent)
        if "soffice" not in absent:
            _word([one for one in made if one.suffix == ".docx"])
    for pdf in sorted(folder.glob("*.pdf")) if "pdftoppm" not in absent else ():
        subprocess.run(["pdftoppm", "-r", "70", "-png", pdf, pdf.with_suffix("")], check=True)
    print(*(found or ["nothing found in what was checked"]), sep="\n")
    print(*(f"{tool} is not on this machine: {TOOLS[tool]}" for tool in absent), sep="\n")
    return 1 if found else 2 if absent else 0


def _pages(pages: list[Path], home: Path, *, checked: bool) -> list[str]:
    """Pictures of pages, and what is wrong with them."""
    from tests.reports.axe import axe_findings, axe_source
    from tests.reports.browser import Browser

    found = []
    source = axe_source(pages[0].parent) if checked else ""
    with Browser(home / "chromium") as browser:
        for page in pages:
            for width in (DESK, PHONE):
                browser.open(page, width)
                browser.picture(page.with_suffix(f".{width}.png"), TALLEST[width])
                told = axe_findings(browser, source) if checked else []
                found += [f"{page.name} at {width}: {one}" for one in told]
                if browser.asked(_WIDER) > 0:
                    found.append(f"{page.name} at {width}: wider than its window")
            browser.open(page, DESK)
            browser.printed(page.with_suffix(".html.pdf"))
    return found


def _word(files: list[Path]) -> None:
    """Each as LibreOffice prints it."""
    command = ["soffice", "--headless", "--convert-to", "docx.pdf:writer_pdf_Export"]
    subprocess.run(
        [*command, "--outdir", files[0].parent, *files], check=True, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    sys.exit(main())
