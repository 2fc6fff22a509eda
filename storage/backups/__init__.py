"""Copies of the whole file: made, kept by the day, and gone back to."""
