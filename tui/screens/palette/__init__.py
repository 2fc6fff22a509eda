"""Every command of a screen, found by typing."""
