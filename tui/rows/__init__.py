"""Rows of lists that more than one screen shows."""
