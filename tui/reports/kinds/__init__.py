"""A module for each kind of report: ``report(store, asked)`` gives its pieces."""
