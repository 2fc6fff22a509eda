"""What a page says of a record besides the texts in its fields, and is found by as well."""

from collections.abc import Iterator, Mapping


def told_words(type_: str, record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The field, and what the page says of it in Dutch."""
    if type_ == "targets":
        yield from _of_target(record)


def _of_target(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    amount, unit = (record.get(key) or "" for key in ("quantity", "unit"))
    unit = "% (procent, percentage)" if unit == "%" else unit
    yield "quantity", f"streefcijfer {amount} {unit}".strip().replace("  ", " ")
    if not record.get("year"):
        yield "year", "jaar niet genoemd"
    if record.get("baseline"):
        yield "baseline", f"nulmeting {record['baseline']}"
    else:
        yield "baseline", "nulmeting niet genoemd"
