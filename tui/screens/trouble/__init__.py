"""A file that does not open, or needs care."""
