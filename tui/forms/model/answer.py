"""One line of a form: what is asked, and what stands there as a person types it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from storage.errors import Refused
from storage.text import LONGEST, check_length, typed
from tui.draw.spans import Line, wrap
from tui.locale import briefly
from tui.words.line_keys import field_of_key

if TYPE_CHECKING:
    from storage.views.disagreement import Conflict


class Option(NamedTuple):
    """Something that can be chosen; ``other`` stands quietly behind it."""

    value: str
    text: str
    other: str = ""


class Answer:
    """A text of one line. Other kinds of answers read and show something else.

    ``key`` names the field, or within it a key of an object value (``term.from``) or the first
    part of a set's elements (``parties/lead``). ``text`` is what is being typed, ``wrong`` why
    it cannot be kept ("" while it can), ``told`` what else there is to know of it, which is
    ``urgent`` where saving does something else than one would think. An answer that nobody
    touched is never read back, so what a merge left there stays; only what a new record began with
    is (``filled``). A ``quick`` one is asked by a
    key of its own: what is typed there comes in the place of what stands there.
    """

    long = False
    quick = False
    filled = False
    seldom = False
    """Whether a new record gets it only later."""
    needed = False
    """Whether it is empty and must not stay so, as far as the form knows now."""
    conflicts: "Sequence[Conflict]" = ()
    """What stands there in conflict, as long as nobody chose here; a set may have several."""
    written = False
    """Whether someone types here all the same: what is typed stands beside the other values."""
    settled = False
    """Whether a value was chosen here of those in conflict."""

    def __init__(self, key: str, label: str, before: object = None, hint: str = "") -> None:
        self.key = key
        self.label = label
        self.before = before
        self._hint = hint
        self.wrong = ""
        self.told = ""
        self.urgent = False
        self.text = self.shown(before)
        self._begun = self.state

    @property
    def field(self) -> str:
        """The field of the record that this is, or is a part of."""
        return field_of_key(self.key)

    @property
    def empty(self) -> bool:
        """Whether nothing stands there."""
        return not self.text.strip()

    @property
    def undecided(self) -> bool:
        """Whether several values stand here in conflict, and nobody chose or typed."""
        return bool(self.conflicts) and not (self.changed or self.written)

    @property
    def hint(self) -> str:
        """What stands there quietly while nothing is typed."""
        return self._hint

    def begin_with(self, value: object) -> None:
        """Begin a new record with this value."""
        self.bring(self.state_of(value))
        self._begun = self.state
        self.filled = True

    # what is typed

    @property
    def chooses(self) -> bool:
        """Whether typing here chooses from a list."""
        return False

    @property
    def selected(self) -> bool:
        """Whether what is typed now replaces what stands there."""
        return self.quick and not self.long and bool(self.text) and not self.changed

    @property
    def unchosen(self) -> bool:
        """Whether words stand here that were typed to choose something, and that chose nothing."""
        return False

    @property
    def state(self) -> Any:
        """What was typed, to put aside and to bring back."""
        return self.text

    @property
    def begun(self) -> Any:
        """The state in which nothing was typed yet."""
        return self._begun

    def state_of(self, value: object) -> Any:
        """The state in which this value stands here."""
        return self.shown(value)

    def type(self, text: str) -> None:
        """Something else stands here now, as far as it was typed."""
        self.text, self.wrong = text, ""
        try:
            check_length(self.key, text)
        except Refused as refused:
            self.refuse(refused)

    @property
    def too_long(self) -> bool:
        """Whether so much stands here that only an editor can hold it."""
        return len(self.text) > LONGEST

    @property
    def kept(self) -> Any:
        """The same as a draft has it; also after what stands there has become something else."""
        return self.state

    def fits(self, kept: Any) -> bool:
        """Whether a draft has something for this line that can be brought back."""
        return isinstance(kept, str)

    def bring(self, state: Any) -> None:
        """Bring back what was typed before."""
        self.text = state

    def reset(self) -> None:
        """Back to what stood there."""
        self.bring(self._begun)
        self.wrong = self.told = ""
        self.urgent = self.settled = False

    @property
    def changed(self) -> bool:
        return bool(self.state != self._begun)

    @property
    def was(self) -> Line:
        """What stood there, of a choice that was changed."""
        return ()

    @property
    def loss(self) -> str:
        """What goes with a change that one would not think of, in a sentence; "" where nothing
        does."""
        return ""

    @property
    def held(self) -> Sequence[Option]:
        """What is chosen already, where more can be."""
        return ()

    def options(self, words: str) -> Sequence[Option]:
        """What can be chosen, the best match for these words first."""
        return ()

    def nearest(self, words: str) -> Sequence[Option]:
        """What can be chosen that is most like words that name nothing."""
        return ()

    @property
    def refers(self) -> Iterable[str]:
        """The ids of the records that are chosen here."""
        return ()

    def take(self, option: Option) -> None:
        """Choose one of them."""

    def unfilter(self) -> None:
        """Forget what was typed only to find something in the list."""

    # what it says

    @property
    def aside(self) -> str:
        """What stands quietly under it while it is typed."""
        return ""

    def shown(self, value: object) -> str:
        """A value as a person types it."""
        return typed(value).replace("\n", " ") if isinstance(value, str) else ""

    def read(self) -> object:
        """The value of what was typed; None where nothing was. Raises Refused."""
        return self.text.strip() or None

    def settle(self) -> bool:
        """Read what was typed, and write it as it is shown; else say why that cannot be."""
        self.wrong = ""
        if not self.changed:
            return True
        try:
            check_length(self.key, self.text)
            self.text = self.shown(self.read())
        except Refused as refused:
            self.refuse(refused)
        return not self.wrong

    def refuse(self, refused: Refused) -> None:
        """Say at this line why something cannot be."""
        self.wrong = briefly(refused.key, refused.details)

    def lines(self, width: int) -> Iterable[Line]:
        """How it reads while nobody types in it; at least one line."""
        return wrap(self.text, width) if self.text else [()]


class LongText(Answer):
    """A text of several lines, typed in an area."""

    long = True

    @property
    def selected(self) -> bool:
        return self.filled and bool(self.text) and not self.changed

    def shown(self, value: object) -> str:
        return typed(value) if isinstance(value, str) else ""
