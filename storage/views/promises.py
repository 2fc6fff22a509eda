"""What a party promised and was promised."""

from typing import NamedTuple

from storage.views.agreement_list import AgreementRow
from storage.views.page_elements import Action


class Promises(NamedTuple):
    """The open agreements of a party: ``made`` are those in which it does something, ``received``
    those of which it gets something, by name of the role; and the actions that it is to do."""

    id: str
    name: str
    made: dict[str, list[AgreementRow]]
    received: dict[str, list[AgreementRow]]
    actions: list[Action]
