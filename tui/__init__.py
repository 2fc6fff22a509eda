"""The screen and the command line of the arrangement. Knows no SQL."""

VERSION = "0.3.0"  # as in pyproject.toml; reading it from the installed package is slow
