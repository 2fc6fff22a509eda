"""Words that name nothing: Enter would make something of them, so that is said first."""

from collections.abc import Sequence

from tui.forms.model.answer import Answer, Option
from tui.forms.model.named_records import makes
from tui.locale import say


class MakingDoubt:
    """``told`` is what was said of it; "" where there is no doubt."""

    def __init__(self) -> None:
        self.making = self.told = ""

    def clear(self) -> None:
        self.making = self.told = ""

    def arises(self, answer: Answer, offered: Sequence[Option]) -> bool:
        """Whether Enter would make something, and that was not said yet; from now on it was."""
        making = offered[0].value if offered else ""
        if not makes(making) or self.making == making:
            return False
        words = answer.text.strip()
        near = ", ".join(one.text for one in answer.nearest(words))
        key = "form.make_near" if near else "form.make_asked"
        self.making, self.told = making, say(key, name=words, nearest=near)
        return True
