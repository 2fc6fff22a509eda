"""One JSON file with an arrangement: writing it, reading it back, taking it in (contract §3)."""
