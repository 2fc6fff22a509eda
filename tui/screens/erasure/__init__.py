"""Erasing on the screen: what others ask, and erasing what stands in a history."""
