"""Every report in every format: of the arrangement with a played meeting, and of nasty data."""

import os
from collections.abc import Iterator
from pathlib import Path

from seed.document.beside import profile_of, read_document
from storage.reader import Reader
from storage.store import Store
from storage.views.meeting import Decision, MeetingPlan, PlannedPoint
from tests.pictures.world import Clock, back_then, fill
from tests.tui import nasty
from tui.reports.report import FORMATS, KINDS, Profile, ReportRequest, make_report, rendered

PEOPLE = (("provincie-gelderland", "liaison"), ("provincie-overijssel", "liaison"),
          ("regio-twente", "coördinator"), ("platform", "directeur"))  # fmt: skip
DECIDED = ("TWE-03", "TWE-04", "TWE-07", "TWE-09", "ZWO-01", "STE-01", "GEL-02")
NEXT = ("TWE-08", "TWE-10", "TWE-20", "ZWO-02", "ZWO-03", "STE-02", "STE-03", "GEL-03")
MINUTES = 8  # for each agreement


def write_all(folder: Path, home: Path) -> list[Path]:
    """The files, by world, kind and for whom, in every format; ``home`` holds what they tell of."""
    made = []
    with back_then() as clock:
        worlds = {"overleg": _overleg(home / "overleg.db", clock), "vijandig": _nasty(home)}
        for world, store in worlds.items():
            for kind, what, profile in _wanted(store):
                name = f"{world}-{kind}" + ("-intern" if profile == "internal" else "")
                report = make_report(store, kind, ReportRequest(what, profile))
                for form in FORMATS:
                    made.append(folder / f"{name}.{form}")
                    made[-1].write_bytes(rendered(report, form))
            store.close()
    return made


def _wanted(store: Reader) -> Iterator[tuple[str, str, Profile]]:
    """Kind, what it is of, and for whom: the agenda of what comes, the minutes of what was."""
    with_points = [one for one in store.meetings.all() if store.meetings.agenda(one.id).points]
    by_phase = {one.phase: one.id for one in with_points}
    some = with_points[0].id
    of = {"agenda": by_phase.get("planned", some), "minutes": by_phase.get("closed", some),
          "party": "organisations/platform"}  # fmt: skip
    for kind in KINDS:
        yield kind, of.get(kind, ""), "partners"
        if kind == "agenda":
            yield kind, of[kind], "internal"


def _overleg(path: Path, clock: Clock) -> Store:
    """A meeting that was held, with all that one can do in it, and the next one prepared."""
    fill(path, clock)
    store = Store(path, by="Eva de Boer")
    source = os.environ.get("ARRANGEMENT_SOURCE")
    if source:
        found = read_document(store, Path(source), profile_of(store))
        store.documents.attach(found.document, found.passages)
    clock.on(9, 30)
    held = _prepared(store, "2014-09-30", DECIDED)
    _hold(store, held)
    clock.on(10, 1)
    store.note(store.find("TWE-08"), "De eerste bijeenkomst was druk bezocht.")
    store.edit(store.find("TWE-10"), {"goal": "Alle scholen doen mee."})
    coming = _prepared(store, "2014-12-04", NEXT)
    points = {one.row.code[-6:]: one.id for one in store.meetings.agenda(coming).points if one.row}
    store.meetings.propose(coming, points["TWE-08"], {"status": "met"}, "het rapport is er")
    store.meetings.propose(
        coming, points["TWE-20"],
        {"status": "in_progress", "term": {
            "phrase": "voor de zomer van 2015", "from": None, "to": "2015-06-30",
            "precision": "season", "nature": "once", "every": None, "trigger": None}},
        "de coördinator is er weer",
    )  # fmt: skip
    store.meetings.add(coming, PlannedPoint("Wie belt de wethouder?", reason="liever niet hardop"))
    return store


def _prepared(store: Store, date: str, codes: tuple[str, ...]) -> str:
    found = [store.find(code) for code in codes]
    points = tuple(
        PlannedPoint(agreement=id_.partition("/")[2], minutes=MINUTES, reason=reason)
        for id_, reason in zip(found, ("te laat", None, "niet besproken sinds 2 overleggen",
                                       None, "oranje of rood", None, None, None), strict=False)
    )  # fmt: skip
    facts = {"title": "Liaisonoverleg landsdeel Oost", "date": date, "body": "platform",
             "place": "Provinciehuis, Zwolle"}  # fmt: skip
    topics = (
        PlannedPoint("Opening", minutes=5), PlannedPoint("Verslag en actielijst", minutes=10),
        PlannedPoint("Afspraken", under=points), PlannedPoint("Rondvraag", minutes=5),
    )  # fmt: skip
    return store.meetings.prepare(MeetingPlan(facts, PEOPLE, topics, own=False))


def _hold(store: Store, held: str) -> None:
    meetings = store.meetings
    points = [one for one in meetings.agenda(held).points if one.row]
    topic = next(one for one in meetings.agenda(held).points if one.title == "Rondvraag")
    meetings.open(held)
    for organisation, function in PEOPLE[:3]:
        meetings.attend(held, organisation, function)
    meetings.attend(held, *PEOPLE[3], text="vanaf 10.20 uur")
    meetings.propose(held, points[0].id, {"status": "met"}, "de uitkomsten zijn gedeeld")
    meetings.decide(held, points[0].id, Decision("as_proposed", "De bijeenkomst was in juni."))
    meetings.decide(
        held, points[1].id,
        Decision("otherwise", "Eerst horen wat de regiegroep vindt.", {"status": "on_hold"},
                 ("regio-twente", "2014-11-15")),
    )  # fmt: skip
    meetings.decide(held, points[2].id, Decision("discussed"))
    meetings.note(held, points[2].id, {"kind": "remark", "text": "De scholen zijn tevreden."})
    meetings.decide(held, points[3].id, Decision("held", noted_for=("provincie-gelderland",)))
    meetings.note(held, points[4].id, {"kind": "decision", "text": "We gaan door tot de zomer."})
    meetings.note(held, points[4].id, {
        "kind": "action", "text": "Een lijst van scholen die mee willen doen rondsturen.",
        "who": "platform", "function": "liaison", "term": {
            "phrase": "voor de herfst", "from": None, "to": "2014-09-21", "precision": "season",
            "nature": "once", "every": None, "trigger": None}})  # fmt: skip
    meetings.note(held, topic.id, {
        "kind": "action", "text": "Een zaal vinden voor het volgende overleg.",
        "who": "regio-twente", "function": "coördinator"})  # fmt: skip
    meetings.close(held, hold=True)
    meetings.amend(held, points[0].id, "De bijeenkomst was in mei, niet in juni.", {}, "2014-10-01")


def _nasty(home: Path) -> Store:
    path = home / "vijandig.db"
    nasty.make(path)
    store = Store(path, by="Eva de Boer")
    fields = {
        "title": nasty.NASTY, "text": f"{nasty.NASTY}\n# {nasty.LONG}", "part": "2",
        "kind": "commitment", "status": "open", "regions/twente": True,
        "parties/lead/platform": True,
    }  # fmt: skip
    store.add("agreements", fields)
    points = tuple(PlannedPoint(agreement=tail, reason=nasty.NASTY, proposal={"goal": nasty.NASTY})
                   for tail in ("nasty", nasty.KNOWN["agreements"]))  # fmt: skip
    facts = {"title": nasty.NASTY, "date": "2014-12-04", "body": "nasty", "place": nasty.NASTY}
    held = store.meetings.prepare(MeetingPlan(facts, (), points, own=False))
    store.meetings.open(held)
    store.note(nasty.VHTO, f"{nasty.NASTY}\n{nasty.LONG}", "action")
    store.meetings.close(held, hold=True)
    return store
