"""Files of the system: written whole or not at all, read piece by piece."""
