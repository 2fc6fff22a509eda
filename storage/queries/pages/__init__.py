"""Pages: one record with everything on it."""
