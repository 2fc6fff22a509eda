"""Questions that everyone asks, each a command of its own."""

from collections.abc import Mapping

from storage.views.filter_term import FilterTerm

READY_QUERIES: Mapping[str, tuple[FilterTerm, ...]] = {
    "late": (FilterTerm("late", "late"),),
    "waiting": (FilterTerm("waits", "yes"),),
    "trigger": (FilterTerm("waits", "trigger"),),
    "person": (FilterTerm("waits", "person"),),
    "targets": (FilterTerm("type", "targets"),),
    "actions": (FilterTerm("action", "open"),),
    "silent": (FilterTerm("silent", "2"),),
    "changed": (FilterTerm("changed", "2w"),),
    "no_lead": (FilterTerm("without", "lead"),),
    "no_term": (FilterTerm("without", "term"),),
    "conflict": (FilterTerm("is", "conflict"),),
}
"""By name; ``title.find_<name>`` says each."""
