"""Overviews over the whole file."""
