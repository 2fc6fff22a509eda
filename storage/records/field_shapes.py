"""Fields that several types have: texts and references in a set, a term, a source."""

from storage.records.description import Field, Group, Key


def text_set(name: str) -> Field:
    return Field(name, parts=(Key("text"),))


def reference_set(name: str, refers: str, group: Group = "what", rank: int = 0) -> Field:
    return Field(name, parts=(Key(refers, refers=refers),), group=group, rank=rank)


def term_field() -> Field:
    return Field(
        "term",
        group="when",
        keys=(
            Key("phrase"), Key("from", "date"), Key("to", "date"),
            Key(
                "precision",
                choices=("day", "month", "season", "quarter", "year", "none"),
                default="none",
            ),
            Key("nature", choices=("once", "recurring", "standing"), default="once"),
            Key("every"), Key("trigger", long=True),
        ),
    )  # fmt: skip


def source_field() -> Field:
    return Field(
        "source",
        group="where",
        keys=(Key("document", required=True), Key("locator", "locator", required=True)),
        others=(Key("meeting", required=True), Key("item", required=True)),
    )
