"""Everyday reads: those of the command line as it is typed, those of the screen as it asks them."""

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from random import Random
from typing import get_args

from storage.past.past_reader import PastReader
from storage.past.timeline import Timeline
from storage.progress import unwatched
from storage.queries.pages.involvement import in_role
from storage.records.fields import PARTY_ROLES, TYPES
from storage.search.filter_names import FILTERS
from storage.search.query_parser import parse_query
from storage.store import Store
from storage.tables.damage import judged
from storage.views.act_row import ActFilter
from storage.views.agreement_list import Filter, Order, View
from tests.damage.filled import OTHER, VHTO

CODE = "OOST-2-TWE-04"
DAY = "2014-10-07"
COMMANDS: tuple[tuple[str, ...], ...] = (
    *(("list", type_) for type_ in TYPES),
    ("list", "agreements", "--open"),
    ("list", "agreements", "--region", "twente", "--via", "--format", "json"),
    ("list", "agreements", "--programme", "jet-net", "--deleted", "--format", "csv"),
    ("list", "agreements", "--party", "platform", "--status", "open", "--kind", "commitment"),
    ("list", "agreements", "--changed-since", "2020-01-01"),
    ("list", "entries", "--as-of", "2090-01-01"),
    ("list", "agreements", "--as-of", "#400", "--known"),
    ("show", CODE), ("show", CODE, "--format", "json"), ("show", CODE, "--as-of", "2090-01-01"),
    ("show", "regions/twente"), ("show", "programmes/jet-net"), ("show", "organisations/platform"),
    ("show", "agreements/oost-2-twe-05"), ("show", "arrangement/oost-2014-2016"),
    ("search", "vht"), ("search", "kennismaking"), ("search", "twente", "--format", "json"),
    ("history",), ("history", CODE), ("history", "--since", DAY, "--format", "json"),
    ("conflicts",), ("conflicts", "--format", "json"), ("problems",), ("check",),
    ("overview", "matrix"), ("overview", "parties"), ("overview", "standing", "--format", "csv"),
    ("overview", "matrix", "--as-of", "2090-01-01", "--format", "json"),
    ("export", "-"), ("export", "-", "--profile", "internal"),
    ("export", "-", "--profile", "public"),
    ("export", "-", "--since", "2020-01-01"), ("backup", "-"), ("quarantine",),
    ("quarantine", "show", "1"), ("exchange", "folders"), ("exchange", "devices"),
    ("source", "coverage"),
)  # fmt: skip


def _lists(store: Store, dice: Random) -> Iterator[object]:
    filter = Filter(
        region=dice.choice((None, "twente", "landsdeel-oost", "niets")),
        programme=dice.choice((None, "", "jet-net")),
        view=dice.choice(get_args(View)),
        party=dice.choice((None, "platform")),
        heads=dice.choice(get_args(Order)),
        sort=dice.choice(get_args(Order)),
    )
    yield store.totals()
    yield store.lists.last_year
    yield store.lists.regions(filter)
    yield store.lists.programmes(filter)
    yield store.lists.organisations()
    yield store.lists.applying(filter)
    for group in store.agreements(filter):
        yield [*islice(group.rows, 80)]
        yield group.rows.find(VHTO)
        yield [*group.rows.ids()]


def _pages(store: Store, dice: Random) -> Iterator[object]:
    for type_ in dice.sample(TYPES, 4):
        for record in store.records(type_)[:3]:
            id_ = str(record["id"])
            yield store.page(id_)
            yield store.title(id_)
            yield store.stands_for(id_)
            yield store.log.fields(id_)
            seen = store.log.seen(id_)
            yield store.log.meanwhile(id_, {name: one for name, one in seen.items() if name > "m"})
    yield store.page(VHTO)
    yield store.page(OTHER)
    yield store.changes.preview_join("programmes/jet-net", "programmes/techniekpact")
    yield store.find(CODE)


def _acts(store: Store, dice: Random) -> Iterator[object]:
    which = dice.choice(
        (ActFilter(), ActFilter(VHTO), ActFilter(VHTO, "title"), ActFilter(type="regions"),
         ActFilter(by="seed"), ActFilter(since=DAY), ActFilter(mine=True))
    )  # fmt: skip
    found = store.acts(which)
    yield found.times
    yield [*islice(found, 120)]
    yield found.find("0" * 64)
    then = store.log.states(VHTO)
    acts = [act.id for act in islice(store.acts(ActFilter(VHTO)), 5)]
    for act in acts:
        yield then.between(acts[-1], act)
    yield store.changes.preview_undo(acts[:1])
    yield store.log.named(acts)
    yield store.log.last_arrival()
    yield store.log.arrived_since(DAY)
    yield store.log.writers()
    yield store.log.imports()
    yield store.log.types()
    yield store.log.devices()
    yield store.log.clones()
    yield store.who()


def _care(store: Store, dice: Random) -> Iterator[object]:
    yield store.conflicts()
    yield store.conflicts(VHTO)
    yield store.log.contest("agreements/oost-2-twe-05")
    yield store.problems.all()
    yield store.problems.doubles()
    yield store.quarantine.all()
    for one in store.quarantine.all():
        yield store.quarantine.show(one.n)
    yield store.check()
    yield store.shares(dice.choice(("partners", "internal", "public")))
    for folder in store.exchange.folders():
        yield store.exchange.waiting(folder.place)


def _words(store: Store, dice: Random) -> Iterator[object]:
    yield store.search(dice.choice(("v", "het platform", "Jet-Net", "w&t", "punt streek")), 50)
    about = dice.choice(FILTERS)
    value = dice.choice(("twente", "platform", "2w", "1", *(one.code for one in about.choices)))
    asked = f'{about.en}:"{value}" {dice.choice(("", "techniek"))}'
    yield store.searcher.listed(dice.choice(TYPES), asked)
    yield store.filters.troubles(parse_query(asked).filters)
    yield store.filters.complete(asked, len(about.en) + 1, "nl")
    yield store.filters.saved()
    for type_ in ("agreements", "regions", "programmes", "organisations", "people", "meetings"):
        yield store.candidates(type_, dice.choice(("", "t", "jet", "twe 04")), 20)
        yield store.nearest(type_, "twentse", 5)
    yield store.phrase("na het overleg van juni")
    yield store.meetings.closed()


def _document(store: Store, dice: Random) -> Iterator[object]:
    yield store.profile
    for document in store.documents.ids():
        yield store.documents.passages(document)
        yield store.documents.texts(document, ["2.twente.b5"])
        yield store.documents.placed(document)


def _overviews(store: Store, dice: Random) -> Iterator[object]:
    found = store.overviews
    matrix = found.matrix()
    for programme in matrix.programmes[:3]:
        for region in (None, *(one.tail for one in matrix.regions[:3])):
            yield matrix.cell(programme.tail, region)
            yield matrix.kinds(programme.tail, region)
            yield [*matrix.agreements(programme.tail, region)]
    for leading in found.parties()[:5]:
        for pair in leading.pairs[:3]:
            yield [*found.between(pair)]
    yield [[*group.rows] for group in found.standing()]
    with judged(store.path):
        yield [in_role(store.lists, role, "platform") for role in PARTY_ROLES]


def _past(store: Store, dice: Random) -> Iterator[object]:
    with judged(store.path):
        timeline = Timeline(store.connection)
    moments = timeline.moments(known=True)
    when = dice.choice((DAY, "#400", *moments[-2:]))
    with judged(store.path), closing(PastReader(store, timeline, when, known=True)) as then:
        yield then.totals()
        yield then.page(VHTO)


def _leaving(store: Store, dice: Random) -> Iterator[object]:
    yield sum(map(len, store.snapshots.pieces(dice.choice(("partners", "internal", "public")))))
    theirs = store.path.with_name("van Bart.json")
    yield store.snapshots.preview(theirs)
    yield store.snapshots.difference(theirs, watch=unwatched)
    yield store.snapshots.lacking(theirs)
    yield store.exchange.look_into(store.path.with_name("wisselmap")).preview


Asks = Callable[[Store, Random], Iterator[object]]
READS: tuple[Asks, ...] = (
    _lists, _pages, _acts, _care, _words, _document, _overviews, _past, _leaving,
)  # fmt: skip


def opened(path: Path) -> Store:
    return Store.open(path, "Anna")
