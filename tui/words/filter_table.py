"""All filters of the query language as a table: for the docs, which ``python -m
tui.words.filter_table`` writes anew, and for help."""

from collections.abc import Iterator
from pathlib import Path

from storage.files.atomic import write_whole
from storage.records.fields import TYPES
from storage.search.filter_names import FILTERS, FilterName
from tui.locale import say

PAGE = Path(__file__).parents[2] / "docs" / "zoeken.md"
BEGIN, END = "<!-- filters -->\n", "<!-- /filters -->\n"


def filter_rows(lang: str) -> Iterator[tuple[str, str, str]]:
    """Of each filter its name with an example, the words that can stand there, and what it keeps;
    in the language in use, its names in ``lang``."""
    for one in FILTERS:
        yield f"{one.named(lang)}:", ", ".join(_values(one, lang)), say(f"query.about_{one.en}")


def _values(one: FilterName, lang: str) -> list[str]:
    words = [choice.words(lang)[0] for choice in one.choices]
    return words if one.kind == "choice" else [say(f"query.value_{one.kind}"), *words]


def table_of_docs() -> str:
    """The table as it stands on the page, which is in Dutch."""
    columns = [say(f"query.column_{one}") for one in ("name", "other", "keeps", "values", "types")]
    lines = [f"| {' | '.join(columns)} |", "|---|---|---|---|---|"]
    for one, (name, values, told) in zip(FILTERS, filter_rows("nl"), strict=True):
        types = ", ".join(say(f"types.{type_}").lower() for type_ in one.types)
        known = say("query.all_types") if set(one.types) == set(TYPES) else types
        lines.append(f"| `{name}` | `{one.en}:` | {told} | {values} | {known} |")
    return "\n".join(lines) + "\n"


def page_with(table: str, page: str) -> str:
    """The page with this table in it."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}{table}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    write_whole(PAGE, page_with(table_of_docs(), PAGE.read_text("utf-8")).encode())
