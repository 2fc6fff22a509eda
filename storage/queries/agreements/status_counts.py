"""How many of a set of agreements have each status."""

from storage.queries.agreements.agreement_sets import AgreementSets

ORDER = ("met", "partly_met", "in_progress", "open", "on_hold", "lapsed", "superseded")


def status_counts(sets: AgreementSets, bits: int) -> tuple[tuple[str, int], ...]:
    """Each status with how many, what is done first, without those that none has; a repeat counts
    nowhere."""
    once = bits & sets.alive & ~sets.index.having("repeats", "yes")
    found = ((one, (once & sets.index.having("status", one)).bit_count()) for one in ORDER)
    return tuple((status, n) for status, n in found if n)
