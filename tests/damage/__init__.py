"""Files that are damaged on purpose, and everything that is read of them."""
