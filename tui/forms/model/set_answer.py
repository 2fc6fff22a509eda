"""The answer that is a set: its elements, and one that is being added part by part."""

from collections.abc import Iterable, Sequence
from typing import Any

from storage.errors import Refused
from storage.text import typed
from tui.commands import keymap
from tui.draw.chip_spans import chip_lines
from tui.draw.spans import Line, Span, clean, ink, wrap_spans
from tui.forms.model.answer import Answer, Option
from tui.forms.model.choice_sources import choice_of
from tui.forms.model.element_parts import AskedPart, ElementParts
from tui.locale import say


class Several(Answer):
    """The elements of a set: those there are, and one that is being added part by part.

    ``fixed`` is what every element here begins with (the role of a party).
    """

    def __init__(
        self,
        key: str,
        label: str,
        before: Sequence[str],
        parts: Sequence[AskedPart],
        fixed: str = "",
    ) -> None:
        self.parts = parts
        self._in_parts = ElementParts(parts, fixed)
        self.elements = tuple(before)
        self.taken: tuple[str, ...] = ()
        self.dropped: list[tuple[int, str]] = []
        self._touched = False
        super().__init__(key, label, tuple(before))

    @property
    def selected(self) -> bool:
        return self.quick and bool(self.elements) and not self._touched

    @property
    def unchosen(self) -> bool:
        return bool(self.text.strip())

    @property
    def empty(self) -> bool:
        return not self.elements and super().empty

    @property
    def state(self) -> Any:
        return self.elements, self.taken, self.text

    @property
    def kept(self) -> Any:
        """What was put in and taken out, not what was there: another may change that."""
        put_in = [one for one in self.elements if one not in self._before]
        return put_in, self._taken_out, self.taken, self.text

    def fits(self, kept: Any) -> bool:
        match kept:
            case [[*put_in], [*out], [*taken], str()]:
                texts = (*put_in, *out, *taken)
                return all(isinstance(one, str) for one in texts) and len(taken) < len(self.parts)
        return False

    def bring(self, state: Any) -> None:
        put_in, out, taken, text = state
        stay = tuple(one for one in self._before if one not in out)
        self.elements = (*stay, *(one for one in put_in if one not in stay))
        self._touched = bool(put_in or out)
        self.taken, self.text = tuple(taken), text

    def reset(self) -> None:
        self.elements, self.taken, self.text = self._begun
        self.dropped.clear()
        self._touched = False
        self.wrong = self.told = ""
        self.urgent = self.settled = False

    def stands(self, before: Sequence[str]) -> None:
        """Other elements stand there now; what was put in and taken out here stays so."""
        kept = self.kept
        self.before = tuple(before)
        self._begun = (tuple(before), (), "")
        self.bring(kept)

    @property
    def _before(self) -> tuple[str, ...]:
        assert isinstance(self.before, tuple)
        return self.before

    @property
    def _taken_out(self) -> list[str]:
        return [one for one in self._before if one not in self.elements]

    def begin_with(self, value: object) -> None:
        """Begin a new record with this element."""
        self.elements = (str(value),)
        self._begun = self.state

    @property
    def part(self) -> AskedPart:
        """The part that is asked now."""
        return self.parts[len(self.taken)]

    @property
    def chooses(self) -> bool:
        return self.part.source is not None

    @property
    def hint(self) -> str:
        if self.taken or len(self.parts) > 1:
            return self.part.label
        if self.selected:
            return say("form.replaces_chosen")
        return say("form.add_choose" if self.chooses else "form.add_text")

    def options(self, words: str) -> Sequence[Option]:
        source = self.part.source
        if source is None:
            return ()
        held = set(self.elements) if len(self.parts) == 1 else set()
        found = source.options(words)
        free = [one for one in found if self._in_parts.element((one.value,)) not in held]
        return [*free, *source.offer(words, found)]

    @property
    def held(self) -> Sequence[Option]:
        one = self.chooses and len(self.parts) == 1
        return [Option(element, self.name(element)) for element in self.elements] if one else ()

    def nearest(self, words: str) -> Sequence[Option]:
        return self.part.source.nearest(words) if self.part.source is not None else ()

    @property
    def refers(self) -> Iterable[str]:
        for element in self.elements:
            for part, value in zip(self.parts, self._in_parts.values(element), strict=False):
                if part.source is not None:
                    yield part.source.id_of(value)

    def take(self, option: Option) -> None:
        source = self.part.source
        self._add(source.taken(option.value) if source is not None else option.value)

    def take_text(self) -> None:
        """Add what was typed where nothing is to choose. Raises Refused where it is."""
        words = typed(self.text).strip()
        source = self.part.source
        self._add(words if source is None else choice_of(source, words).value)

    def unfilter(self) -> None:
        self.text = ""

    def drop(self, index: int) -> None:
        """Take out one of the elements, and say so: a key too many takes one out too."""
        name = self.name(self.elements[index])
        self._touched = True
        self.dropped.append((index, self.elements[index]))
        self.elements = self.elements[:index] + self.elements[index + 1 :]
        self.urgent = False
        self.told = say("form.dropped", name=name, undo=keymap.shown_key("ctrl+z"))

    def hold(self, element: str, *, held: bool) -> None:
        """Let an element stand there, or not."""
        others = tuple(one for one in self.elements if one != element)
        self.elements = (
            (*others, element)
            if held and element not in self.elements
            else (self.elements if held else others)
        )
        self._touched = True

    def put_back(self) -> bool:
        """Put back what was taken out last; False where nothing was."""
        self.told = ""
        if not self.dropped:
            return False
        index, element = self.dropped.pop()
        if element not in self.elements:
            self.elements = (*self.elements[:index], element, *self.elements[index:])
        return True

    def unpart(self) -> bool:
        """Ask the part before again; False where none was taken."""
        had = bool(self.taken)
        self.taken = self.taken[:-1]
        return had

    def settle(self) -> bool:
        self.wrong = ""
        try:
            if self.text.strip():
                self.take_text()
            if self.taken:
                raise Refused("unfinished", part=self.part.label)
        except Refused as refused:
            self.refuse(refused)
        return not self.wrong

    def changes(self) -> dict[str, object]:
        """What was put in and taken out, by element as acts name it."""
        before, now = self._before, self.elements
        found: dict[str, object] = {}
        found |= {f"{self.field}/{one}": True for one in now if one not in before}
        return found | {f"{self.field}/{one}": False for one in before if one not in now}

    def _add(self, value: str) -> None:
        self.text, self.wrong = "", ""
        self.taken = (*self.taken, value)
        if len(self.taken) == len(self.parts):
            element, self.taken = self._in_parts.element(self.taken), ()
            others = () if self.selected else self.elements
            self._touched = True
            if element not in others:
                self.elements = (*others, element)

    # what it says

    def shown(self, value: object) -> str:
        return ""

    def name(self, element: str) -> str:
        """An element in words, without what all of them begin with."""
        return self._in_parts.name(element)

    def has(self, value: str) -> bool:
        """Whether an element is this, or ends in it."""
        return any(value in (one, one.rpartition("/")[2]) for one in self.elements)

    def chips(self, width: int, picked: int | None = None, back: str = "chip") -> list[Line]:
        """The elements as chips, in lines of at most ``width`` cells; one of them may be picked.
        They lie on a field, or where ``back`` is "chipsel" on the one that is asked."""
        lines = chip_lines([self.name(one) for one in self.elements], width, picked, back)
        begun = [[Span(f"{self._in_parts.words(self.taken)} ›", "quiet")]] if self.taken else []
        return [*lines, *begun]

    def lines(self, width: int) -> Iterable[Line]:
        words = [*wrap_spans([ink(clean(self.text))], width)] if self.unchosen else []
        return [*self.chips(width), *words] or [()]
