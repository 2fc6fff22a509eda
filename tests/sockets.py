"""No test makes the app ask for a network: Python tells of every socket, and here that is refused.

Beside it `tests/terminal/test_no_sockets.py` asks the kernel, which also hears compiled modules.
"""

import os
import socket
import sys

FORBIDDEN = {
    "socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyaddr",
    "socket.gethostbyname", "socket.sendmsg", "socket.sendto",
}  # fmt: skip
LOOP = None if os.name == "nt" else socket.AF_UNIX
"""The kind of the pair by which asyncio wakes its own loop, without a name to reach it by. Windows
has no such pair: there Python connects two sockets within the machine."""

asked: list[str] = []
"""What was asked for, also where the error was caught."""


class _Watching:
    on = True


def watch(on: bool) -> None:
    """Whether what is asked for from now on is refused."""
    _Watching.on = on


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if not _Watching.on or LOOP is None:
        return
    if event in FORBIDDEN or (event == "socket.__new__" and arguments[1] != LOOP):
        asked.append(f"{event} {arguments[1:]}")
        raise PermissionError(asked[-1])


sys.addaudithook(_refuse)
