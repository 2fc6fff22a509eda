"""`schema`: how the files are laid out, as JSON Schema."""

import click

from storage.errors import Refused
from tui.cli.options import TEXT, gives
from tui.cli.output import Out
from tui.cli.session import Session


@click.command("schema")
@click.argument("kind", type=TEXT, required=False)
@gives("json")
def schema_command(_: Session, out: Out, kind: str | None) -> None:
    """JSON Schema 2020-12 of every file, or of one kind of file, act or record."""
    from storage.records.validation import nearest
    from storage.schema import KINDS, schema

    if kind is not None and kind not in KINDS:
        raise Refused("unknown_value", field="KIND", value=kind, nearest=nearest(kind, KINDS))
    out.json(schema(kind))
