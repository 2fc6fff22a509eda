"""A form in a test: any record's, on any of its lines."""

from typing import cast

from storage.store import Store
from tests.tui.driving import VHTO, Driver
from tui.forms.parts.fill_form import FillForm
from tui.forms.parts.typing import Typing

MADE: dict[str, dict[str, object]] = {
    "people": {"name": "P. Persoon", "organisation": "platform"},
    "targets": {"region": "twente", "quantity": "12.5"},
    "meetings": {"title": "Liaisonoverleg", "participants/platform/voorzitter": True},
    "glossary": {"abbreviation": "PBT", "expanded_in_source": True},
    "items": {"agreement": VHTO.partition("/")[2]},
    "entries": {"about": VHTO, "kind": "remark", "text": "gebeld"},
    "searches": {"name": "Van ons", "query": "vhto"},
}
THERE = {
    "arrangement": "arrangement/oost-2014-2016", "regions": "regions/twente",
    "programmes": "programmes/kwto", "organisations": "organisations/platform",
    "agreements": VHTO,
}  # fmt: skip


def some_record(store: Store, type_: str) -> str:
    """The id of a record of a type; made where the small arrangement has none."""
    if type_ in THERE:
        return THERE[type_]
    if type_ == "authors":
        store.note(VHTO, "zo is er een schrijver")
        return str(store.records("authors")[0]["id"])
    return store.add(type_, MADE[type_])


class Filling:
    """A form that is being filled in."""

    def __init__(self, screen: Driver) -> None:
        self.screen = screen

    @property
    def form(self) -> FillForm:
        return cast(FillForm, self.screen.main.form)

    @property
    def open(self) -> bool:
        return self.screen.main.form is not None

    async def of(self, record: str) -> "Filling":
        """Open the form of a record."""
        self.screen.main.records.edit(record)
        await self.screen.pilot.pause()
        return self

    async def new(self, type_: str) -> "Filling":
        """Open the form of a new record."""
        self.screen.main.records.new(type_)
        await self.screen.pilot.pause()
        return self

    @property
    def keys(self) -> list[str]:
        return [answer.key for answer in self.form.state.answers]

    async def at(self, key: str) -> None:
        """Go to a line, as with the arrows, and F8 where empty ones are left out."""
        laid_out = self.form.laid_out
        if not laid_out.opened:
            self.form.unfold()
        self.form.step(self.keys.index(key) - self.keys.index(self.form.answer.key))
        await self.screen.pilot.pause()

    async def put(self, key: str, text: str) -> None:
        """Type a text on a line, in the place of what stood there."""
        await self.at(key)
        typing = self.screen.app.screen.query_one(Typing)
        typing.text = ""
        typing.insert(text)
        await self.screen.pilot.pause()

    async def save(self) -> None:
        """Take what the list offers, and save."""
        if self.form.asked.open:
            await self.screen.press("enter")
        await self.screen.press("enter")
