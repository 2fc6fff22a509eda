"""The style sheet of an app, read once."""

from textual.css.stylesheet import Stylesheet


class RuleSheet(Stylesheet):
    """Textual reads all styles twice while an app starts, and again with each screen that brings
    its own, though nothing else changed; this one keeps what was read until colours change."""

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        self.parse()
