"""What differs between two states of an arrangement."""
