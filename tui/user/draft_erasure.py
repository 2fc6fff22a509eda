"""What was erased goes from what was typed and not saved, too."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from storage.acts import Act
from storage.traces.mentions import texts_in, texts_of
from tui.user.draft_file import DraftFile
from tui.user.drafts import IN_MEETING, Drafts, Kept

SHORTEST = 6  # signs of a text that is looked for: a shorter one stands anywhere


def forget(path: Path, gone: Sequence[Act]) -> int:
    """Throw away the drafts that hold what these acts said, of windows that are closed; how many
    that were. Raises Refused where that cannot be done."""
    file = DraftFile(path)
    try:
        kept = file.load()
        held = holding(kept, gone)
        if held:
            file.save({about: one for about, one in kept.items() if about not in held})
        return len(held)
    finally:
        file.close()


def forget_typed(drafts: Drafts, gone: Sequence[Act]) -> None:
    """Throw away the drafts of this window in which something of these acts stands."""
    for about in holding(drafts.all(), gone):
        drafts.forget(about)


def holding(drafts: Mapping[str, Kept], gone: Sequence[Act]) -> set[str]:
    """What the drafts are about in which something of these acts was typed: a text of theirs, or
    another in a field that they set; what was typed in a meeting tells of no fields."""
    texts = {text for act in gone for text in texts_in(act) if len(text) >= SHORTEST}
    places = {(said.record, said.field.partition("/")[0]) for act in gone for said in act.set}
    return {
        about
        for about, kept in drafts.items()
        if any(text in typed for typed in _typed(kept) for text in texts)
        or any(
            record in about and (about.startswith(f"{IN_MEETING} ") or _is_in(field, kept))
            for record, field in places
        )
    }


def _is_in(field: str, kept: Kept) -> bool:
    return any(line.partition(".")[0] == field for line in kept.said)


def _typed(kept: Kept) -> Iterator[str]:
    yield kept.name
    yield from texts_of(kept.said)
