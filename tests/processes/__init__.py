"""Real programs beside each other, on files of their own."""
