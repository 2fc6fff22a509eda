"""Forms without a screen: what is asked of a record, what was typed, and what that changes."""
