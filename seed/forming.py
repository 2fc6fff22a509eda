"""How a value must be written in TOML for the field that it is for."""

from storage.errors import Refused
from storage.records.description import Field


def wrong_form(field: Field, value: object) -> Refused | None:
    """Why the value is written in a way that the field cannot have: a number or a word without
    its quotes, brackets or keys; None where it can be read on. Says nothing of what it means."""
    name = field.name
    if field.is_set:
        return _wrong_set(field, value)
    if isinstance(value, list) and field.form != "list":
        first = value[0] if value else ""
        return Refused("takes_one", field=name, value=first)
    if field.form == "flag":
        return None if isinstance(value, bool) else Refused("true_or_false", field=name)
    if field.has_keys:
        said_in_words = name in ("term", "source") and isinstance(value, str)
        if isinstance(value, dict) or said_in_words:
            return None
        return Refused("needs_keys", field=name, form=", ".join(field.names))
    if field.form in ("text", "choice", "decimal", "reference") and not isinstance(value, str):
        return Refused("needs_quotes", value=value, form=f'{name} = "{value}"')
    return None


def _wrong_set(field: Field, value: object) -> Refused | None:
    if not isinstance(value, list):
        return Refused("needs_brackets", field=field.name, value=value)
    for one in value:
        if not isinstance(one, str):
            return Refused("needs_quotes", value=one, form=f'"{one}"')
        if len(field.parts) > 1 and ":" not in one:
            form = ":".join(part.name for part in field.parts)
            first = next(iter(field.parts[0].choices), field.parts[0].name)
            return Refused("pair_needs", value=one, form=form, example=f"{first}:{one}")
    return None
