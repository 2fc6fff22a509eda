"""Agreements as lists that narrow each other."""
