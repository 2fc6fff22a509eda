"""Agreements and filters drawn at random, and what the lists of them must be by their records."""

from pathlib import Path

from hypothesis import strategies as st

from seed.seed_acts import acts
from seed.seeded import Seeded
from storage.records.fields import FIELDS, OPEN_STATUSES, STATUSES
from storage.store import Store
from storage.views.agreement_list import Filter
from storage.views.filter_term import FilterTerm
from tests.storage.small import ARRANGEMENT

ORDERS = ("number", "region", "programme", "term", "status", "lead")
VIEWS = ("open", "done", "all", "deleted", "with_deleted")
WAYS = ("own", "via", "in")
PARENTS = {"oost": (), "gld": ("oost",), "twente": ("oost",), "sted": ("gld", "twente")}
TREE = ("oost", "gld", "sted", "twente")
PROGRAMMES = ("jet-net", "technet")
PARTIES = ("platform", "school", "vhto")
TERMS = (
    None,
    {"phrase": "structureel", "nature": "standing"},
    {"phrase": "elke maand", "nature": "recurring"},
    {"phrase": "voor de zomer", "to": "2014-06-30", "nature": "once"},
    {"phrase": "in 2014", "to": "2014-12-31", "nature": "once"},
    {"phrase": "dit voorjaar", "to": "2014-05-31", "nature": "once"},
    {"phrase": "zo snel mogelijk", "nature": "once"},
)
NO_TERM = {**dict.fromkeys(FIELDS["agreements"]["term"].names), "precision": "none"}
KINDS_OF_TERM = ("recurring", "standing", "phrase", "none")
LATE = "late"
"""Every day in TERMS is past, and the arrangement has not ended."""

PLACES = {
    f"arrangement/{ARRANGEMENT}": {"title": "Klein", "from": "2014-01-01", "to": "2999-12-31"},
    **{
        f"regions/{one}": {"name": one, "short": one[:3].upper(), "kind": "subregion",
                           **{f"parents/{parent}": True for parent in PARENTS[one]}}
        for one in TREE
    },
    **{f"programmes/{one}": {"name": one} for one in PROGRAMMES},
    **{f"organisations/{one}": {"name": one} for one in PARTIES},
}  # fmt: skip

_subset = st.frozensets
AGREEMENT = st.fixed_dictionaries(
    {
        "number": st.integers(0, 3),
        "short": st.sampled_from(["TWE", "GLD", None]),
        "status": st.sampled_from([*STATUSES, None]),
        "term": st.sampled_from(TERMS),
        "regions": _subset(st.sampled_from([*TREE, "weg"])),
        "programmes": _subset(st.sampled_from(PROGRAMMES)),
        "lead": _subset(st.sampled_from(PARTIES)),
        "executor": _subset(st.sampled_from([*PARTIES, "weg"])),
        "life": st.sampled_from(["live", "live", "live", "deleted"]),
        "kind": st.sampled_from(["commitment", "request"]),
    }
)
TERMS_ASKED = [
    FilterTerm(*one, excluded)
    for one in [
        ("kind", "request"), ("status", "open"), ("is", "done"), ("region", "twente"),
        ("applies", "sted"), ("programme", "jet-net"), ("who", "school"), ("party", "school"),
        ("role", "executor"), ("without", "lead"), ("without", "term"), ("before", "2014-12-31"),
        ("due", "2014"), ("is", "standing"),
    ]
    for excluded in (False, True)
]  # fmt: skip
FILTER = st.builds(
    Filter,
    st.sampled_from([None, *TREE]),
    st.sampled_from([None, "", *PROGRAMMES]),
    st.sampled_from(VIEWS),
    st.sampled_from([None, *PARTIES]),
    st.sampled_from(ORDERS),
    st.sampled_from(ORDERS),
    terms=st.lists(st.sampled_from(TERMS_ASKED), max_size=2).map(tuple),
)


def fields(drawn: dict, n: int) -> dict:
    """What acts say of an agreement that was drawn."""
    said = {"status": drawn["status"], "life": drawn["life"]}
    said["term"] = drawn["term"] and NO_TERM | drawn["term"]
    code = f"KLEIN-2-{drawn['short']}-{drawn['number']:02}" if drawn["short"] else None
    said |= {"title": f"Afspraak {n}", "kind": drawn["kind"], "part": "2", "code": code}
    said |= {f"regions/{one}": True for one in drawn["regions"]}
    said |= {f"programmes/{one}": True for one in drawn["programmes"]}
    said |= {f"parties/{role}/{one}": True for role in ("lead", "executor") for one in drawn[role]}
    return said


def made(folder: str, drawn: list[dict]) -> Store:
    records = {f"agreements/{n}": fields(one, n) for n, one in enumerate(drawn)}
    path = Path(folder) / "klein.db"
    Store.create(path, ARRANGEMENT, acts([Seeded(*one) for one in (PLACES | records).items()]))
    return Store(path, by="ann")


def parties(record: dict, *roles: str) -> set[str]:
    return {one["organisation"] for one in record["parties"] if one["role"] in roles}


def scopes(region: str) -> list[str]:
    above = {"sted": ["gld", "twente", "oost"], "gld": ["oost"], "twente": ["oost"], "oost": []}
    below = {"sted": [], "gld": ["sted"], "twente": ["sted"], "oost": ["gld", "twente", "sted"]}
    return [region, *above[region], *below[region]]


def way(record: dict, region: str) -> str | None:
    """How a record belongs to a region, the nearest way first; None where it does not."""
    here = next((one for one in scopes(region) if one in record["regions"]), None)
    above = {"sted": ("gld", "twente", "oost"), "gld": ("oost",), "twente": ("oost",)}
    if here is None or here == region:
        return here and "own"
    return "via" if here in above.get(region, ()) else "in"


def followed(statuses: list[str | None], links: dict[int, int]) -> list[str | None]:
    """The status of each where some repeat another: that of the end of its chain, in a ring that
    of the last before it comes round."""
    found = []
    for start in range(len(statuses)):
        passed = [start]
        while (following := links.get(passed[-1], passed[-1])) not in passed:
            if following >= len(statuses):
                break
            passed.append(following)
        found.append(statuses[passed[-1]])
    return found


def passes(record: dict, asked: Filter) -> bool:
    """Whether a record stands in the list."""
    status = record["status"]
    alive = record["life"] != "deleted"
    shown = {
        "open": alive and status in OPEN_STATUSES,
        "done": alive and status is not None and status not in OPEN_STATUSES,
        "all": alive,
        "deleted": not alive,
        "with_deleted": True,
    }[asked.view]
    programmes = record["programmes"]
    return (
        shown
        and (asked.programme is None or asked.programme in (programmes or [""]))
        and (asked.region is None or way(record, asked.region) is not None)
        and all(fits(record, term) is not term.excluded for term in asked.terms)
        and (asked.party is None or asked.party in parties(record, "lead", "executor"))
    )


def fits(record: dict, term: FilterTerm) -> bool:
    """Whether a filter that is not excluded would keep it."""
    name, value = term.name, term.value
    status, by = record["status"], moment(record)
    if name == "is":
        done = status is not None and status not in OPEN_STATUSES and record["life"] != "deleted"
        return done if value == "done" else by == value
    if name == "without":
        return not parties(record, "lead") if value == "lead" else by == "none"
    return {
        "kind": record["kind"] == value,
        "status": status == value,
        "region": value in record["regions"],
        "applies": name == "applies" and way(record, value) in ("own", "via"),
        "programme": value in record["programmes"],
        "who": value in parties(record, "lead", "executor"),
        "party": value in parties(record, "lead", "executor"),
        "role": bool(parties(record, value)),
        "before": by < "2014-12-31",
        "due": by <= "2014-12-31",
    }[name]


def moment(record: dict) -> str:
    term = record["term"] or NO_TERM
    if term["nature"] in ("standing", "recurring"):
        return term["nature"]
    return term["to"] or ("phrase" if term["phrase"] else "none")


def half(record: dict) -> str:
    """The group in which a record stands by its term: what is too late has one of its own."""
    found = moment(record)
    if found in KINDS_OF_TERM:
        return found
    if record["life"] != "deleted" and record["status"] in OPEN_STATUSES:
        return LATE
    return f"{found[:4]}-{1 + (found[5:7] > '06')}"


def keys(record: dict, asked: Filter) -> list[str | None]:
    """The groups in which a record stands."""
    found = {
        "region": record["regions"],
        "programme": record["programmes"],
        "lead": sorted(parties(record, "lead")),
        "status": [record["status"]],
        "term": [half(record)],
    }
    if asked.heads != "number":
        return found[asked.heads] or [None]
    if asked.region is None:
        return [None]
    return [next(one for one in scopes(asked.region) if one in record["regions"])]


def rank(key: str | None, by: str) -> tuple:
    """Where a group stands among the others."""
    if key is None:
        return (1,)
    order = {"region": (*TREE, "weg"), "status": STATUSES, "programme": PROGRAMMES, "lead": PARTIES}
    if by in order:
        return (0, order[by].index(key))
    if key == LATE:
        return (-1,)
    return (0, *((KINDS_OF_TERM.index(key), "") if key in KINDS_OF_TERM else (-1, key)))


def place(record: dict, by: str) -> tuple:
    """Where a record stands in a group that is sorted so, but for its number."""
    if by == "number":
        return ()
    if by == "term":
        return rank(moment(record), by)
    values = {
        "region": record["regions"], "programme": record["programmes"],
        "lead": parties(record, "lead"), "status": [record["status"]],
    }[by]  # fmt: skip
    return min((rank(one, by) for one in values or [None]), default=(1,))


def number(record: dict) -> tuple:
    code = record["code"]
    return (not code, *(code.split("-")[2:4] if code else ()), code or "", record["id"])
