"""Forms that read or write files."""
