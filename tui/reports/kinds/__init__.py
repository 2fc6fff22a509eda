"""A module for each kind of report: ``report(store, asked, progress)`` gives its pieces."""
