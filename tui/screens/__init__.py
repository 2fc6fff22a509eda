"""The screens, each one file."""
