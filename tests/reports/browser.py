"""A headless Chromium that is spoken to over two pipes: no library, no port."""

import base64
import fcntl
import itertools
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, Self

_HIGH = 20  # file numbers that no shell uses itself
_A4 = {"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True, "printBackground": True}


class Browser:
    """One page, of which pictures are made; use it with ``with``."""

    def __init__(self, profile: Path) -> None:
        (read, ours), (self._read, write) = os.pipe(), os.pipe()
        self._write = os.fdopen(ours, "wb")
        theirs = [fcntl.fcntl(one, fcntl.F_DUPFD, _HIGH) for one in (read, write)]
        for one in (read, write):
            os.close(one)
        command = [
            shutil.which("chromium") or "chromium", "--headless=new", "--no-sandbox",
            "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={profile}",
        ]  # fmt: skip
        shell = ["bash", "-c", f'exec "$0" "$@" 3<&{theirs[0]} 4>&{theirs[1]}']
        self._child = subprocess.Popen(
            [*shell, *command], pass_fds=theirs, stderr=subprocess.DEVNULL
        )
        for one in theirs:
            os.close(one)
        self._numbers = itertools.count(1)
        self._left = b""
        self._session = ""
        target = self._say("Target.createTarget", url="about:blank")["targetId"]
        attached = self._say("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self._say("Page.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.terminate()
        self._child.wait()
        self._write.close()
        os.close(self._read)

    def open(self, file: Path, width: int) -> None:
        """Show a file in a window so many pixels wide, as a phone does below 600."""
        phone = width < 600
        self._say(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=900, deviceScaleFactor=1, mobile=phone,
        )  # fmt: skip
        self._say("Page.navigate", url=file.as_uri())
        while self._next().get("method") != "Page.loadEventFired":
            pass

    def picture(self, target: Path, tallest: int) -> None:
        """The page from its top, so many pixels at the most."""
        high = int(self.asked("document.documentElement.scrollHeight"))
        wide = int(self.asked("document.documentElement.clientWidth"))
        clip = {"x": 0, "y": 0, "width": wide, "height": min(high, tallest), "scale": 1}
        made = self._say("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        target.write_bytes(base64.b64decode(made["data"]))

    def printed(self, target: Path) -> None:
        """The page as it is printed on A4, as a PDF."""
        target.write_bytes(base64.b64decode(self._say("Page.printToPDF", **_A4)["data"]))

    def asked(self, script: str) -> Any:
        """What a script says, once it knows."""
        found = self._say(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in found:
            raise RuntimeError(str(found["exceptionDetails"]))
        return found["result"].get("value")

    def _say(self, method: str, **params: object) -> dict[str, Any]:
        number = next(self._numbers)
        said: dict[str, object] = {"id": number, "method": method, "params": params}
        if self._session:
            said["sessionId"] = self._session
        self._write.write(json.dumps(said).encode() + b"\0")
        self._write.flush()
        while True:
            answer = self._next()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return dict(answer["result"])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            more = os.read(self._read, 1 << 20)
            if not more:
                raise RuntimeError("Chromium has gone")
            self._left += more
        said, _, self._left = self._left.partition(b"\0")
        return dict(json.loads(said))
