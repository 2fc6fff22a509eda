"""A module for each format: ``render(report)`` gives the bytes of a file."""
