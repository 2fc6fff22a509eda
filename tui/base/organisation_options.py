"""Organisations to choose from."""

from tui.base.option_picker import PickerOption
from tui.store import Store


def organisation_options(store: Store, chosen: str | None = None) -> list[PickerOption]:
    """Every organisation by its tail, found by its short forms too; ``chosen`` is marked."""
    return [
        PickerOption(one.tail, one.name, chosen=one.tail == chosen, others=one.short_forms)
        for one in store.lists.organisations()
    ]
