"""The bytes of what leaves and comes in: layouts, profiles, foreign files."""
