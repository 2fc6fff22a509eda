"""What is the matter with a record, and the key that settles it."""

from collections.abc import Iterator, Sequence

from storage.views.field_change import FieldChange
from storage.views.page_elements import NamedCount
from tui.locale import say
from tui.words.contents.page_pieces import HintLine, Labelled
from tui.words.labels import field_name, field_names
from tui.words.values import in_words


def gave_way(stands: NamedCount | None) -> Iterator[Labelled]:
    """The record that stands for this one, and leads there."""
    if stands is not None:
        yield Labelled(say("page.label_joined"), stands.name, link=stands.id)


def of_source(sourced: Sequence[FieldChange]) -> Iterator[HintLine | Labelled]:
    """What the seed says of fields of which a person said something else."""
    if sourced:
        fields = field_names(tuple(one.field for one in sourced))
        told = say("page.source_says", fields=fields)
        yield HintLine(told, "take_source", say("page.take_source"))
    for one in sourced:
        name = field_name(one.field)
        yield Labelled(f"{name[:1].upper()}{name[1:]}", in_words(one.field, one.value, one.names))


def care(life: str, conflicts: tuple[str, ...], incomplete: tuple[str, ...]) -> Iterator[HintLine]:
    """Deleted or not, several values, something under way."""
    if life in ("contested", "deleted"):
        yield HintLine(say(f"page.{life}"), "restore", say("page.restore"), warning=True)
    if conflicts:
        told = say("page.conflict_in", fields=field_names(conflicts))
        yield HintLine(told, "conflicts", say("page.settle"), warning=True)
    if incomplete:
        yield HintLine(say("page.incomplete", fields=field_names(incomplete)))
