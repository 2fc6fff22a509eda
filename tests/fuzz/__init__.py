"""Bytes that nobody would write, for everything that reads a file: `python -m tests.fuzz`."""
