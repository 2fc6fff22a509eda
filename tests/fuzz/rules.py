"""The rules of contract §2 for the bytes of an act, said a second time.

Written from the contract alone and with nothing of `storage`: a reader of canonical bytes, letter
by letter, that knows no other JSON. Where this and `storage.acts` disagree one of them is wrong.
A key that is not of the kind that the contract's table gives counts as lacking.
"""

import re
from collections.abc import Iterable

LARGEST = 9_007_199_254_740_991
DEEPEST, LONGEST = 16, 16_777_216
SHORT = {8: "b", 9: "t", 10: "n", 12: "f", 13: "r", 34: '"', 92: "\\"}
MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.\d{3}Z", re.ASCII)
WHOLE = re.compile(r"0|-?[1-9][0-9]*")
CLOSES = {"[": "]", "{": "}"}
WORDS = {"null": None, "true": True, "false": False}


class Broken(Exception):  # noqa: N818 - a finding
    """The rule that is broken."""


def broken_act(data: bytes) -> str | None:
    """Which rule keeps these bytes from being an act; None where they are one."""
    try:
        if len(data) > LONGEST:
            raise Broken("larger than 16 MiB")
        _check_act(_Reader(_text(data)).whole())
    except Broken as found:
        return str(found)
    return None


def broken_stub(data: bytes) -> str | None:
    """The same for the canonical bytes of a stub."""
    try:
        _check_stub(_Reader(_text(data)).whole())
    except Broken as found:
        return str(found)
    return None


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8", "strict")
    except UnicodeDecodeError as error:
        raise Broken("not UTF-8") from error


class _Reader:
    """Reads one canonical value; anything written otherwise is broken."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def whole(self) -> object:
        found = self.value(1)
        if self.at != len(self.text):
            raise Broken("more than one value")
        return found

    def value(self, depth: int) -> object:
        """``depth`` is that of the value, were it an array or an object."""
        sign = self.text[self.at : self.at + 1]
        if sign == '"':
            return self.string()
        if sign in CLOSES:
            if depth > DEEPEST:
                raise Broken("too deep")
            return self.array(depth) if sign == "[" else self.object(depth)
        for word, means in WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return means
        found = WHOLE.match(self.text, self.at)
        if not found:
            raise Broken("no value")
        self.at = found.end()
        if len(found[0]) > 17 or abs(int(found[0])) > LARGEST:
            raise Broken("too large a number")
        return int(found[0])

    def array(self, depth: int) -> list[object]:
        found: list[object] = []
        while self.goes_on("[", first=not found):
            found.append(self.value(depth + 1))
        return found

    def object(self, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        before = ""
        while self.goes_on("{", first=not found):
            key = self.string()
            if found and not before < key:
                raise Broken("keys not sorted, or twice")
            self.take(":")
            found[key] = self.value(depth + 1)
            before = key
        return found

    def goes_on(self, opening: str, *, first: bool) -> bool:
        """Pass what stands before an element; False, and pass the end, where none follows."""
        if first:
            self.take(opening)
        if self.text.startswith(CLOSES[opening], self.at):
            self.at += 1
            return False
        if not first:
            self.take(",")
        return True

    def string(self) -> str:
        self.take('"')
        found: list[str] = []
        while True:
            letter = self.text[self.at : self.at + 1]
            if letter == '"':
                self.at += 1
                return "".join(found)
            if letter == "" or ord(letter) < 32:
                raise Broken("a string without end, or a raw control character")
            if letter == "\\":
                letter = self.escaped()
            else:
                self.at += 1
            if letter == "\0":
                raise Broken("NUL")
            found.append(letter)

    def escaped(self) -> str:
        """The one letter that could not be written otherwise."""
        for code, short in SHORT.items():
            if self.text.startswith("\\" + short, self.at):
                self.at += 2
                return chr(code)
        for code in range(32):
            if code not in SHORT and self.text.startswith(f"\\u{code:04x}", self.at):
                self.at += 6
                return chr(code)
        raise Broken("an escape that need not be")

    def take(self, sign: str) -> None:
        if not self.text.startswith(sign, self.at):
            raise Broken(f"no {sign}")
        self.at += 1


def _check_act(act: object) -> None:
    if not isinstance(act, dict):
        raise Broken("not an object")
    for key in ("v", "seq"):
        if type(act.get(key)) is not int or act[key] < 1:
            raise Broken(f"lacks {key}")
    for key in ("at", "by", "device"):
        if not isinstance(act.get(key), str) or act[key] == "":
            raise Broken(f"lacks {key}")
    _check_time(act["at"])
    rows = _rows(act.get("set"), 4)
    if rows and "undo" in act:
        raise Broken("undo beside a set")
    for key in ("undo", "saw", "erase"):
        if key in act:
            _check_ids(act[key])
    _check_scope(rows, act)


def _check_stub(stub: object) -> None:
    if not isinstance(stub, dict) or stub.keys() - {"scope"} != {"id", "set", "undo"}:
        raise Broken("no stub")
    _check_ids([stub["id"]])
    _check_ids(stub["undo"])
    _check_scope(_rows(stub["set"], 3), stub)
    if "scope" in stub and not isinstance(stub["scope"], str):
        raise Broken("no scope")


def _check_scope(rows: list[list[str]], whole: dict[str, object]) -> None:
    scopes = {_scope(row[0]) for row in rows}
    if len(scopes) > 1:
        raise Broken("different scopes")
    if any(scope not in (None, whole.get("scope")) for scope in scopes):
        raise Broken("without its scope")


def _rows(rows: object, width: int) -> list[list[str]]:
    if not isinstance(rows, list):
        raise Broken("lacks set")
    for row in rows:
        if not isinstance(row, list) or len(row) != width:
            raise Broken("no entry")
        if not isinstance(row[0], str) or not isinstance(row[1], str):
            raise Broken("no record or field")
        _check_ids(row[-1])
    _check_rising([(row[0], row[1]) for row in rows])
    return rows


def _check_ids(ids: object) -> None:
    if not isinstance(ids, list):
        raise Broken("no ids")
    for one in ids:
        if not isinstance(one, str) or len(one) != 64 or set(one) - set("0123456789abcdef"):
            raise Broken("no id")
    _check_rising(ids)


def _check_rising(ones: Iterable[object]) -> None:
    ones = list(ones)
    if ones != sorted(set(ones)):  # type: ignore[type-var]
        raise Broken("not sorted, or twice")


def _scope(record: str) -> str | None:
    kind, _, tail = record.partition("/")
    if kind == "passages":
        return "passages"
    return "own" if kind in ("entries", "items", "searches") and tail.startswith("own-") else None


def _check_time(at: str) -> None:
    found = TIME.fullmatch(at)
    if not found:
        raise Broken("no time")
    year, month, day, hour, minute, second = map(int, found.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if not (1 <= month <= 12 and year >= 1 and hour < 24 and minute < 60 and second < 60):
        raise Broken("an impossible time")
    if not 1 <= day <= MONTHS[month - 1] + (leap and month == 2):
        raise Broken("an impossible day")
