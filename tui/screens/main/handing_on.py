"""Handing on what is marked, the list or the page: copied or as a file, in one of several forms."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from storage.records.ids import tail_of
from storage.views.agreement_list import AgreementRow, Group
from tui.base.option_picker import Ask, ChooseScreen, PickerOption
from tui.locale import number, say
from tui.rows.agreement_lines import Agreements, said_heading
from tui.screens.main.browser import Browser
from tui.user.textfile import keep_text
from tui.words.contents.plain_text import page_markdown, page_name, page_text

SUFFIX = {"text": "txt", "markdown": "md", "csv": "csv"}


class Handed(NamedTuple):
    """What is handed on: ``what`` is "marked", "list" or "page"."""

    what: str
    form: str


class HandingOn:
    """Always whole: a list has all its rows, a page all that its lists hold."""

    def __init__(
        self,
        browser: Browser,
        ask: Ask,
        tell: Callable[..., None],
        to_clipboard: Callable[[str], None],
    ) -> None:
        self._browser = browser
        self._ask = ask
        self._tell = tell
        self._to_clipboard = to_clipboard

    @property
    def _marks(self) -> tuple[str, ...]:
        return tuple(self._browser.marks) if self._browser.state.pane == 3 else ()

    def copy(self) -> None:
        """Copy what is marked, else the page, as text."""
        handed = Handed("marked" if self._marks else "page", "text")
        self._copy(handed)

    def choose(self) -> None:
        """Choose what is handed on, in which form, and whether as a file."""
        self._ask(ChooseScreen(say("share.ask"), self._options()), self._chosen)

    def _options(self) -> list[PickerOption]:
        rows = self._browser.panes.lists[3].rows
        whole = rows.total if isinstance(rows, Agreements) else 0
        counts = {"marked": len(self._marks), "page": 1, "list": whole}
        order = ("marked", "page", "list") if self._marks else ("page", "list")
        forms = {"page": ("text", "markdown")}
        return [
            PickerOption(
                f"{way}:{what}:{form}",
                say(f"share.what_{what}", n=number(counts[what])),
                say(f"share.form_{form}"),
                group=say(f"share.{way}"),
            )
            for way in ("file", "copy")
            for what in order
            if counts[what]
            for form in forms.get(what, tuple(SUFFIX))
        ]

    def _chosen(self, chosen: str) -> None:
        way, what, form = chosen.split(":")
        handed = Handed(what, form)
        if way == "copy":
            self._copy(handed)
            return
        path = keep_text(self._text(handed), self._name(handed), SUFFIX[form])
        self._tell(say("toast.kept", name=path.name, folder=path.parent))

    def _copy(self, handed: Handed) -> None:
        self._to_clipboard(self._text(handed))
        what = self._name(handed)
        self._tell(say("toast.copied", what=what), "green", "copy_to_file")

    def _name(self, handed: Handed) -> str:
        if handed.what == "page":
            page = self._browser.pages.page
            return page_name(page) if page is not None else ""
        n = len(self._marks) if handed.what == "marked" else self._total
        return say("share.name", n=number(n))

    @property
    def _total(self) -> int:
        return sum(len(group.rows) for group in self._listed)

    @property
    def _listed(self) -> list[Group]:
        return self._browser.reader().agreements(self._browser.lists.filter)

    def _text(self, handed: Handed) -> str:
        if handed.what != "page":
            from tui.rows.agreement_texts import agreements_text

            return agreements_text(self._parts(handed.what), handed.form)
        page = self._browser.pages.page
        if page is None:
            return ""
        whole = self._browser.reader().page(page.record, whole=True)
        told = page_markdown if handed.form == "markdown" else page_text
        return told(whole, self._browser.last_year)

    def _parts(self, what: str) -> list[tuple[str, Iterable[AgreementRow]]]:
        if what == "list":
            return [(said_heading(group), group.rows) for group in self._listed]
        tails = [tail_of(record) for record in self._marks]
        return [("", self._browser.reader().lists.rows.of(tails))]
