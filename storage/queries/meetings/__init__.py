"""Meetings: their agenda, what was said there, what they adopted."""
