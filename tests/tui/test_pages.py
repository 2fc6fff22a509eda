"""Pages of every kind: as lines, as text, with links that lead somewhere, whatever is in them."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.cells import cell_len

from storage.records.fields import FIELDS, PARTY_ROLES, RELATIONS
from storage.records.fields import KINDS as KINDS_OF
from storage.store import Store
from storage.text import shown
from tests.storage.test_sheets import ODD, oddly
from tests.tui.conftest import ARRANGEMENT
from tests.tui.driving import VHTO
from tests.tui.test_hostile import LONG, NASTY
from tests.tui.test_snapshots import compare
from tui import locale, pages
from tui.draw.spans import Line, Linked, width_of
from tui.forms.model.form_fields import fields_of
from tui.words import terms
from tui.words.contents.plain_text import page_text, text_lines
from tui.words.labels import LABEL, label_of

BESIDE = {80: 54, 120: 90}  # columns of the terminal, and those of page 0
TERM = {"from": None, "to": None, "precision": "none", "nature": "once", "every": None,
        "phrase": None, "trigger": None}  # fmt: skip


class World(NamedTuple):
    """A file with one of everything, and the ids of what got one."""

    store: Store
    ids: dict[str, str]


@pytest.fixture
def world(db: Path) -> Iterator[World]:
    with closing(Store(db, "Anna de Vries", date(2014, 7, 2))) as store:
        yield World(store, furnished(store))


def furnished(store: Store) -> dict[str, str]:
    """Fill the small arrangement with whatever a page can show."""
    store.edit(VHTO, {
        "term": {**TERM, "phrase": "vóór de zomer", "to": "2014-06-30", "precision": "season"},
        "condition": "Als de regio een contactpersoon noemt.",
        "goal": "Meer meisjes kiezen voor techniek.",
        "reading": "Wie het contact begint, is niet gezegd; wij lezen het Platform.",
        "signal": {"colour": "amber", "reason": "er is nog geen contactpersoon"},
        "parties/lead/regio-twente": True, "programmes/kwto": True, "programmes/jet-net": True,
        "also_at/1.twente.b1": True, "related/repeats/oost-2-gel-01": True,
    })  # fmt: skip
    store.edit("agreements/oost-2-twe-02", {
        "term": {**TERM, "phrase": "zodra er een coördinator is",
                 "trigger": "De regio heeft een coördinator aangesteld."},
        "trigger_met": {"date": "2014-05-03", "evidence": "brief van de regio"},
    })  # fmt: skip
    for day, kind, text in (
        ("2014-05-06", "remark", "Eerste kennismaking in Hengelo."),
        ("2014-06-18", "decision", "Het contact loopt via de regiegroep."),
        ("2014-06-27", "action", "Lijst van scholen met veel meisjes in de bovenbouw maken."),
    ):
        store.add("entries", {"about": VHTO, "kind": kind, "date": day, "text": text,
                              "who": "regio-twente"})  # fmt: skip
    own = store.add("entries", {"about": VHTO, "kind": "remark", "date": "2014-07-01",
                                "text": "Intern: bel eerst zelf."}, own=True)  # fmt: skip
    store.edit("regions/twente", {
        "organisation": "regio-twente", "profile": "Sterk in technische kennis.",
        "sectors/Mechatronica": True, "sectors/Nanotechnologie": True,
        "priorities/Ruimte voor ondernemen": True, "governance": "De regiegroep stuurt.",
        "visions": [{"title": "Visie Twente", "date": "eind 2013"}],
    })  # fmt: skip
    target = store.add("targets", {
        "region": "twente", "programme": "jet-net", "population": "havo- en vwo-scholen",
        "comparator": "at_least", "quantity": "60", "unit": "%", "year": "2016",
    })  # fmt: skip
    store.edit("organisations/platform", {"role": "Ondersteunt de landsdelen."})
    overleg = store.add("organisations", {
        "name": "Liaisonoverleg", "kind": "body", "members/platform": True,
        "members/regio-twente": True, "rhythm": "Twee keer per jaar.",
    })  # fmt: skip
    person = store.add("people", {
        "name": "B. Boots", "organisation": "platform", "function": "doet mee aan het overleg",
    })  # fmt: skip
    meeting = store.add("meetings", {
        "title": "Liaisonoverleg voorjaar", "body": overleg.partition("/")[2], "phase": "closed",
        "date": "2014-06-18", "place": "Zwolle", "chair": person.partition("/")[2],
        "present/platform/secretaris": True,
    })  # fmt: skip
    store.add("items", {"meeting": meeting.partition("/")[2], "agreement": "oost-2-twe-04"})
    term = store.add("glossary", {
        "abbreviation": "KWTO", "expansion": "Kenniscentrum Wetenschap en Techniek Oost",
        "synonyms/Kenniscentrum": True,
    })  # fmt: skip
    return {
        "agreement": VHTO, "agreement-waiting": "agreements/oost-2-twe-02",
        "agreement-bare": "agreements/oost-2-oos-01", "region": "regions/twente",
        "region-empty": "regions/food-valley", "region-above": "regions/overijssel",
        "programme": "programmes/jet-net", "organisation": "organisations/platform",
        "body": overleg, "person": person, "meeting": meeting, "target": target,
        "glossary": term, "entry": own, "arrangement": f"arrangement/{ARRANGEMENT}",
    }  # fmt: skip


KINDS = (
    "agreement", "agreement-waiting", "agreement-bare", "region", "region-empty", "region-above",
    "programme", "organisation", "body", "person", "meeting", "target", "glossary", "entry",
    "arrangement",
)  # fmt: skip


def text_of(line: Line) -> str:
    return "".join(span.text for span in line)


def picture(store: Store, record: str, width: int) -> str:
    """A page as text; what leads somewhere begins with ›."""
    reading = store.page(record)
    title, right = (text_of(line) for line in pages.page_heading(reading, width, more=False))
    lines = [f"    {title}".ljust(width - 1 - len(right)) + right]
    for line in pages.page_lines(reading, width, "2016"):
        lines.append(f"{'›' if isinstance(line, Linked) else ' '}{text_of(line)}".rstrip())
    return "\n".join(lines)


@pytest.mark.parametrize("columns", BESIDE)
@pytest.mark.parametrize("kind", KINDS)
def test_page(world: World, kind: str, columns: int) -> None:
    compare(f"page-{kind}-{columns}", picture(world.store, world.ids[kind], BESIDE[columns]))


def test_who_wishes_is_not_said_to_ask(world: World) -> None:
    """Neither on the page of an ambition, nor in its form, nor on that of who wishes it."""
    store, asks = world.store, "parties/requester/platform"
    store.edit(VHTO, {"kind": "ambition", asks: True})
    store.edit("agreements/oost-2-gel-01", {asks: True})
    wish, asked, platform = (
        picture(store, one, 90)
        for one in (VHTO, "agreements/oost-2-gel-01", "organisations/platform")
    )
    assert "Wens van    Platform" in wish
    assert "Verzoek" not in wish
    assert "Verzoek     Platform" in asked
    own, other = platform.partition("Wens van Platform Bèta Techniek")[::2]
    assert "Monitor" in own.partition("Op verzoek van Platform Bèta Techniek")[2]
    assert "VHTO" in other
    labels = {
        kind: [one.label for one in fields_of(store, "agreements", store.record(id_))]
        for kind, id_ in (("wish", VHTO), ("asked", "agreements/oost-2-gel-01"))
    }
    assert "Wens van" in labels["wish"]
    assert "Verzoek" not in labels["wish"]
    assert "Verzoek" in labels["asked"]


@pytest.mark.parametrize("kind", ["agreement", "region"])
def test_page_in_english(world: World, kind: str) -> None:
    locale.use("en")
    compare(f"page-{kind}-en", picture(world.store, world.ids[kind], 90))


@pytest.mark.parametrize("kind", ["agreement", "agreement-waiting", "region", "organisation"])
def test_page_as_text(world: World, kind: str) -> None:
    reading = world.store.page(world.ids[kind])
    compare(f"text-{kind}", "\n".join(text_lines(reading, "2016", width=80)))


def test_what_is_handed_on_keeps_the_logbook_to_oneself(world: World) -> None:
    text = page_text(world.store.page(VHTO), "2016")
    assert text.startswith("VHTO: schakel met de regio\nafspraak   OOST-2-TWE-04\n")
    assert "Intern" not in text
    assert "vóór de zomer   onze lezing: tot en met 30 juni 2014" in text
    longest = world.store.page(VHTO).said("text") or ""
    assert f"\n{longest}\n" in text


def test_an_organisation_says_what_it_is_to_do(world: World) -> None:
    action = {"about": VHTO, "kind": "action", "who": "platform"}
    to = {**TERM, "phrase": "voor 1 juli 2014", "to": "2014-06-30", "precision": "day",
          "nature": "once"}  # fmt: skip
    world.store.add("entries", {**action, "text": "Agenda maken."})
    world.store.add("entries", {**action, "text": "Brief sturen.", "term": to})
    world.store.add("entries", {**action, "text": "Scholen bellen.", "done": True})
    world.store.add("entries", {**action, "text": "Zelf afstemmen."}, own=True)
    page = world.store.page("organisations/platform")
    text = "\n".join(text_lines(page, "2016"))
    assert "Moet Platform Bèta Techniek nog doen   3\n" in text
    assert "Brief sturen.   te laat, 30 juni 2014\n  Agenda maken.\n" in text
    assert "Zelf afstemmen.   eigen organisatie" in text
    assert "Scholen bellen" not in text
    assert "Zelf afstemmen" not in page_text(page, "2016")
    assert "nog doen   2\n" in page_text(page, "2016")


def test_eleven_rows_say_what_who_and_where_we_stand(db: Path) -> None:
    with closing(Store(db)) as store:
        rows = [text_of(line) for line in [*pages.page_lines(store.page(VHTO), 54, "2016")][:10]]
    whole = "\n".join(rows)
    assert "openstaand   vaste afspraak   doorlopend" in whole
    assert "Het Platform houdt het contact warm" in whole
    assert "Trekker     Platform Bèta Techniek" in whole
    assert "Vindplaats  hoofdstuk 2, Twente, 2e punt" in whole


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_that_leads_somewhere_leads_to_a_page(world: World, kind: str) -> None:
    lines = [*pages.page_lines(world.store.page(world.ids[kind]), 90, "2016")]
    for line in lines:
        if isinstance(line, Linked):
            assert world.store.page(line.link)
    if kind not in ("glossary",):
        assert any(isinstance(line, Linked) for line in lines)


@pytest.mark.parametrize("width", [20, 54, 90])
@pytest.mark.parametrize("kind", KINDS)
def test_lines_fit_their_width(world: World, kind: str, width: int) -> None:
    for line in pages.page_lines(world.store.page(world.ids[kind]), width, "2016"):
        assert width_of(line) <= max(width, 76)
        assert width_of(line) <= width


@pytest.mark.parametrize("type_", FIELDS)
def test_nasty_text_is_text_on_every_page(tmp_path: Path, type_: str) -> None:
    values: list[object] = [f"{NASTY}\n{LONG}", *ODD]
    for n, value in enumerate(values):
        path = tmp_path / f"{n}.db"
        Store.create(path, ARRANGEMENT, list(oddly(value)))
        with closing(Store(path)) as store:
            reading = store.page(f"{type_}/x")
            drawn = [*pages.page_lines(reading, 54, "2016")]
            whole = "".join(map(text_of, [*drawn, *pages.page_heading(reading, 54, more=True)]))
            assert shown(whole) == whole
            text = page_text(reading, "2016")
            assert shown(text) == text
            assert all(cell_len(text_of(line)) <= 54 for line in drawn)


@pytest.mark.parametrize("lang", locale.LANGUAGES)
def test_labels_fit_beside_what_they_say(lang: str) -> None:
    locale.use(lang)
    called = ("title", "name", "abbreviation", "code", "short", "description", "text")
    labels = [
        label_of(name, type_)
        for type_, fields in FIELDS.items()
        for name in fields
        if name not in called
    ]
    labels += [label_of(f"parties/{role}", kind=kind) for role in PARTY_ROLES for kind in KINDS_OF]
    assert [label for label in labels if len(label) >= LABEL] == []
    assert all(label_of(f"related/{relation}") for relation in RELATIONS)


@pytest.mark.parametrize(
    ("term", "said", "reading"),
    [
        ({"phrase": "in 2015", "from": "2015-01-01", "to": "2015-12-31"}, "in 2015",
         "onze lezing: van 1 januari tot en met 31 december 2015"),
        ({"phrase": "de winter", "from": "2014-12-21", "to": "2015-03-20"}, "de winter",
         "onze lezing: van 21 december 2014 tot en met 20 maart 2015"),
        ({"phrase": "op 1 mei", "from": "2014-05-01", "to": "2014-05-01"}, "op 1 mei",
         "onze lezing: op 1 mei 2014"),
        ({"phrase": "zo spoedig mogelijk"}, "zo spoedig mogelijk", "onze lezing: zonder datum"),
        ({"phrase": "zolang de voorraad strekt"}, "zolang de voorraad strekt",
         "niet gelezen: geldt zoals gezegd"),
        ({"phrase": "elke maand", "nature": "recurring", "every": "maand"}, "elke maand",
         "onze lezing: terugkerend, per maand"),
        ({"phrase": "structureel", "nature": "standing"}, "structureel",
         "onze lezing: doorlopend"),
        ({"phrase": "doorlopend", "nature": "standing"}, "doorlopend", ""),
        ({"from": "2014-05-01"}, "vanaf 1 mei 2014", ""),
        ({"phrase": "zodra het kan", "trigger": "het kan"}, "zodra het kan", ""),
        ({}, "", ""),
    ],
)  # fmt: skip
def test_a_term_as_said_and_as_we_read_it(term: dict[str, object], said: str, reading: str) -> None:
    assert terms.as_said({**TERM, **term}) == (said, reading)


@pytest.mark.parametrize(
    ("met", "told"),
    [
        (None, ("x", "nog niet vastgelegd")),
        ({"date": "2014-05-01", "evidence": None}, ("x", "gebeurd op 1 mei 2014")),
        ({"date": None, "evidence": "brief"}, ("x", "gebeurd: brief")),
    ],
)
def test_what_a_term_waits_for(met: dict[str, object] | None, told: tuple[str, str]) -> None:
    assert terms.trigger_words({"trigger": "x"}, met) == told
    assert terms.trigger_words({}, None) == ("", "")
