"""The SQLite file: opening it, its tables, and keeping them up as acts come in."""
