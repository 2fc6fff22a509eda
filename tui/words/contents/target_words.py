"""A target in words, with a bar where its figure is a share of a whole."""

import re

from storage.views.page_content import Page
from storage.views.page_elements import TargetRow
from tui.locale import say
from tui.words.contents.page_pieces import Aim, Gauge
from tui.words.record_words import word

CHANGES = ("change", "unknown_change")
BOUNDS = ("at_least", "at_most")
PER_CENT = ("%", "procent", "percent")
_BASELINE = r"(\d+(?:[.,]\d+)?) *(%|procent|percent)?"


def aim(target: TargetRow) -> Aim:
    """For whom, how much, when and from where; what the source does not say is said to be missing.

    The bar repeats what the words say: who hears or copies the page misses nothing.
    """
    start = _start(target)
    figure = ", ".join(part for part in (_figure(target), *_when(target, start)) if part)
    text = (
        f"{target.population}: {figure}"
        if target.population and figure
        else (target.population or figure)
    )
    missing = (target.other, *_missing(target))
    text = f"{text[:1].upper()}{text[1:]}"
    return Aim(text, "; ".join(part for part in missing if part), target.id, _gauge(target, start))


def of_sheet(sheet: Page) -> TargetRow:
    """The target whose own page this is."""
    said = {fact.field: str(fact.values[0].said) for fact in sheet.facts}
    names = [name for name in TargetRow._fields if name not in ("id", "other")]
    return TargetRow(sheet.record, *(said.get(name) for name in names))


def _figure(target: TargetRow) -> str:
    """The bound and the amount: "ten minste 40%", "30% minder"."""
    quantity, change = target.quantity or "", target.measure in CHANGES
    amount = _amount(quantity.lstrip("-") if change else quantity, target.unit)
    if change and quantity:
        amount = say("target.less" if quantity.startswith("-") else "target.more", figure=amount)
    elif change:
        amount = word("measure", target.measure)
    words = [word("comparator", target.comparator)] if target.comparator in BOUNDS else []
    if target.comparator == "all":
        words = [word("comparator", "all") if quantity else say("target.all")]
    words += [amount] if amount else []
    words += [say("target.per", per=target.per)] if target.per else []
    return " ".join(words)


def _when(target: TargetRow, start: str) -> list[str]:
    year = [say("target.in_year", year=target.year)] if target.year else []
    return [*year, say("target.start", figure=start)] if start else year


def _missing(target: TargetRow) -> list[str]:
    """What one needs to measure it and does not know."""
    how = [say("target.unknown_change")] if target.measure == "unknown_change" else []
    if not target.year and not target.baseline:
        return [*how, say("target.no_year_no_start")]
    how += [say("target.no_year")] if not target.year else []
    return [*how, say("target.no_start")] if not target.baseline else how


def _start(target: TargetRow) -> str:
    """The figure at the beginning, with the unit where only a number was kept."""
    said = (target.baseline or "").strip()
    found = re.fullmatch(_BASELINE, said)
    return _amount(found[1].replace(",", "."), found[2] or target.unit) if found else said


def _amount(quantity: str, unit: str | None) -> str:
    number = quantity.replace(".", say("number.comma"))
    blank = "" if unit == "%" or not (number and unit) else " "  # 40% stays together
    return f"{number}{blank}{unit or ''}"


def _gauge(target: TargetRow, start: str) -> Gauge | None:
    """Only a level in per cent has a whole to be drawn against."""
    share = _share(target.quantity)
    if share is None or target.measure in CHANGES or target.unit not in PER_CENT:
        return None
    told = _amount(target.quantity or "", target.unit)
    if target.comparator in BOUNDS:
        told = say(f"target.sign_{target.comparator}", figure=told)
    found = re.fullmatch(_BASELINE, (target.baseline or "").strip())
    begun = _share(found[1].replace(",", ".")) if found else None
    return Gauge(share, told, begun, start if begun is not None else "")


def _share(quantity: str | None) -> float | None:
    """A hundredth of a number from 0 to 100."""
    try:
        found = float(quantity or "") / 100
    except ValueError:
        return None
    return found if 0 <= found <= 1 else None
