"""The screen and the command line of the arrangement. Knows no SQL."""
