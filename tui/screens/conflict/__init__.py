"""Settling fields with several values."""
