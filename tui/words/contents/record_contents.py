"""What stands on the page of a record that is no agreement: what it says, what belongs to it."""

from collections.abc import Iterator

from storage.records.ids import scope_of
from storage.views.agreement_list import AgreementRow
from storage.views.page_content import Page
from storage.views.page_elements import Action, ListedPart, NamedCount, TargetRow
from storage.views.progress_count import ProgressRow
from tui.locale import number, say, say_count
from tui.words import dates
from tui.words.contents.action_contents import by_when
from tui.words.contents.field_words import STATE, field_pieces, kind_and_state, value_in_words
from tui.words.contents.page_pieces import (
    Agreed,
    AttentionLine,
    AttentionTable,
    Block,
    BodyText,
    HintLine,
    Labelled,
    ListTitle,
    Others,
    Piece,
    PlainSentence,
    ProgressLine,
    ProgressStrip,
    ProgressTable,
    RecordLine,
    StateLine,
    StatePart,
)
from tui.words.contents.progress_words import care_in_words, progress_in_words
from tui.words.contents.remedies import care, gave_way, of_source
from tui.words.contents.target_words import aim, of_sheet

BODY = {
    "arrangement": "purpose", "regions": "profile", "programmes": "description",
    "organisations": "role", "people": "function", "glossary": "expansion",
}  # fmt: skip
"""The field that is told as running text; of other types it is their text."""


def record_blocks(sheet: Page) -> Iterator[Block]:
    """Everything under the title but the logbook."""
    yield list(_state(sheet))
    yield from _progress(sheet)
    body = BODY.get(sheet.type, "text")
    yield [
        BodyText(value_in_words(sheet.type, body, value))
        for fact in sheet.facts
        if fact.field == body
        for value in fact.values
    ]
    if sheet.type == "targets":
        yield [aim(of_sheet(sheet))._replace(link="")]
    others = [fact for fact in sheet.facts if fact.field not in (body, *STATE)]
    yield [*field_pieces(sheet.type, others)]
    yield list(_beginning(sheet))
    headings: list[Piece] = []  # of lists that only say how much there is
    for listed in sheet.belongs:
        if listed.rows:
            yield headings
            headings = []
            yield list(_listed(listed))
        else:
            headings += _listed(listed)
    yield headings


def _state(sheet: Page) -> Iterator[Piece]:
    said = [StatePart(word) for word in kind_and_state(sheet)]
    if sheet.short:
        said.append(StatePart(sheet.short, "quiet"))
    if scope_of(sheet.record) == "own":
        said.append(StatePart(say("page.own"), "quiet"))
    if said:
        yield StateLine(tuple(said))
    yield from gave_way(sheet.stands)
    yield from care(sheet.life, sheet.conflicts, sheet.incomplete)
    yield from of_source(sheet.sourced)


def _beginning(sheet: Page) -> Iterator[Piece]:
    """What an arrangement still needs, and the keys that give it."""
    if sheet.type == "arrangement" and all(fact.field != "parties" for fact in sheet.facts):
        yield HintLine(say("sheet.no_parties"), "edit", say("sheet.chooses_parties"))
        yield HintLine(say("sheet.makes_parties"), "palette", say("sheet.by_palette"))


def _counts(sheet: Page) -> Iterator[Piece]:
    """Open agreements, as the panes count them."""
    whole = sheet.progress.total if sheet.progress else 0
    told = [
        say_count(f"sheet.count_{what}", n, whole=number(whole))
        for what, n in sheet.counts
        if n or what not in ("via", "in")
    ]
    if sheet.progress and sheet.progress.repeats:
        told.append(say_count("sheet.count_repeats", sheet.progress.repeats))
    if told:
        yield Labelled(say("page.label_open"), "   ".join(told))


def _progress(sheet: Page) -> Iterator[Block]:
    """How many there are, how far they are, and what asks for attention."""
    far: list[Piece] = [*_counts(sheet)]
    if sheet.progress is not None and (told := progress_in_words(sheet.progress)):
        far.append(ProgressStrip(sheet.progress, told))
    yield far
    if sheet.care:
        lines = tuple(AttentionLine(one.row, one.why, care_in_words(one)) for one in sheet.care)
        yield [ListTitle(say("sheet.care"), number(len(sheet.care))), AttentionTable(lines)]


def _listed(listed: ListedPart) -> Iterator[Piece]:
    if listed.what == "own" and not listed.total:
        yield PlainSentence(say("list.nothing_own", name=listed.of.name))
        return
    link = listed.of.id if listed.what == "via" else None
    title = say(f"sheet.{listed.what}", name=listed.of.name)
    far = tuple(_far(one) for one in listed.rows if isinstance(one, ProgressRow))
    yield ListTitle(title, say("header.open") if far else number(listed.total), link)
    if far:
        yield ProgressTable(far)
        return
    for one in listed.rows:
        if isinstance(one, NamedCount):
            count = number(one.number) if one.number is not None else ""
            yield RecordLine(one.name, one.id or "", count)
        elif isinstance(one, Action):
            late = say("filter.late") if one.late else ""
            own = say("page.own") if one.entry.own else ""
            told = ", ".join(filter(None, (late, by_when(one.entry), own)))
            yield RecordLine(one.entry.text, one.about, told)
        elif isinstance(one, TargetRow):
            yield aim(one)
        elif isinstance(one, AgreementRow):
            yield Agreed(one)
    if listed.rows and (rest := listed.total - len(listed.rows)):
        yield Others(say_count("sheet.others", rest))


def _far(one: ProgressRow) -> ProgressLine:
    last = dates.day_short(dates.local_day(one.last)) if one.last else ""
    told = say("sheet.last", day=last) if last else ""
    return ProgressLine(one.name, one.id, one.far, told, number(one.number))
