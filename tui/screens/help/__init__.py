"""The keys of a screen, explained."""
