"""Forms that change records."""
