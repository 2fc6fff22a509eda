"""Widgets that forms are made of."""
