"""One class per command: key, footer, palette, help and the key table all read it."""
