"""The arrangement as it stood once, with everything that can be read of the one of now."""
