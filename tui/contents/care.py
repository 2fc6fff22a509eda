"""What is the matter with a record, and the key that settles it."""

from collections.abc import Iterator

from storage.views import Named
from tui.contents.labels import field_names
from tui.contents.parts import Hint, Labelled
from tui.locale import say


def gave_way(stands: Named | None) -> Iterator[Labelled]:
    """The record that stands for this one, and leads there."""
    if stands is not None:
        yield Labelled(say("page.label_joined"), stands.name, link=stands.id)


def care(life: str, conflicts: tuple[str, ...], incomplete: tuple[str, ...]) -> Iterator[Hint]:
    """Deleted or not, several values, something under way."""
    if life in ("contested", "deleted"):
        yield Hint(say(f"page.{life}"), "restore", say("page.restore"), warning=True)
    if conflicts:
        told = say("page.conflict_in", fields=field_names(conflicts))
        yield Hint(told, "conflicts", say("page.settle"), warning=True)
    if incomplete:
        yield Hint(say("page.incomplete", fields=field_names(incomplete)))
