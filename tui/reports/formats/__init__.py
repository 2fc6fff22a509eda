"""A module for each format: ``render(report, progress)`` gives the bytes of a file."""
