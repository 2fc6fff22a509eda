"""What a page says of a record besides the texts in its fields, and is found by as well."""

from collections.abc import Iterator, Mapping


def told_words(type_: str, record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The field, and what the page says of it in Dutch."""
    if type_ == "targets":
        yield from _of_target(record)


def _of_target(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    amount, unit, baseline = (_text(record.get(key)) for key in ("quantity", "unit", "baseline"))
    unit = "% (procent, percentage)" if unit == "%" else unit
    yield "quantity", " ".join(filter(None, ("streefcijfer", amount, unit)))
    if not record.get("year"):
        yield "year", "jaar niet genoemd"
    yield "baseline", f"nulmeting {baseline}" if baseline else "nulmeting niet genoemd"


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
